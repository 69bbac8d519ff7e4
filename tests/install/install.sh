#!/bin/bash
# `make install`: the installed program finds its own templates and fonts from any folder, and takes the user's where there are some.
set -u
tree=$(cd "$(dirname "$0")/../.." && pwd)
. "$tree/tests/tap.sh"

# PREFIX is compiled in: a copy of the tree keeps the build of this one as it is
mkdir "$work/tree"
(cd "$tree" && tar -c --exclude=./.git --exclude=./output --exclude=./build/asan --exclude=./build/judges .) | tar -x -C "$work/tree"
prefix=$work/prefix
installed() {
    make -s -C "$work/tree" install PREFIX="$prefix" && [ -x "$prefix/bin/gyokaku" ] && [ -f "$prefix/share/gyokaku/templates/plan.xsl" ] &&
        [ -f "$prefix/share/gyokaku/fonts/fonts.conf" ] && [ -f "$prefix/share/gyokaku/input/schema/plan.rng" ]
}
staged() {
    make -s -C "$work/tree" install PREFIX="$prefix" DESTDIR="$work/stage" && [ -x "$work/stage$prefix/bin/gyokaku" ]
}
from_anywhere() {
    mkdir "$work/clerk" && cd "$work/clerk" && "$prefix/bin/gyokaku" -q plan && [ -s output/plan.pdf ] &&
        "$prefix/bin/gyokaku" -q report && [ -s output/report.pdf ]
}
schemas() { # what an XML editor needs, for any folder; one that cannot be written to is told
    "$prefix/bin/gyokaku" --input "$work/other" schema && cmp "$work/other/schema/plan.rng" "$prefix/share/gyokaku/input/schema/plan.rng" &&
        touch "$work/file" && ! "$prefix/bin/gyokaku" --input "$work/file" schema 2>"$work/said" && grep -q 'output-failed' "$work/said"
}
own_input() {
    cd "$work/clerk" && cp -R "$prefix/share/gyokaku/input" . && sed -i 's/南アルプス市/試験市/g; s/ code="[0-9]*"//' input/plan.xml &&
        "$prefix/bin/gyokaku" -q plan && pdftotext -raw output/plan.pdf - | grep 試験市
}
check "install: program, templates and fonts" installed
check "install: DESTDIR" staged
check "install: without any folder beside it, the installed ones are used" from_anywhere
check "install: schemas for any folder" schemas
check "install: the user's own input is taken first" own_input

finish
