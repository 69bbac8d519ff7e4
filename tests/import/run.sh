#!/bin/bash
# From a word processor's document to the plan: the sample as text (in the irregular layout in which such tables are copied) and as Word
# writes it must give the sample plan; what cannot be placed is an error; broken and hostile documents are refused or accounted for.
# usage: tests/import/run.sh [GYOKAKU]   (default: build/asan/gyokaku where it is, since documents are hostile)
set -u
tree=$(cd "$(dirname "$0")/../.." && pwd)
. "$tree/tests/tap.sh"
gyokaku=$tree/build/gyokaku
[ ! -x "$tree/build/asan/gyokaku" ] || gyokaku=$tree/build/asan/gyokaku
gyokaku=${1-$gyokaku}
sample=$tree/tests/import/sample.txt

compare() {
    python3 -B "$tree/tests/import/compare.py" "$@"
}
# imports FILE [OPTION…]: fine, into $work/plan.xml and $work/said
imports() {
    local file=$1
    shift
    "$gyokaku" -v "$@" import "$file" >"$work/plan.xml" 2>"$work/said" || { grep 'エラー' "$work/said"; return 1; }
}
# like_sample FILE: the same plan as the sample's text gives, its questions' lines aside
like_sample() {
    imports "$1" && grep -v '<!--' "$work/plan.xml" | cmp - "$work/sample.xml"
}
# refused NAME FILE…: status 1, nothing written, the message [NAME]
refused() {
    local id=$1
    shift
    "$gyokaku" import "$@" >"$work/out" 2>"$work/said"
    [ $? = 1 ] && [ ! -s "$work/out" ] && grep -q "\[$id\]" "$work/said" || { cat "$work/said"; return 1; }
}
plan_of() {
    mkdir -p "$work/input" && cp "$work/plan.xml" "$work/input/plan.xml" &&
        "$gyokaku" -q --input "$work/input" --templates "$tree/templates" --fonts "$tree/fonts" -o "$work/output" plan
}
asks() {
    [ "$(grep -c "質問: .*\[$1\]" "$work/asked")" = "$2" ] || { grep "\[$1\]" "$work/asked"; return 1; }
}

# ---- the sample as text ----
check "import: the sample's text" imports "$sample"
grep '質問: ' "$work/said" >"$work/asked"
grep -v '<!--' "$work/plan.xml" >"$work/sample.xml"
check "import: gives the sample's plan" compare plan "$work/plan.xml" "$tree/input/plan.xml"
check "import: every character is accounted for" compare account "$sample" "$work/plan.xml" "$work/said"
check "import: the schema is written" "$gyokaku" -q --input "$work" schema
check "import: the plan is valid" xmllint --noout --relaxng "$work/schema/plan.rng" "$work/plan.xml"
check "import: the plan can be made" plan_of
check "import: asks for the municipality's code" asks ask-code 1
check "import: asks for each direction" asks ask-direction 17
check "import: asks for each accumulation" asks ask-accumulation 17
check "import: asks whether figures of the text are baselines" asks ask-baseline-figure 5
check "import: asks for other baselines" asks ask-baseline 14
check "import: asks whether steps run together" asks ask-steps 7
check "import: asks whether two names mean one thing" asks ask-outline-name 1
check "import: a question stands in the plan as a comment" grep -q '<!-- 質問.*2つ以上の段階ですか' "$work/plan.xml"

# ---- other ways to save it ----
iconv -f UTF-8 -t CP932 <(sed 's/—/―/g' "$sample") >"$work/sjis.txt"
sed 's/—/―/g' "$work/sample.xml" >"$work/dash.xml"
sjis() {
    imports "$work/sjis.txt" && grep -v '<!--' "$work/plan.xml" | cmp - "$work/dash.xml"
}
check "import: Shift_JIS" sjis
sed 's/$/\r/' "$sample" | iconv -f UTF-8 -t UTF-16 >"$work/utf16.txt"
check "import: UTF-16 with CRLF" like_sample "$work/utf16.txt"
sed 's/^1 第4次南アルプス市/1\n第4次南アルプス市/; s/^2 第 5次南アルプス市行政改革大綱の/2 第 5次南アルプス市行政改革\n大綱の/; s/^3. 計画の進行/３．　計画の進行/' "$sample" >"$work/split.txt"
check "import: headings broken over lines, full-width numbers" like_sample "$work/split.txt"
sed 's/^主管課\t/担当課\t/; s/^取組み内容\t/取組内容\t/; s/^数値の定義/数値 の定義/' "$sample" >"$work/labels.txt"
check "import: other words for labels" like_sample "$work/labels.txt"
sed 's/^関係計画等\t/期待される効果\t市民の利便\n&/' "$sample" >"$work/own.txt"
check "import: rows of the city's own" imports "$work/own.txt"
check "import: … become fields" [ "$(grep -c '<field name="期待される効果">市民の利便</field>' "$work/plan.xml")" = 31 ]
awk '{ print } /^実績値/ { print "数値の定義\t二つめの数"; print "目標値\t1人\t2人\t3人\t4人\t5人"; print "実績値" }' "$sample" >"$work/two.txt"
check "import: several indicators a sheet" imports "$work/two.txt"
check "import: … each with its targets" [ "$(grep -c '<target year="2030">5人' "$work/plan.xml")" = 31 ]

