#!/bin/bash
# The council's slides: large enough to be read in the room, what is late on the first three, titles that are right for any numbers.
# What makes them a good PDF is for tests/conformance.
set -u
tree=$(cd "$(dirname "$0")/../.." && pwd)
. "$tree/tests/tap.sh"
cd "$tree" || exit 1
export SOURCE_DATE_EPOCH=1774969200 PYTHONDONTWRITEBYTECODE=1
here=tests/briefing
slides() {
    /usr/bin/python3 $here/slides.py "$@"
}
made() {
    /usr/bin/python3 $here/made.py "$@"
}
# The titles of the document, but the cover's and those of the appendix, which are the same whatever the numbers
titles() { # FOLDER
    build/gyokaku -q --input "$1" --show document briefing >"$work/document.xml" &&
        xmllint --xpath '//page/h1' "$work/document.xml" | sed 's/<[^>]*>//g' | sed '1d; /^資料/d'
}

# ---- the sample, every city, every year ----
for input in input tests/cities/*/input tests/golden/small; do
    for file in "$input"/actuals/*.xml; do
        [ -f "$file" ] || continue
        year=$(basename "$file" .xml) of="$input $(basename "$file" .xml)" out=$work/${input//\//-}-$(basename "$file" .xml)
        check "briefing: $of is made without a warning of layout" bash -c "build/gyokaku --input '$input' --year $year -o '$out' briefing 2>&1 >/dev/null | tee '$out.said' >&2; ! grep -q '\[layout-' '$out.said'"
        pdf=$(echo "$out"/briefing*.pdf)
        check "briefing: $of, no text under 18 points" slides sizes 18 "$pdf"
        check "briefing: $of, nothing leaves its slide" slides full "$pdf"
        build/gyokaku -q --input "$input" --year "$year" --show document briefing >"$out.xml"
        check "briefing: $of, figures" slides figures "$out.xml"
        [ "$input" != input ] || check "briefing: $of, what is late, why and what is next on the first three slides" slides first "$pdf" "$input" "$year"
    done
done
newest=$(echo "$work"/input-2027/briefing.pdf)

# ---- that the checks can fail ----
spoilt() { # SED-SCRIPT FILE: templates in $work/spoilt with that change
    rm -rf "$work/spoilt" && cp -R templates "$work/spoilt" && sed -i "$1" "$work/spoilt/$2" && ! cmp -s "templates/$2" "$work/spoilt/$2" &&
        build/gyokaku -q --templates "$work/spoilt" -o "$work/spoilt-output" briefing
}
small_chart_is_seen() {
    spoilt '/of="chart" in="briefing"/s/smallest="18"/smallest="9"/' print.xml && refuses slides sizes 18 "$work/spoilt-output/briefing.pdf"
}
missing_name_is_seen() {
    spoilt 's/<xsl:call-template name="late-names"\/>/<div><p>なし<\/p><\/div>/' briefing-figures.xsl && refuses slides first "$work/spoilt-output/briefing.pdf" input 2027
}
other_paper_is_seen() {
    spoilt '/master name="slide" /s/width="960"/width="900"/' print.xml && refuses slides full "$work/spoilt-output/briefing.pdf"
}
same_id_is_seen() {
    sed 's/id="slide-policies"/id="slide-year"/' "$work/input-2027.xml" >"$work/same.xml" && refuses slides figures "$work/same.xml"
}
check "briefing: a small text in a chart is seen" small_chart_is_seen
check "briefing: a late initiative without its name is seen" missing_name_is_seen
check "briefing: another paper is seen" other_paper_is_seen
check "briefing: an id that is there twice is seen" same_id_is_seen

# ---- titles ----
says() { # CASE
    made "$work/$1" "$1" && titles "$work/$1" >"$work/$1.titles" && made --titles "$1" >"$work/$1.wanted" && diff "$work/$1.wanted" "$work/$1.titles"
}
for case in $(made --cases); do
    check "briefing: titles, $case" says "$case"
    check "briefing: titles, $case, on paper" build/gyokaku -q --input "$work/$case" -o "$work/$case/output" briefing
    check "briefing: titles, $case, no text under 18 points" slides sizes 18 "$work/$case/output/briefing.pdf"
done

# ---- the file ----
earlier_has_its_year() { # an earlier year's slides leave briefing.pdf to the newest
    build/gyokaku -q -o "$work/earlier" --year 2026 briefing && [ "$(ls "$work/earlier" | tr "\n" " ")" = "briefing-2026.pdf gyokaku.manifest matrix-2026.pdf " ]
}
same_twice() {
    build/gyokaku -q -j 1 -o "$work/again" briefing && cmp "$newest" "$work/again/briefing.pdf"
}
on_the_site() {
    build/gyokaku -q -o "$work/site" all && grep -q 'href="briefing.pdf"' "$work/site/site/index.html" && cmp "$newest" "$work/site/site/briefing.pdf"
}
check "briefing: an earlier year's is a file of its own" earlier_has_its_year
check "briefing: the same bytes with one thread" same_twice
check "briefing: the site offers it" on_the_site
finish
