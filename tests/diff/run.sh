#!/bin/bash
# gyokaku diff and gyokaku publish: what is told of each kind of edit, in every form; what is kept of an input, all or nothing; the report
# and the pages that tell what changed since the last publication.
set -u
export LC_ALL=C.UTF-8 # Java reads its arguments by it
cd "$(dirname "$0")/../.." || exit 1
. tests/tap.sh
gyokaku=${GYOKAKU:-build/gyokaku}
judges=${JUDGES:-$PWD/build/judges}
sample=input
make -s build/schema/made || exit 1

# ---- what is told ----
blind() { # a program that tells nothing is noticed
    printf '#!/bin/sh\necho %s\n' "'{\"changes\": []}'" >"$work/blind" && chmod +x "$work/blind"
    refuses python3 -B tests/diff/cases.py "$work/blind" $sample "$work"
}
copies() { # the sample in $work/a, as it was published with its first year; in $work/b, as it is now, with edits of every kind
    rm -rf "$work/a" "$work/b" && cp -R $sample "$work/a" && cp -R $sample "$work/b" && rm "$work/a/actuals/2027.xml" &&
        sed -i '0,/98.52%/s//98.62%/; 0,/1,862件/s//1,962件/; 0,/<cost>6,240/s//<cost>６，２４０/' "$work/b/actuals/2026.xml" &&
        sed -i '0,/<target year="2030">9社/s//<target year="2030">10社/; 0,/寄附額を目標の金額/s//寄附額を"計画"の<金額>/; s/<金額>/\&lt;金額\&gt;/;
            0,/<name>民間企業との連携/s//<name>民間企業と連携/' "$work/b/plan.xml"
}
text() {
    "$gyokaku" -q -o "$work/out" diff "$work/a" "$work/b" >"$work/said" || return 1
    grep -q '^違いは[0-9]*件です。$' "$work/said" && grep -q '評価報告書 [0-9]*ページ 実績値 令和8年度' "$work/said" && grep -q '誤 98.52%' "$work/said" &&
        grep -q '【年間1,962件受け、】' "$work/said" && grep -q '判定 令和8年度（令和8年度の実績値が変わったため）' "$work/said" &&
        grep -q '令和9年度の実績が加わりました。' "$work/said"
}
same_said() { # the same bytes with another number of threads
    cp "$work/out/diff.html" "$work/first.html" && "$gyokaku" -q -j 1 -o "$work/out" diff "$work/a" "$work/b" | cmp - "$work/said" && cmp "$work/first.html" "$work/out/diff.html"
}
none() { [ "$("$gyokaku" -q -o "$work/none" diff "$work/a" "$work/a" | head -n 1)" = "違いはありません。" ] && grep -q '違いはありません' "$work/none/diff.html"; }
json() { "$gyokaku" -q -o "$work/out" --format json diff "$work/a" "$work/b" | python3 -c 'import json, sys; sys.exit(not all(one["kind"] and one["fieldName"] for one in json.load(sys.stdin)["changes"]))'; }
facts() {
    "$gyokaku" -q --show facts diff "$work/a" "$work/b" >"$work/facts.xml" && jing -c templates/schema/facts-diff.rnc "$work/facts.xml" &&
        xmllint --noout --relaxng build/schema/facts-diff.rng "$work/facts.xml"
}
pasted() { # every proposal, put where it says, is read, and from then on told as announced
    cp -R "$work/b" "$work/pasted" && python3 - "$work/facts.xml" "$work/pasted" <<'END' || return 1
import pathlib, sys, xml.etree.ElementTree as tree
for one in tree.parse(sys.argv[1]).iter("proposal"):
    path = pathlib.Path(sys.argv[2]) / one.get("file")
    end = "</plan>" if one.get("file") == "plan.xml" else "</actuals>"
    path.write_text(path.read_text("utf-8").replace(end, one.text + end), "utf-8")
END
    "$gyokaku" -q --show facts diff "$work/a" "$work/pasted" >"$work/after.xml" && refuses grep -q '<proposal' "$work/after.xml" && grep -q 'announced="yes"' "$work/after.xml"
}
plans_alone() { "$gyokaku" -q -o "$work/out" diff "$work/a/plan.xml" "$work/b" >"$work/said" && grep -q '10社' "$work/said" && refuses grep -q 実績 "$work/said"; }
not_there() { "$gyokaku" -o "$work/out" diff 2001-01-01 "$work/b" 2>"$work/said"; [ $? = 1 ] && grep -q 'diff-nothing-there' "$work/said"; }
# Nu knows no digests in a policy; Chromium, below, does, and would not apply the style.
nu() { java -cp "$judges/nu/*" nu.validator.client.SimpleCommandLineValidator --Werror --filterpattern '.*(Inline style violates|Resource violates) Content Security Policy .*' "$@"; }
spoilt_page() { sed 's/<h1>/<h1><p>/' "$work/out/diff.html" >"$work/spoilt.html" && refuses nu "$work/spoilt.html"; }