# ---- what cannot be placed ----
{ cat "$sample"; printf '\n謎の表\t謎の値\t何か--です\n'; } >"$work/left.txt"
sed '/^目標値/{s/$/\t余り/;:a;n;ba}' "$sample" >"$work/more.txt"
check "import: what has no place is an error" refused import-left "$work/more.txt"
check "import: … or a comment with --keep-going" imports "$work/more.txt" --keep-going
check "import: … that says what it was" grep -q '<!-- 残り（.*行目）：余り -->' "$work/plan.xml"
check "import: a row behind the last sheet is not lost" imports "$work/left.txt" --keep-going
check "import: … and is valid, hyphens and all" xmllint --noout "$work/plan.xml"
sed 's/^基本方針2\tデジタル/基本方針2\tデジタノレ/' "$sample" >"$work/other.txt"
check "import: another name of a policy is told" refused import-left "$work/other.txt"
sed '1,/^実績値/s/^実績値\t/実績値\t98.50%/' "$sample" >"$work/actual.txt"
check "import: an actual in the plan is told" refused import-left "$work/actual.txt"
check "import: 150 broken documents" compare mutate "$sample" "$gyokaku" 150

# ---- Word ----
for kind in word plain notes stray bomb many truncated traversal dtd entity locked excel deep flipped garbage; do
    python3 -B "$tree/tests/import/docx.py" $kind "$work/$kind.docx" "$sample"
done
check "import: .docx" like_sample "$work/plain.docx"
check "import: .docx with all that Word puts into one" like_sample "$work/word.docx"
check "import: a tracked deletion is told" grep -q '消した言葉.*\[import-deleted\]' "$work/said"
check "import: … and accounted for" grep -q '本文ではない.*消した言葉' "$work/said"
check "import: notes and readings are not lost" refused import-left "$work/notes.docx"
check "import: … footnote" grep -q '脚注の言葉' "$work/said"
check "import: … reading" grep -q 'ふりがな' "$work/said"
check "import: text outside of paragraphs is not lost" refused import-left "$work/stray.docx"
check "import: … row, cell and text box" [ "$(grep -cE '「(迷子の行|迷子の欄|箱の中)」' "$work/said")" = 3 ]
check "import: … a second copy is not read" refuses grep -q '箱の写し' "$work/said"
check "import: a zip bomb" refused import-zip-large "$work/bomb.docx"
check "import: too many files" refused import-zip-large "$work/many.docx"
check "import: a truncated file" refused import-zip-broken "$work/truncated.docx"
check "import: a damaged file" refused import-zip-broken "$work/flipped.docx"
check "import: names outside the folder" refused import-zip-names "$work/traversal.docx"
check "import: a document type" refused xml-dtd "$work/dtd.docx"
check "import: an entity" refused xml-entity "$work/entity.docx"
check "import: a password" refused import-zip-locked "$work/locked.docx"
check "import: not Word" refused import-not-word "$work/excel.docx"
check "import: nested too deeply" refused xml-deep "$work/deep.docx"
check "import: garbage" refused import-zip-broken "$work/garbage.docx"

# ---- other files ----
printf '\xD0\xCF\x11\xE0old' >"$work/old.doc"
printf 'a\0b' >"$work/nul.txt"
printf 'a\001b\n' >"$work/control.txt"
printf '\xff\xfeA' >"$work/bytes.txt"
printf '\x8f\xff\xff' >"$work/other.txt"
: >"$work/empty.txt"
echo '今日は良い天気です。' >"$work/letter.txt"
check "import: an old Word file" refused import-other-kind "$work/old.doc"
check "import: binary data" refused xml-nul "$work/nul.txt"
check "import: a control character" refused xml-control "$work/control.txt"
check "import: half a character at the end" refused xml-bad-bytes "$work/bytes.txt"
check "import: bytes that are no text" refused xml-bad-bytes "$work/other.txt"
check "import: an empty file" refused xml-empty "$work/empty.txt"
check "import: no plan in it" refused import-no-sheet "$work/letter.txt"
check "import: no file" refused file-missing "$work/none.txt"
sed '/^年度\t/d' "$sample" >"$work/years.txt"
check "import: no years" refused import-no-years "$work/years.txt"

finish
