#!/bin/bash
# The web pages, judged: links and ids, every number against the facts and the report, the Nu HTML checker, and Chromium with axe-core
# (tools/judges.sh installs what it takes). Each judge is also shown faults, and must notice them.
set -u
export LC_ALL=C.UTF-8 # Java reads its arguments by it
cd "$(dirname "$0")/../.." || exit 1
. tests/tap.sh
gyokaku=${GYOKAKU:-build/gyokaku}
judges=${JUDGES:-$PWD/build/judges}
tests=tests/site

make_sites() {
    "$gyokaku" -q -o "$work/sample" all &&
        "$gyokaku" -q -o "$work/sample" --fragment site &&
        "$gyokaku" -q -o "$work/based" --base-url https://city.example/plan site &&
        "$gyokaku" -q --input tests/cities/hokuto/input -o "$work/hokuto" all &&
        python3 -B $tests/hostile.py input "$work/hostile/input" "$work/hostile/marks" &&
        "$gyokaku" -q --input "$work/hostile/input" -o "$work/hostile" all &&
        python3 -B $tests/spoil.py "$work"
}

# nu FILE…: not a word from the checker. In files, which have no host, it does not know 'self' of the policy; Chromium does.
nu() {
    java -cp "$judges/nu/*" nu.validator.client.SimpleCommandLineValidator --Werror --filterpattern \
        '.*Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) “(\.\./)?site\.(css|js)” blocked by .*' "$@" \
        >"$work/nu" 2>&1
    local status=$?
    cat "$work/nu"
    [ $status = 0 ] && [ ! -s "$work/nu" ]
}
pages() {
    find "$@" -name '*.html'
}

# What came of a hostile plan beside the pages
open_data() {
    python3 -B $tests/data.py "$work/hostile/input/plan.xml" "$work/hostile/site/data" "$work/hostile/data"
}
well_formed() {
    local feed
    for feed in "$work"/*/site/*.xml; do
        xmllint --noout "$feed" || return 1
    done
    [ -s "$work/based/site/sitemap.xml" ] && [ -s "$work/hostile/site/feed.xml" ]
}

# Elsewhere and read-only, under a name with blanks: the same pages, the same links.
elsewhere() {
    mkdir -p "$work/さらに 別の#場所/x" && cp -R "$work/sample/site" "$work/さらに 別の#場所/x/" &&
        python3 -B $tests/links.py "$work/さらに 別の#場所/x/site" && diff -r "$work/sample/site" "$work/さらに 別の#場所/x/site"
}

check "the sites are made" make_sites
python3 -B $tests/links.py --self-test "$work"/{sample,based,hokuto,hostile}/site || failures=$((failures + 1))
check "links from another folder" elsewhere
check "feed and site map are well-formed" well_formed
check "CSV and JSON of a hostile plan are well-formed and run nowhere" open_data
printf '団体コード,団体名\n=1+1,"x\n' >"$work/naive/x.csv"
check "noticed: a CSV file that is not" refuses python3 -B $tests/data.py "$work/hostile/input/plan.xml" "$work/naive"
python3 -B $tests/numbers.py --self-test "$gyokaku" input "$work/sample" || failures=$((failures + 1))
python3 -B $tests/numbers.py "$gyokaku" tests/cities/hokuto/input "$work/hokuto" || failures=$((failures + 1))
check "Nu HTML checker: the sample" nu $(pages "$work/sample/site")
check "Nu HTML checker: another city, a hostile plan" nu $(pages "$work"/{hokuto,hostile}/site)
check "Nu HTML checker: fragments" nu $(pages "$work/wrapped")
check "Nu HTML checker: style sheets" nu --css "$work"/sample/{site,fragment}/site.css
check "noticed by Nu: faults of HTML" refuses nu $(pages "$work/broken")
printf 'p { colour: red }\n' >"$work/broken.css"
check "noticed by Nu: faults of CSS" refuses nu --css "$work/broken.css"
node $tests/browser.mjs "$work" "$judges/web" || failures=$((failures + 1))
finish
