#!/bin/bash
# Makes the plan's PDF from the sample and from every city of tests/cities, and gives it to all judges, ours and others'.
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
    ln "$made/$city/plan.pdf" "$made/$city.pdf"
    pdfs+=("$made/$city.pdf")
    facts+=(--document "$made/$city.xml" --print "$templates/print.xml" --input "$input/plan.xml" --epoch $SOURCE_DATE_EPOCH)
    "$python" $here/structure.py "$made/$city.pdf" "${facts[@]}" --label "$city" >"$made/$city.tap" 2>&1 &
    [ $city != sample ] || sample=("${facts[@]}")
done
check "conformance: there is something to judge" [ ${#pdfs[@]} -gt 0 ]
python_check judges.py "${pdfs[@]}"
[ ! -f "$made/sample.pdf" ] || python_check broken.py "$made/sample.pdf" "${sample[@]}"
for job in $(jobs -p); do
    wait "$job" || failures=$((failures + 1))
done
cat "$work"/*.tap

finish
