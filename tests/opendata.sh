#!/bin/bash
# The open data of every input and year: CSV, JSON, facts and schema say the same, and a digit that is altered is noticed.
set -u
tree=$(cd "$(dirname "$0")/.." && pwd)
. "$tree/tests/tap.sh"
gyokaku=$tree/build/gyokaku

# made INPUT [OPTION…]: the data of an input
made() {
    local input=$1
    shift
    rm -rf "$work/out"
    "$gyokaku" -q --input "$input" --templates "$tree/templates" --fonts "$tree/fonts" -o "$work/out" "$@" data
}
agrees() {
    made "$1" --year "$2" &&
        "$gyokaku" -q --input "$1" --templates "$tree/templates" --fonts "$tree/fonts" --year "$2" --show facts report >"$work/facts.xml" &&
        "$tree/tests/opendata.py" --self-test "$work/out/data" "$work/facts.xml"
}
for input in "$tree/input" "$tree"/tests/cities/*/input "$tree/tests/golden/small"; do
    for year in "$input"/actuals/*.xml; do
        year=$(basename "$year" .xml)
        check "open data: ${input#"$tree/"}, $year" agrees "$input" "$year"
    done
done

# A plan whose every kind of text tries to be a formula, a quote, a line.
hostile() {
    mkdir -p "$work/in/actuals"
    sed -e 's/<name>書かない窓口/<name>=1+"2",'"'"'3/' -e 's/<action>受付の/<action>-2+3\&amp;\&lt;b\&gt; "受付の/' -e "s/<goal>待つ/<goal>'=待つ/" \
        -e 's/>平均の待ち時間</>＠平均,の"待ち時間"</' "$tree/tests/golden/small/plan.xml" >"$work/in/plan.xml"
    sed -e 's/<problem>混む/<problem>@混む/' -e 's/<next>/<next>＋/' "$tree/tests/golden/small/actuals/2025.xml" >"$work/in/actuals/2025.xml"
    agrees "$work/in" 2025 && grep -q "\"'=1+\"\"2\"\",'3\"" "$work/out/data/indicators.csv" &&
        grep -q "\"''=待つ" "$work/out/data/initiatives.csv" && grep -q "\"'＠平均,の" "$work/out/data/indicators.csv"
}
check "open data: hostile strings stay text, and come back as they were" hostile

without_actuals() {
    rm -rf "$work/in" && mkdir "$work/in" && cp "$tree/input/plan.xml" "$work/in/"
    made "$work/in" && "$tree/tests/opendata.py" --self-test "$work/out/data" && [ ! -e "$work/out/data/effects.csv" ] &&
        [ "$(wc -l <"$work/out/data/tallies.csv")" = 1 ]
}
check "open data: a plan without actuals" without_actuals

twice() {
    made "$tree/input" && mv "$work/out" "$work/first" && TZ=Asia/Tokyo LC_ALL=C made "$tree/input" && diff -r "$work/first" "$work/out"
}
check "open data: two runs give the same bytes" twice
wrong_input() {
    rm -rf "$work/in" && mkdir "$work/in" && sed 's/98.60%/98..60%/' "$tree/input/plan.xml" >"$work/in/plan.xml"
    refuses made "$work/in" && [ ! -e "$work/out/data" ]
}
check "open data: an input with an error writes nothing" wrong_input
no_schema() {
    mkdir "$work/templates" && rm -rf "$work/out"
    refuses "$gyokaku" -q --input "$tree/input" --templates "$work/templates" -o "$work/out" data && [ ! -e "$work/out/data" ]
}
check "open data: templates without the schema: told, nothing written" no_schema

finish
