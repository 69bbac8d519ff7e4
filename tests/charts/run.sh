#!/bin/bash
# The pictures of charts: SVG, SVG of outlines, PNG and PDF are the same drawing with the same words; and the page that shows them, judged
# by the Nu HTML checker and axe-core. Each judge is also shown faults, and must notice them.
set -u
export LC_ALL=C.UTF-8 # Java reads its arguments by it
cd "$(dirname "$0")/../.." || exit 1
. tests/tap.sh
gyokaku=$PWD/${GYOKAKU:-build/gyokaku}
judges=${JUDGES:-$PWD/build/judges}
tests=tests/charts
python=/usr/bin/python3 # the distribution's, which has its numpy
made=$work/made/charts

# The sample's charts and unkind ones, each a picture and a page of a PDF.
make_pictures() {
    local options=(-q --templates "$work/templates" -o "$work/made")
    "$gyokaku" -q --show document report >"$work/document.xml" && $python -B $tests/papers.py "$work/document.xml" templates "$work/templates" &&
        "$gyokaku" "${options[@]}" charts && $python -B $tests/papers.py --sizes "$work/templates" "$made" &&
        "$gyokaku" "${options[@]}" report && "$gyokaku" "${options[@]}" --show pages report >"$work/pages"
}
every_kind() {
    local kind
    for kind in bars dots line strip stacked matrix; do
        grep -q "kind=\"$kind\"" "$work/templates/report.xsl" && [ -s "$made/unkind-$kind.png" ] || return 1
    done
}

# ---- the sample by itself ----
make_sample() {
    "$gyokaku" -q -o "$work/sample" charts
}
# Of the report one of all policies and one an indicator, those of the slides; three files each, the page and its style sheet.
sample_is_whole() {
    local charts slides name
    charts=$(grep -o '<chart ' "$work/document.xml" | wc -l)
    slides=$("$gyokaku" -q --show document briefing | grep -o '<chart ' | wc -l)
    [ "$charts" = 32 ] && [ "$slides" -gt 0 ] && [ "$(ls "$work/sample/charts" | grep -c '^slide-.*\.png$')" = "$slides" ] || return 1
    charts=$((charts + slides))
    [ "$(find "$work/sample/charts" -type f | wc -l)" = $((charts * 3 + 2)) ] || return 1
    for name in shares 1-1-1 4-2-3; do
        [ -s "$work/sample/charts/$name.svg" ] && [ -s "$work/sample/charts/$name-outline.svg" ] && [ -s "$work/sample/charts/$name.png" ] || return 1
    done
}
well_formed() {
    find "$made" "$work/sample/charts" -name '*.svg' -print0 | xargs -0 xmllint --noout
}
listed() { # every file on the page, and no other
    (cd "$1" && diff <(grep -oE 'href="[^"#]*\.(svg|png)"' index.html | sed 's/href="//; s/"$//' | sort) <(ls | grep -E '\.(svg|png)$' | sort))
}
# Bytes of 1 and 8 threads; a second run, and a run with one file touched by hand.
same_bytes() {
    "$gyokaku" -q -j1 -o "$work/one" charts && "$gyokaku" -q -j8 -o "$work/eight" charts &&
        diff -r "$work/one/charts" "$work/eight/charts" && diff -r "$work/one/charts" "$work/sample/charts"
}
times() {
    (cd "$work/one" && find . -type f -printf '%p %T@ %i\n' | sort)
}
nothing_written_twice() {
    times >"$work/before" && "$gyokaku" -q -o "$work/one" charts && times | cmp - "$work/before" || return 1
    echo mine >"$work/one/charts/mine.txt" && echo '<svg/>' >"$work/one/charts/1-1-1.svg"
    "$gyokaku" -q -o "$work/one" charts && grep -q mine "$work/one/charts/mine.txt" &&
        diff "$work/one/charts/1-1-1.svg" "$work/eight/charts/1-1-1.svg"
}
# A figure that is gone takes its files with it.
gone() {
    cp -R templates "$work/fewer" && sed -i 's/<xsl:call-template name="shares"\/>//' "$work/fewer/report-summary.xsl" &&
        ! cmp -s templates/report-summary.xsl "$work/fewer/report-summary.xsl" && "$gyokaku" -q --templates "$work/fewer" -o "$work/eight" charts &&
        [ ! -e "$work/eight/charts/shares.svg" ] && [ -e "$work/eight/charts/1-1-1.svg" ]
}

