#!/bin/bash
# The fields that a body adds, and its own words for all fields, go through every output: what is printed follows, the data have them as
# columns, a changed one is found by verify and told by diff, and import knows a form by its words.
# usage: tests/fields.sh [GYOKAKU]
set -u
tree=$(cd "$(dirname "$0")/.." && pwd)
. "$tree/tests/tap.sh"
gyokaku=${1-$tree/build/gyokaku}
year=2026
export SOURCE_DATE_EPOCH=1774969200

# run INPUT OPTION…
run() {
    local input=$1
    shift
    "$gyokaku" --input "$input" --templates "$tree/templates" --fonts "$tree/fonts" "$@"
}
# own FOLDER NUMBER WORDS: the sample with fields of its own in the plan and in a year, and its own words for others
own() {
    mkdir -p "$1" && cp -r "$tree/input/." "$1" && cat >"$1/labels.xml" <<'END' &&
<?xml version="1.0" encoding="UTF-8"?>
<labels version="1">
  <label of="department">担当部署</label>
  <label of="name">事務事業名</label>
  <label of="current">現状と背景</label>
  <label of="target">計画値</label>
  <label of="done">取組実績</label>
</labels>
END
        sed -i "0,/<related/s//<field name=\"人件費\" unit=\"千円\">$2<\/field><field name=\"対象者\">$3<\/field><related/" "$1/plan.xml" &&
        sed -i "0,/<\/sheet>/s//<field name=\"残業\" unit=\"時間\">△$2.5<\/field><field name=\"市民の声\">$3<\/field><\/sheet>/" \
            "$1/actuals/$year.xml"
}
# alone FILE INPUT: is the file what that input says?
alone() {
    rm -rf "$work/alone"
    mkdir -p "$(dirname "$work/alone/$1")" && cp "$work/out/$1" "$work/alone/$1" && run "$2" -o "$work/alone" verify
}
# found FILE INPUT WORDS…: it is not, and each is said
found() {
    local file=$1 input=$2 said
    shift 2
    said=$(alone "$file" "$input" 2>&1) && { echo "nothing was said"; return 1; }
    for word; do
        grep -q "$word" <<<"$said" || { echo "not said: $word"; echo "$said"; return 1; }
    done
}
prints() {
    local text=$1
    shift
    for word; do
        grep -q "$word" "$text" || { echo "not printed: $word"; return 1; }
    done
}
heads() {
    head -n 1 "$work/out/data/initiatives.csv" | grep -q "注記,人件費（千円）,対象者,$year年度の残業（時間）,$year年度の市民の声,"
}
tells() {
    run "$work/in" diff "$work/other" "$work/in" >"$work/told" 2>&1
    prints "$work/told" '人件費' '対象者' '残業' '市民の声'
}
imports() {
    mkdir -p "$work/form" && cp "$work/in/labels.xml" "$work/form" &&
        sed -e 's/^主管課\t/担当部署\t/' -e 's/^主な取組み\t/事務事業名\t/' -e 's/^現状\t/現状と背景\t/' -e 's/^目標値\t/計画値\t/' \
            "$tree/tests/import/sample.txt" >"$work/form.txt" &&
        ! cmp -s "$tree/tests/import/sample.txt" "$work/form.txt" &&
        run "$tree/input" import "$tree/tests/import/sample.txt" >"$work/plain.xml" 2>/dev/null &&
        run "$work/form" import "$work/form.txt" >"$work/read.xml" 2>/dev/null && diff "$work/plain.xml" "$work/read.xml"
}
# refused LINE MESSAGE: with that label in line 3, nothing is written
refused() {
    rm -rf "$work/bad" "$work/none"
    mkdir -p "$work/bad" && cp -r "$tree/input/." "$work/bad" &&
        printf '%s\n' '<labels version="1">' '<label of="name">名前</label>' "$1" '</labels>' >"$work/bad/labels.xml" || return 1
    run "$work/bad" -o "$work/none" plan >"$work/said" 2>&1 && { echo "it was taken"; return 1; }
    [ ! -e "$work/none/plan.pdf" ] && grep -q "labels.xml:3: エラー: .*\[$2\]" "$work/said" || { cat "$work/said"; return 1; }
}

own "$work/in" 1234 ひとり親の世帯 && own "$work/other" 1235 全ての世帯 || exit 1
check "fields: all outputs are made" run "$work/in" -q -o "$work/out" all
check "fields: the year's report is made" run "$work/in" -q -o "$work/out" --year $year report
check "fields: verify finds nothing" run "$work/in" -o "$work/out" verify
pdftotext -layout "$work/out/plan.pdf" "$work/plan.txt"
pdftotext -layout "$work/out/report-$year.pdf" "$work/report.txt"
page=site/initiatives/1-1-1.html
check "fields: the plan" prints "$work/plan.txt" '人件費 .*1,234' '対象者 .*ひとり親' '担当部署' '事務事業名' '現状と背景' '計画値'
check "fields: the report" prints "$work/report.txt" '残業 .*△1,234.5' '市民の声' '人件費 .*1,234' '取組実績' '担当部署' '計画値'
check "fields: the page" prints "$work/out/$page" '残業' '△1,234.5時間' '市民の声' '対象者' '取組実績' '担当部署' '計画値'
check "fields: columns of their own, at the end" heads
check "fields: columns.csv explains them" prints "$work/out/data/columns.csv" "$year年度の残業（時間）,数値" '対象者,文字列'
check "fields: plan.pdf, changed" found plan.pdf "$work/other" 人件費 対象者
check "fields: report-$year.pdf, changed" found "report-$year.pdf" "$work/other" 人件費 対象者 残業 市民の声
check "fields: the page, changed" found "$page" "$work/other" 人件費 対象者 残業 市民の声
check "fields: initiatives.csv, changed" found data/initiatives.csv "$work/other" 人件費 対象者 残業 市民の声
check "fields: data.json, changed" found data/data.json "$work/other" その他の欄 その他の欄の数値
check "fields: diff tells them" tells
check "labels: import knows the form by them" imports
check "labels: an id that is none" refused '<label of="nombre">名</label>' value-not-one-of
check "labels: a word for two fields" refused '<label of="current">名前</label>' label-twice
check "labels: no word" refused '<label of="current"></label>' '[a-z-]*'
check "labels: another element" refused '<lable of="current">現状</lable>' element-guess
finish