python3 -B tests/diff/cases.py "$gyokaku" $sample "$work" || failures=$((failures + 1))
check "noticed: a program that tells nothing" blind
check "two editions of the sample" copies
for one in text same_said none json facts pasted plans_alone not_there; do
    check "diff: ${one//_/ }" $one
done
"$gyokaku" -q -o "$work/out" diff "$work/a" "$work/b" >/dev/null
check "diff.html: Nu HTML checker" nu "$work/out/diff.html" "$work/none/diff.html"
check "diff.html: noticed by Nu" spoilt_page
node tests/diff/browser.mjs "$work/out/diff.html" "$judges/web" || failures=$((failures + 1))

# ---- publish ----
day=2027-09-10
published() {
    touch "$work/a/.hidden.xml" "$work/a/actuals/2026.xml~" "$work/a/actuals/#2026.xml#" "$work/a/plan.xml.bak"
    [ "$("$gyokaku" -q --input "$work/a" publish)" = "$work/a/published/$day" ] &&
        [ "$(cd "$work/a/published" && find . -type f | sort | tr '\n' ' ')" = "./$day/actuals/2026.xml ./$day/check.xml ./$day/plan.xml ./$day/terms.xml " ] &&
        cmp "$work/a/plan.xml" "$work/a/published/$day/plan.xml"
}
again() { "$gyokaku" --input "$work/a" publish 2>"$work/said" >/dev/null && grep -q 'publish-same' "$work/said"; }
differs() { # a copy of that day is not touched
    cp -R "$work/a" "$work/changed" && sed -i 's/98.52%/98.53%/' "$work/changed/actuals/2026.xml"
    "$gyokaku" --input "$work/changed" publish 2>"$work/said"
    [ $? = 1 ] && grep -q 'publish-differs' "$work/said" && diff -r "$work/a/published" "$work/changed/published"
}
file_more() { # a year that the copy has and the input has not any more
    cp -R "$work/a" "$work/more" && cp "$work/a/plan.xml" "$work/more/published/$day/check.xml"
    refuses "$gyokaku" -q --input "$work/more" publish 2>/dev/null
}
killed() { # what a run that was killed left is not taken over
    cp -R "$work/a" "$work/killed" && rm -r "$work/killed/published/$day" && mkdir -p "$work/killed/published/.$day.part/actuals" &&
        echo x >"$work/killed/published/.$day.part/actuals/2030.xml" && "$gyokaku" -q --input "$work/killed" publish && diff -r "$work/a/published" "$work/killed/published"
}
full() { # no room: nothing is left
    cp -R "$work/a" "$work/full" && rm -r "$work/full/published"
    (ulimit -f 4 && "$gyokaku" --input "$work/full" publish 2>"$work/said")
    [ $? = 3 ] && grep -q 'output-failed' "$work/said" && [ -z "$(find "$work/full/published" -mindepth 1)" ]
}
unreadable() {
    cp -R "$work/a" "$work/unread" && rm -r "$work/unread/published" && sed -i 's/<done>/<dane>/' "$work/unread/actuals/2026.xml"
    refuses "$gyokaku" -q --input "$work/unread" publish 2>/dev/null && [ ! -e "$work/unread/published" ]
}
undated() {
    cp -R "$work/a" "$work/undated" && rm -r "$work/undated/published" && sed -i "s/ published=\"$day\"//" "$work/undated/actuals/2026.xml"
    "$gyokaku" --input "$work/undated" publish 2>"$work/said"
    [ $? = 1 ] && grep -q 'publish-no-date' "$work/said"
}
of_the_plan() { mkdir "$work/plan" && cp "$work/a/plan.xml" "$work/plan" && [ "$("$gyokaku" -q --input "$work/plan" publish)" = "$work/plan/published/2026-03" ]; }
by_date() { cp -R "$work/a/published" "$work/b/" && "$gyokaku" -q --input "$work/b" -o "$work/out" diff $day "$work/b" | grep -q '98.52%'; }
for one in published again differs file_more killed full unreadable undated of_the_plan by_date; do
    check "publish: ${one//_/ }" $one
