#!/bin/bash
# Golden cases: tests/golden/CASE/ holds an input (plan.xml; templates/ and fonts/ where it has its own) and beside it whichever
# outputs it pins. To pin one more, make it as an empty file and run `make golden`, which shows each difference and rewrites.
#   messages.txt   exit status and what was said     document.xml   the document
#   facts.xml      what templates are given          pages.txt      what layout placed where
#   tags.txt       the PDF's tag tree and its text (a PDF is never pinned by its bytes)
# They are the plan's; with `report-` before the name they are those of the report of the newest year of the case's actuals/, with
# `site-` those of its web pages.
# usage: tests/golden/run.sh [--rewrite] [CASE…]
set -u
tree=$(cd "$(dirname "$0")/../.." && pwd)
. "$tree/tests/tap.sh"
cd "$tree" || exit 1
rewrite=no
[ "${1-}" != --rewrite ] || { rewrite=yes; shift; }
export SOURCE_DATE_EPOCH=1774969200 PYTHONDONTWRITEBYTECODE=1

# gyokaku CASE COMMAND OPTION…
gyokaku() {
    local case=$1 command=$2
    shift 2
    set -- --input "$case" "$@"
    [ ! -d "$case/templates" ] || set -- --templates "$case/templates" "$@"
    [ ! -d "$case/fonts" ] || set -- --fonts "$case/fonts" "$@"
    build/gyokaku "$@" "$command"
}

# what CASE says now, in the file $work/now
produce() {
    local case=$1 pinned=${2#report-} command=plan
    [ "$pinned" = "$2" ] || command=report
    [ "$pinned" = "${pinned#site-}" ] || { pinned=${pinned#site-} command=site; }
    case $pinned in
    messages.txt)
        gyokaku "$case" $command -o "$work/output" >"$work/now" 2>&1
        echo "exit status $?" >>"$work/now"
        ;;
    facts.xml | document.xml | pages.txt) gyokaku "$case" $command -q -o "$work/none" --show "${pinned%.*}" >"$work/now" ;;
    tags.txt)
        rm -rf "$work/output"
        gyokaku "$case" $command -q -o "$work/output" && /usr/bin/python3 tests/conformance/tagged.py "$work/output/$command.pdf" >"$work/now"
        ;;
    esac
}

same() {
    produce "$1" "$2" && diff -u "$1/$2" "$work/now"
}

shown_and_rewritten() {
    produce "$1" "$2" || return 1
    cmp -s "$1/$2" "$work/now" && return
    diff -u "$1/$2" "$work/now" >&2
    cp "$work/now" "$1/$2"
}

cases=0
for case in "${@:-tests/golden/*/}"; do
    for folder in $case; do
        folder=${folder%/}
        [ -f "$folder/plan.xml" ] || continue
        cases=$((cases + 1)) pinned=0
        for file in {,report-,site-}{messages.txt,facts.xml,document.xml,pages.txt,tags.txt}; do
            [ -e "$folder/$file" ] || continue
            pinned=$((pinned + 1))
            if [ $rewrite = yes ]; then
                check "golden: $(basename "$folder")/$file" shown_and_rewritten "$folder" "$file" 2>&1
            else
                check "golden: $(basename "$folder")/$file" same "$folder" "$file"
            fi
        done
        [ $pinned -gt 0 ] || check "golden: $(basename "$folder") pins something" false
    done
done
[ $cases -gt 0 ] || check "golden: there are cases" false

finish
