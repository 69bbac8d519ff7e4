#!/bin/bash
# `gyokaku verify`: nothing is said of what was just made, whatever the city; and each thing that is spoilt, in each kind of output, is
# caught and named, by the record of outputs and, where there is no record, by its value.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/tap.sh
gyokaku=${GYOKAKU:-build/gyokaku}
hokuto=tests/cities/hokuto

# verifies STATUS COMMAND…: its status, and what it said in $work/said
verifies() {
    local wanted=$1 status
    shift
    "$@" verify >"$work/said" 2>&1
    status=$?
    cat "$work/said"
    [ $status = "$wanted" ]
}
nothing_differs() { # the whole of it, with not a word but the figures
    verifies 0 "$@" && [ "$(wc -l <"$work/said")" = 1 ] && grep -q '^ファイル[1-9][0-9]*件の値[1-9][0-9]*件を入力と比べ、違いは0件でした。$' "$work/said"
}
made_and_same() { # INPUT TEMPLATES OUT COMMAND [YEAR]
    local as=("$gyokaku" --input "$1" --templates "$2" -o "$3") year=(${5:+--year $5})
    "${as[@]}" -q "${year[@]}" "$4" && nothing_differs "${as[@]}" "${year[@]}"
}
tells() { # ID FILE: a message of that kind about that file
    grep -q "^$work/$2[:0-9]*: .*\[$1\]\$" "$work/said"
}

check "verify: the sample" made_and_same input templates "$work/sample" all
check "verify: the sample as of its first year" made_and_same input templates "$work/first" all 2026
check "verify: another city" made_and_same $hokuto/input templates "$work/hokuto" all
check "verify: another city's own form" made_and_same $hokuto/input $hokuto/templates "$work/form" plan
mkdir "$work/bare" && cp input/plan.xml "$work/bare/"
check "verify: a plan without actuals" made_and_same "$work/bare" templates "$work/without" all
python3 -B tests/site/hostile.py input "$work/hostile" "$work/marks"
check "verify: a plan full of markup" made_and_same "$work/hostile" templates "$work/markup" all
parts_of_it() { # each command keeps what the others recorded
    for command in check plan report data briefing charts site; do
        "$gyokaku" -q -o "$work/parts" $command && nothing_differs "$gyokaku" -o "$work/parts" || return 1
    done
    diff <(cut -d' ' -f1,5 "$work/parts/gyokaku.manifest") <(cut -d' ' -f1,5 "$work/sample/gyokaku.manifest")
}
check "verify: what one command makes, others keep on record" parts_of_it
nothing_made() {
    mkdir "$work/empty" && verifies 1 "$gyokaku" -o "$work/empty" && tells verify-nothing empty
}
check "verify: nothing is there" nothing_made
verify_writes_nothing() {
    cp -r "$work/sample" "$work/copy" && "$gyokaku" -q -o "$work/copy" verify && diff -r "$work/sample" "$work/copy"
}
check "verify: nothing is written" verify_writes_nothing

# ---- the record ----
age() { # all that was made of an actual is old when it is corrected; the plan is not
    cp -r input "$work/input" && sed -i 's/>98\.61%</>98.63%</' "$work/input/actuals/2027.xml" &&
        verifies 1 "$gyokaku" --input "$work/input" -o "$work/sample" && tells verify-stale sample/report.pdf &&
        tells verify-stale sample/data/data.json && tells verify-stale sample/site.manifest && ! tells verify-stale sample/plan.pdf &&
        grep -q 'report-2027.pdf.*1-1-1（令和9年度）の「実績値」は、入力では「98.63%」ですが、ここでは「98.61%」です' "$work/said"
}
check "verify: older than an actual" age
age_of_templates() {
    cp -r templates "$work/templates" && echo >>"$work/templates/wording.xsl" &&
        verifies 1 "$gyokaku" --templates "$work/templates" -o "$work/sample" && tells verify-stale sample/plan.pdf
}
check "verify: older than the templates" age_of_templates
other_place() { # the same input elsewhere, with an editor's leavings
    cp -r input "$work/elsewhere" && touch "$work/elsewhere/.plan.xml.swp" "$work/elsewhere/actuals/2027.xml~" &&
        nothing_differs "$gyokaku" --input "$work/elsewhere" -o "$work/sample"
}
check "verify: the input's place does not count" other_place
earlier_year() { # a report as it was published is no fault when the plan moves on
    cp -r "$work/input" "$work/later" && cp -r "$work/first" "$work/kept" && sed -i 's/>98\.52%</>98.53%</' "$work/later/actuals/2026.xml" &&
        "$gyokaku" -q --input "$work/later" -o "$work/kept" all && verifies 0 "$gyokaku" --input "$work/later" -o "$work/kept" &&
        tells verify-old kept/report-2026.pdf
}
check "verify: an earlier year's report stays" earlier_year
newer_year() {
    verifies 1 "$gyokaku" -o "$work/first" && tells verify-stale first/site.manifest && tells verify-stale first/data/indicators.csv &&
        ! grep -q report-2026 "$work/said"
}
check "verify: a year came that is not in it" newer_year
gone() {
    cp -r "$work/sample" "$work/gone" && rm "$work/gone/plan.pdf" "$work/gone/site/rules.html" &&
        verifies 1 "$gyokaku" -o "$work/gone" && tells verify-gone gone/plan.pdf && tells verify-gone gone/site/rules.html
}
check "verify: gone" gone
foreign() {
    cp -r "$work/sample" "$work/foreign" && echo >"$work/foreign/memo.txt" && echo >"$work/foreign/site/memo.html" &&
        verifies 0 "$gyokaku" -o "$work/foreign" && tells verify-foreign foreign/memo.txt && tells verify-foreign foreign/site/memo.html
}
check "verify: not ours, a note" foreign
damaged() { # cut off, another's, leading out of the folder
    for record in 'gyokaku outputs 1\nffff' 'hello\n' "gyokaku outputs 1\n$(printf '0%.0s' {1..32}) 1 0 $(printf '0%.0s' {1..32}) ../plan.pdf\n"; do
        cp "$work/sample/plan.pdf" "$work/empty/" && printf "$record" >"$work/empty/gyokaku.manifest" &&
            verifies 0 "$gyokaku" -o "$work/empty" && tells folder-manifest empty/gyokaku.manifest && tells verify-no-record empty || return 1
    done
}
check "verify: a damaged record" damaged

# ---- values: every kind of output, spoilt in one place after another ----
/usr/bin/python3 -B tests/verify/spoil.py "$gyokaku" "$work/sample" "$work/spoilt"
[ $? = 0 ] || failures=$((failures + 1))

# ---- the same under sanitizers; what poppler itself forgets of an element's attributes is not ours ----
sanitized() {
    mkdir -p "$work/few/site/initiatives" && cp -r "$work/sample/data" "$work/sample/plan.pdf" "$work/few/" &&
        cp "$work/sample/site/results.html" "$work/few/site/" && cp "$work/sample/site/initiatives/1-1-1.html" "$work/few/site/initiatives/" &&
        echo 'leak:StructElement::parse' >"$work/theirs" &&
        LSAN_OPTIONS=suppressions="$work/theirs":print_suppressions=0 verifies 0 build/asan/gyokaku -q -o "$work/few"
}
[ ! -x build/asan/gyokaku ] || check "verify: sanitizers" sanitized

finish