# A briefing's charts are those of its slides: their size and type, and a margin; named by the figure.
of_slides() {
    cp -R templates "$work/slides" && cat >"$work/slides/briefing.xsl" <<'END' && "$gyokaku" -q --templates "$work/slides" -o "$work/eight" charts || return 1
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="report.xsl"/>
  <xsl:template match="/facts"><document lang="ja" title="説明資料" author="市" class="briefing">
    <page title="内訳"><aside class="mark">見本</aside><h1>内訳</h1>
      <figure id="slide-shares"><chart class="shares" kind="stacked" alt="内訳"><series role="met" name="達成"><point at="全体" value="3">3</point></series></chart></figure></page>
  </document></xsl:template>
</xsl:stylesheet>
END
    # print.xml: slides of 960 points with 48 to the left and right, a chart of class shares 360 points high in type of 20; the mark in proportion
    grep -q 'viewBox="0 0 888 410.667"' "$work/eight/charts/slide-shares.svg" && grep -q 'font-size="20"' "$work/eight/charts/slide-shares.svg" &&
        grep -q 'font-size="16.667"[^>]*>見本</text>' "$work/eight/charts/slide-shares.svg" && [ -s "$work/eight/charts/slide-shares.png" ] &&
        grep -q 'と説明資料の図' "$work/eight/charts/index.html" && [ -s "$work/eight/charts/shares.svg" ]
}

# In files, which have no host, Nu does not know 'self' of the policy; Chromium does.
nu() {
    java -cp "$judges/nu/*" nu.validator.client.SimpleCommandLineValidator --Werror --filterpattern \
        '.*Resource violates Content Security Policy \(meta tag\): (external stylesheet|image) “[A-Za-z0-9._-]*\.(css|svg)” blocked by .*' "$@" \
        >"$work/nu" 2>&1
    local status=$?
    cat "$work/nu"
    [ $status = 0 ] && [ ! -s "$work/nu" ]
}

check "charts: the pictures are made" make_pictures
check "charts: a picture of every kind" every_kind
check "charts: the sample's are made" make_sample
check "charts: as many as report and slides have, in three forms" sample_is_whole
check "charts: SVG is well-formed" well_formed
check "charts: the page links to every file, of the sample" listed "$work/sample/charts"
check "charts: the page links to every file, of unkind charts" listed "$made"
mkdir "$work/shown" && $python -B $tests/compare.py "$made" "$work/made/report.pdf" "$work/shown" "$work/pages" || failures=$((failures + 1))
$python -B $tests/compare.py --spoilt "$made" "$work/shown" || failures=$((failures + 1))
check "charts: the same bytes from 1 and 8 threads" same_bytes
check "charts: only what changed is written, what is not ours stays" nothing_written_twice
check "charts: a figure that is gone takes its files with it" gone
check "charts: those of slides are as on the slide" of_slides
check "Nu HTML checker: the page" nu "$work/sample/charts/index.html" "$made/index.html"
check "Nu HTML checker: SVG" nu --svg "$made"/*.svg
check "Nu HTML checker: style sheet" nu --css "$work/sample/charts/charts.css"
mkdir "$work/broken" && sed 's/ alt="[^"]*"//; s/ href="[^"]*\.css"//' "$work/sample/charts/index.html" >"$work/broken/index.html"
check "noticed by Nu: a picture without words" refuses nu "$work/broken/index.html"
node $tests/browser.mjs "$judges/web" "$work/sample/charts" "$made" "$work/broken" || failures=$((failures + 1))
finish
