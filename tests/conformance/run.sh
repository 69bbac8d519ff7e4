#!/bin/bash
# Makes the plan's PDF and the reports of all its years from the sample and from every city of tests/cities, and gives them to all
# judges, ours and others'.
# usage: tests/conformance/run.sh [PDF…]   (with PDFs: only those, by what can be said of a file alone)
set -u
tree=$(cd "$(dirname "$0")/../.." && pwd)
. "$tree/tests/tap.sh"
cd "$tree" || exit 1
here=tests/conformance
python=/usr/bin/python3 # the distribution's, which has its pikepdf
export SOURCE_DATE_EPOCH=1774969200 PYTHONDONTWRITEBYTECODE=1

python_check() {
    "$python" "$here/$1" "${@:2}" || failures=$((failures + 1))
}

if [ $# -gt 0 ]; then
    python_check judges.py "$@"
    for pdf; do
        python_check structure.py "$pdf" --label "$(basename "$pdf")"
    done
    finish
fi

made=$work
pdfs=()

# In the background; what it says is shown at the end.
behind() { # name command…
    "${@:2}" >"$made/$1.tap" 2>&1 &
    jobs_of_ours+=($!)
}
jobs_of_ours=()

# Looks at the ends of the pages of a document that is shown in $made/NAME.xml: NAME LABEL OPTION… COMMAND
balanced() {
    build/gyokaku "${@:3}" --show pages >"$made/$1.txt"
    python_check balanced.py "$made/$1.txt" "$made/$1.xml" "$2"
}
# With headings that do not keep with what follows, and masters that leave remnants, the check must say so.
unbalanced_is_seen() {
    rm -rf "$made/loose" && cp -R templates "$made/loose" && chmod -R u+w "$made/loose"
    sed -i 's/keep-with-next="yes"/keep-with-next="no"/; s/ least="[0-9]*"//; s/<master /<master least="0" /' "$made/loose/print.xml"
    build/gyokaku -q --templates "$made/loose" --show pages plan >"$made/loose.txt"
    ! "$python" $here/balanced.py "$made/loose.txt" "$made/sample.xml" loose >"$made/loose.said" && grep -q '^not ok.*last on a page' "$made/loose.said"
}
# A page cut down to two lines, too.
remnant_is_seen() { # NAME
    awk '/^page /{ page = $2; title = $0; sub(/^[^「]*/, "", title); again = title == last; last = title; lines = 0 }
        again && /^  line [0-9]/ && ++lines > 2 { next } { print }' "$made/$1.txt" >"$made/cut.txt"
    ! "$python" $here/balanced.py "$made/cut.txt" "$made/$1.xml" cut >"$made/cut.said" && grep -q '^not ok.*two lines only' "$made/cut.said"
}

# ---- plans ----
for input in input tests/cities/*/input; do
    [ -f "$input/plan.xml" ] || continue
    city=sample
    [ $input = input ] || city=$(basename "$(dirname "$input")")
    options=(-q --input "$input") facts=()
    templates=$(dirname "$input")/templates
    if [ $city != sample ] && [ -d "$templates" ]; then
        options+=(--templates "$templates") facts+=(--own-form)
    else
        templates=templates
    fi
    check "conformance: $city is made" build/gyokaku "${options[@]}" -o "$made/$city" plan
    [ -f "$made/$city/plan.pdf" ] || continue
    build/gyokaku "${options[@]}" --show document plan >"$made/$city.xml"
    balanced "$city" "$city" "${options[@]}" plan
    ln "$made/$city/plan.pdf" "$made/$city.pdf"
    pdfs+=("$made/$city.pdf")
    facts+=(--document "$made/$city.xml" --print "$templates/print.xml" --input "$input/plan.xml" --epoch $SOURCE_DATE_EPOCH)
    behind "$city" "$python" $here/structure.py "$made/$city.pdf" "${facts[@]}" --label "$city"
    [ $city != sample ] || sample=("${facts[@]}")
done
check "conformance: there is something to judge" [ ${#pdfs[@]} -gt 0 ]
check "conformance: headings parted from their tables are seen" unbalanced_is_seen
check "conformance: a page of two lines is seen" remnant_is_seen sample

# ---- reports ----
newest_is_copied() { # folder year
    cmp "$1/report-$2.pdf" "$1/report.pdf"
}
# Made where report.pdf is another year's: it stays, and nothing but the year's own file is written.
earlier_leaves_it() { # input templates year
    local folder=$made/earlier
    rm -rf "$folder" && mkdir "$folder" && echo "the newest" >"$folder/report.pdf" && cp "$folder/report.pdf" "$made/newest"
    build/gyokaku -q --input "$1" --templates "$2" -o "$folder" --year "$3" report && cmp "$folder/report.pdf" "$made/newest" &&
        [ "$(cd "$folder" && echo *)" = "gyokaku.manifest report-$3.pdf report.pdf" ]
}
# A later year's file that is no XML at all changes nothing: it is not read.
later_is_not_read() { # input templates year
    rm -rf "$made/later" && mkdir "$made/later" && cp -R "$1" "$made/later/input" && chmod -R u+w "$made/later"
    for file in "$made"/later/input/actuals/*.xml; do
        [ "$(basename "$file" .xml)" -le "$3" ] || echo 'no XML <' >"$file"
    done
    build/gyokaku -q --input "$made/later/input" --templates "$2" -o "$made/later" --year "$3" report &&
        cmp "$made/later/report-$3.pdf" "$made/$city-report/report-$3.pdf"
}
# The plan says nothing of a year: with and without actuals it is the same file.
plan_without_actuals() { # input templates plan.pdf
    rm -rf "$made/bare" && cp -R "$1" "$made/bare" && rm -r "$made/bare/actuals"
    build/gyokaku -q --input "$made/bare" --templates "$2" -o "$made/bare/output" plan && cmp "$made/bare/output/plan.pdf" "$3"
}
# `report` without a year and `all` make the newest; `all` makes the plan as well, the same as alone.
all_makes_both() { # input templates year
    rm -rf "$made/all"
    build/gyokaku -q --input "$1" --templates "$2" -o "$made/all" all && build/gyokaku -q --input "$1" --templates "$2" -o "$made/no-year" report &&
        build/gyokaku -q --input "$1" --templates "$2" -o "$made/alone" plan && [ "$(cd "$made/all" && echo *)" = "briefing.pdf charts charts.manifest check.html data gyokaku.manifest matrix.pdf plan.pdf report-$3.pdf report.pdf site site.manifest" ] &&
        cmp "$made/all/report.pdf" "$made/$city-report/report.pdf" && cmp "$made/no-year/report.pdf" "$made/all/report.pdf" &&
        cmp "$made/all/plan.pdf" "$made/alone/plan.pdf" && cmp "$made/all/briefing.pdf" "$made/$city-report/briefing.pdf"
}
for input in input tests/cities/*/input; do
    [ -d "$input/actuals" ] || continue
    city=sample
    [ $input = input ] || city=$(basename "$(dirname "$input")")
    # a city's own form that has no report takes the default one
    templates=$(dirname "$input")/templates
    [ $city != sample ] && [ -f "$templates/report.xsl" ] || templates=templates
    options=(-q --input "$input" --templates "$templates")
    files=("$input"/actuals/*.xml)
    for ((i = 0; i < ${#files[@]}; i++)); do
        year=$(basename "${files[i]}" .xml) name=$city-$(basename "${files[i]}" .xml)
        check "conformance: the report $name is made" build/gyokaku "${options[@]}" -o "$made/$city-report" --year "$year" report
        [ -f "$made/$city-report/report-$year.pdf" ] || continue
        build/gyokaku "${options[@]}" --year "$year" --show document report >"$made/$name.xml"
        balanced "$name" "report $name" "${options[@]}" --year "$year" report
        ln "$made/$city-report/report-$year.pdf" "$made/$name.pdf"
        pdfs+=("$made/$name.pdf")
        facts=(--document "$made/$name.xml" --print "$templates/print.xml" --input "$input/plan.xml" --epoch $SOURCE_DATE_EPOCH
            --actuals "${files[@]:0:i+1}" --later "${files[@]:i+1}")
        behind "$name" "$python" $here/structure.py "$made/$name.pdf" "${facts[@]}" --no-poppler --label "report $name"
        slides=briefing-$year
        [ $((i + 1)) -lt ${#files[@]} ] || slides=briefing
        check "conformance: the briefing $name is made" build/gyokaku "${options[@]}" -o "$made/$city-report" --year "$year" briefing
        build/gyokaku "${options[@]}" --year "$year" --show document briefing >"$made/$name-briefing.xml"
        balanced "$name-briefing" "briefing $name" "${options[@]}" --year "$year" briefing
        ln "$made/$city-report/$slides.pdf" "$made/$name-briefing.pdf"
        pdfs+=("$made/$name-briefing.pdf")
        behind "$name-briefing" "$python" $here/structure.py "$made/$name-briefing.pdf" --document "$made/$name-briefing.xml" \
            --print "$templates/print.xml" --epoch $SOURCE_DATE_EPOCH --no-poppler --label "briefing $name"
        if [ $((i + 1)) -lt ${#files[@]} ]; then
            check "conformance: the report $name leaves report.pdf to the newest year" earlier_leaves_it "$input" "$templates" "$year"
            check "conformance: the report $name does not read later years" later_is_not_read "$input" "$templates" "$year"
        else
            check "conformance: the report $name is report.pdf" newest_is_copied "$made/$city-report" "$year"
            check "conformance: $city, all at once" all_makes_both "$input" "$templates" "$year"
            check "conformance: the plan of $city is the same without actuals" plan_without_actuals "$input" "$templates" "$made/all/plan.pdf"
            [ $city != sample ] || report=("$made/$name.pdf" "${facts[@]}")
        fi
    done
done
check "conformance: there is a report to judge" [ -n "${report-}" ]
[ -z "${report-}" ] || behind broken "$python" $here/broken.py "${report[@]}"
behind extraction "$python" $here/extraction.py build/gyokaku

python_check judges.py "${pdfs[@]}"
[ ! -f "$made/sample.pdf" ] || python_check broken.py "$made/sample.pdf" "${sample[@]}"
for job in "${jobs_of_ours[@]}"; do
    wait "$job" || failures=$((failures + 1))
done
cat "$work"/*.tap

finish
