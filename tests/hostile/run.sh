#!/bin/bash
# Broken plans: each must end with status 1, write nothing, and say what is pinned in NAME.txt beside it. Broken actuals: each folder
# says what is pinned in its messages.txt (tests/unit/test_actuals.c holds the reader to the same); with errors there, nothing is
# written, with warnings only, the report is.
# usage: tests/hostile/run.sh [--update] [GYOKAKU]   (--update pins what is said of plans now; read it before you keep it)
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

# What is said of the actuals: without the warnings about the plan, and without their number in the last line.
of_actuals() {
    grep -v '^plan\.xml:' "$1" | sed 's/^\(エラー[0-9]*件\)、警告[0-9]*件$/\1/'
}
reports_what_is_pinned() {
    local folder=$1 status wanted=0 year=()
    rm -rf "$work/input" "$work/output" && mkdir "$work/input" && cp -R "$folder/actuals" "$work/input/"
    cp "$tree/tests/hostile/actuals/plan.xml" "$work/input/"
    [ "$(basename "$folder")" != later-years ] || year=(--year 2026) # the year after it is no XML
    timeout 60 "$gyokaku" --input "$work/input" --templates "$tree/templates" --fonts "$tree/fonts" -o "$work/output" "${year[@]}" \
        report </dev/null >"$work/stdout" 2>"$work/stderr"
    status=$?
    sed "s#^$work/input/\(actuals/\)\{0,1\}##" "$work/stderr" >"$work/said"
    of_actuals "$folder/messages.txt" >"$work/wanted"
    of_actuals "$work/said" >"$work/got"
    [ -s "$folder/messages.txt" ] || sed -i '/^エラー0件$/d' "$work/got" # only the plan's warnings were counted
    diff "$work/wanted" "$work/got" || return 1
    ! grep -q ': エラー: ' "$folder/messages.txt" || wanted=1
    [ $status = $wanted ] || { echo "status $status"; return 1; }
    [ ! -s "$work/stdout" ] || { echo "something was said on standard output"; return 1; }
    if [ $wanted = 1 ]; then [ ! -e "$work/output" ]; else [ -n "$(ls -A "$work/output")" ]; fi
}
for folder in "$tree"/tests/hostile/actuals/*/; do
    check "hostile: actuals, $(basename "$folder")" reports_what_is_pinned "${folder%/}"
done
no_actuals() { # neither the folder nor a year in it: status 1, said, nothing written; `all` makes the plan alone
    rm -rf "$work/input" "$work/output" && mkdir "$work/input" && cp "$tree/input/plan.xml" "$work/input/"
    local as=("$gyokaku" -q --input "$work/input" --templates "$tree/templates" --fonts "$tree/fonts" -o "$work/output")
    "${as[@]}" report 2>"$work/stderr"
    [ $? = 1 ] && grep -q '\[history-no-year\]' "$work/stderr" && [ ! -e "$work/output" ] || return 1
    "${as[@]}" briefing 2>"$work/stderr"
    [ $? = 1 ] && grep -q '\[history-no-year\]' "$work/stderr" && [ ! -e "$work/output" ] || return 1
    "${as[@]}" --year 2027 all 2>"$work/stderr"
    [ $? = 1 ] && grep -q '\[history-no-year\]' "$work/stderr" && [ ! -e "$work/output" ] || return 1
    "${as[@]}" all && [ "$(ls -A "$work/output")" = "$(printf 'check.html\ndata\ngyokaku.manifest\nplan.pdf')" ]
}
check "hostile: no actuals at all" no_actuals
finish
