#!/bin/bash
# Broken plans: each must end with status 1, write nothing, and say what is pinned in NAME.txt beside it.
# usage: tests/hostile/run.sh [--update] [GYOKAKU]   (--update pins what is said now; read it before you keep it)
set -u
tree=$(cd "$(dirname "$0")/../.." && pwd)
. "$tree/tests/tap.sh"
update=false
if [ "${1-}" = --update ]; then
    update=true
    shift
fi
gyokaku=${1-$tree/build/gyokaku}

# What is said about the plan in folder $1, without the folder's name; a status other than 1 and any output are said too.
said_about() {
    local status
    rm -rf "$work/output"
    timeout 60 "$gyokaku" --input "$1" --templates "$tree/templates" --fonts "$tree/fonts" -o "$work/output" plan \
        </dev/null >"$work/stdout" 2>"$work/stderr"
    status=$?
    sed "s#^$1/##" "$work/stderr"
    cat "$work/stdout"
    [ $status = 1 ] || echo "status $status"
    [ -z "$(ls -A "$work/output" 2>/dev/null)" ] || echo "output was written"
}

says_what_is_pinned() {
    mkdir -p "$work/input"
    cp "$1" "$work/input/plan.xml"
    said_about "$work/input" >"$work/messages"
    if $update; then cp "$work/messages" "${1%.xml}.txt"; fi
    diff "${1%.xml}.txt" "$work/messages"
}

for plan in "$tree"/tests/hostile/plan/*.xml; do
    check "hostile: $(basename "$plan" .xml)" says_what_is_pinned "$plan"
done
finish