done

# ---- since the last publication ----
facts_of() { # WHAT: the facts of the later edition, by the schema
    "$gyokaku" -q --input "$work/b" --show facts "$1" >"$work/$1.xml" && jing -c "templates/schema/facts-$1.rnc" "$work/$1.xml" &&
        xmllint --noout --relaxng "build/schema/facts-$1.rng" "$work/$1.xml" && [ "$(grep -c '<since' "$work/$1.xml")" = 1 ]
}
told_in_report() {
    "$gyokaku" -q --input "$work/b" -o "$work/out" report && pdftotext -layout "$work/out/report.pdf" "$work/report.txt" &&
        grep -q '前回の公表からの変更' "$work/report.txt" && grep -q '98.62%' "$work/report.txt" && grep -q '10 *社' "$work/report.txt"
}
without_copy() { # the same bytes as if there were no such folder; a copy of the report's own day is none before it
    mkdir -p "$work/same/input" && cp -R "$work/b/plan.xml" "$work/b/actuals" "$work/same/input/" && "$gyokaku" -q --input "$work/same/input" -o "$work/same/x" report &&
        mkdir "$work/same/input/published" && cp -R "$work/b/published/$day" "$work/same/input/published/2028-09-08" &&
        "$gyokaku" -q --input "$work/same/input" -o "$work/same/y" report && cmp "$work/same/x/report.pdf" "$work/same/y/report.pdf" &&
        refuses cmp -s "$work/same/x/report.pdf" "$work/out/report.pdf"
}
earlier_report() { # of 2026, published on the copy's own day: nothing to compare with
    "$gyokaku" -q --input "$work/b" --year 2026 --show facts report >"$work/earlier.xml" && refuses grep -q '<since' "$work/earlier.xml"
}
old_copy() { # one that cannot be read any more: a warning, and the report without it
    cp -R "$work/same/input" "$work/aged" && rm -r "$work/aged/published" && mkdir -p "$work/aged/published" && cp -R "$work/b/published/$day" "$work/aged/published/" &&
        sed -i 's/<plan version="1"/<plan version="0"/' "$work/aged/published/$day/plan.xml" && "$gyokaku" --input "$work/aged" -o "$work/aged/out" report 2>"$work/said" &&
        grep -q 'since-unreadable' "$work/said" && cmp "$work/same/x/report.pdf" "$work/aged/out/report.pdf"
}
site() { "$gyokaku" -q --input "$work/b" -o "$work/out" site && grep -q '前回の公表からの変更' "$work/out/site/changes.html" && [ ! -e "$work/out/site/diff.html" ]; }
nu_site() { nu "$work/out/site/changes.html"; }
check "since: facts of the report" facts_of report
check "since: facts of the site" facts_of site
for one in told_in_report without_copy earlier_report old_copy site; do
    check "since: ${one//_/ }" $one
done
check "since: changes.html, Nu HTML checker" nu_site
VERAPDF=${VERAPDF:-$judges/cli-1.30.2.jar} tests/conformance/run.sh "$work/out/report.pdf" || failures=$((failures + 1))

if [ -x build/asan/gyokaku ]; then
    check "sanitizers: diff" build/asan/gyokaku -q -o "$work/asan" diff "$work/a" "$work/b"
    check "sanitizers: diff, the other way, as JSON" build/asan/gyokaku -q -o "$work/asan" --format json diff "$work/b" "$work/new"
    check "sanitizers: publish" build/asan/gyokaku -q --input "$work/a" publish
    check "sanitizers: a report with a copy" build/asan/gyokaku -q --input "$work/b" -o "$work/asan" report
fi
finish
