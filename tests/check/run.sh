#!/bin/bash
# The checking of plans: its rules (rules.py), and what a city may rule about them: severities, acceptance, --strict; where messages go and
# in which colours; the page for staff, judged by Nu and axe. The rules once more under the sanitizers.
set -u
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
cd "$(dirname "$0")/../.." || exit 1
. tests/tap.sh
gyokaku=${GYOKAKU:-build/gyokaku}
judges=${JUDGES:-$PWD/build/judges}
base=tests/check/base

# with 'CHECK.XML ELEMENTS' SED-SCRIPT COMMAND…: the base with this check.xml and actuals/2027.xml changed; said and status are kept
with() {
    rm -rf "$work/input" "$work/output" && cp -R $base "$work/input" || return 1
    [ -z "$1" ] || printf '<check version="1">\n%s\n</check>\n' "$1" >"$work/input/check.xml"
    sed -i "$2" "$work/input/actuals/2027.xml"
    shift 2
    "$gyokaku" --input "$work/input" -o "$work/output" "$@" >"$work/out" 2>"$work/said"
    status=$?
}
says() { grep -qF -- "$1" "$work/said" || { cat "$work/said"; return 1; }; }
silent() { ! grep -qF -- "$1" "$work/said" || { cat "$work/said"; return 1; }; }
SLIP='s/<actual>3件/<actual>30件/'
ACCEPT='<accept rule="digit-slip" about="1-2-1/actual/1/2027" reason="売却の時期が重なったため"/>'

warned() { with '' "$SLIP" check && [ $status = 0 ] && says 'actuals/2027.xml:19: 警告: ' && says '[digit-slip]' && says 'エラー0件、警告1件' && [ ! -s "$work/out" ]; }
strict() { with '' "$SLIP" --strict check && [ $status = 1 ] && says ': エラー: ' && says 'エラー1件、警告0件' && [ -s "$work/output/check.html" ]; }
ranked() { with '<severity rule="digit-slip" as="error"/>' "$SLIP" check && [ $status = 1 ] && says ': エラー: '; }
accepted() { with "$ACCEPT" "$SLIP" check && [ $status = 0 ] && silent 'digit-slip' && says 'エラー0件、警告0件、承認済み1件' && grep -q '売却の時期が重なったため' "$work/output/check.html"; }
accepted_strictly() { with "<severity rule=\"digit-slip\" as=\"error\"/>$ACCEPT" "$SLIP" --strict check && [ $status = 0 ] && says '承認済み1件'; }
accepted_json() { with "$ACCEPT" "$SLIP" --format json check && [ ! -s "$work/said" ] && python3 -c '
import json, sys
data = json.load(sys.stdin)
assert data["counts"] == {"error": 0, "warning": 0, "accepted": 1} and data["findings"][0]["accepted"] == "売却の時期が重なったため"' <"$work/out"; }
unused() { with "$ACCEPT" '' check && [ $status = 0 ] && says '[setting-unused]' && says 'check.xml:2: '; }
unused_of_later_year() { with "$ACCEPT" "$SLIP" --year 2026 check && [ $status = 0 ] && silent 'setting-unused'; }
misnamed() { with '<accept rule="digit-slips" about="1-1-1" reason="-"/>' '' check && says '「digit-slip」の誤りではありませんか'; }
unknown() { with '<accept rule="quite-another-thing" about="1-1-1" reason="-"/>' '' check && says '[setting-rule]'; }
form_stays() { with '<accept rule="actual-words" about="1-2-1/actual/1/2027" reason="-"/><severity rule="actual-words" as="warning"/>' 's/<actual>3件/<actual>数件/' check && [ $status = 1 ] && says '[actual-words]' && says '[setting-rule-closed]'; }
bad_settings() { with '<accept rule="digit-slip" reason="-"/>' '' check && [ $status = 1 ] && says '[attribute-missing]'; }
all_refuses() { with '<severity rule="digit-slip" as="error"/>' "$SLIP" --templates templates --fonts fonts all && [ $status = 1 ] && [ "$(ls -A "$work/output" | grep -vx gyokaku.manifest)" = check.html ]; }
not_in_all() { with '' '' --fonts fonts all && [ $status = 0 ] && [ -s "$work/output/check.html" ] && [ -s "$work/output/report.pdf" ] && [ ! -e "$work/output/site/check.html" ]; }
accepted_by_plan() { with '<accept rule="goal-unit" about="1-2-1/goal" reason="-"/>' '' check && sed -i 's#<related>公有#<goal-value>3区画</goal-value><related>公有#' "$work/input/plan.xml" &&
    "$gyokaku" --input "$work/input" -o "$work/output" plan 2>"$work/said" && silent goal-unit && says '警告0件、承認済み1件'; }
other_words() { with '<good-words><word>短かった</word></good-words>' '' check && says '[prose-against-grade]'; }
unread_plan() { with '' '' check && sed -i 's/<goal>/<gaol>/' "$work/input/plan.xml" && "$gyokaku" --input "$work/input" -o "$work/output" --format json check >"$work/out"; [ $? = 1 ] && grep -q xml-tag-mismatch "$work/out"; }
no_actuals() { with '' '' check && rm -r "$work/input/actuals" && "$gyokaku" --input "$work/input" -o "$work/output" check; }
many() { # more of a kind than are shown, all of them counted
    with '' '' check
    python3 - "$work/input" <<'END'
import pathlib, re, sys
plan = pathlib.Path(sys.argv[1]) / "plan.xml"
text = plan.read_text()
one = re.search(r'<initiative number="2".*?</initiative>', text, re.S).group()
more = "".join(one.replace('number="2"', f'number="{n}"').replace("納税課 情報課", f"第{n}課").replace("電子納付の件数", f"第{n}課の電子納付の件数") for n in range(3, 123))
plan.write_text(text.replace(one, one + more))
END
    "$gyokaku" --input "$work/input" -o "$work/output" check 2>"$work/said"
    [ "$(grep -c '\[entries-missing\]$' "$work/said")" = 51 ] && says '同じ種類の指摘がほかに190件あります [entries-missing]' && says 'エラー0件、警告240件'
}
colored() { # NO_COLOR PATTERN: what is said on a terminal
    with '' "$SLIP" check
    NO_COLOR=$1 script -qec "$gyokaku --input $work/input -o $work/output check" /dev/null >"$work/said" </dev/null
    says 'digit-slip' && if [ "$1" ]; then silent $'\033'; else says $'\033[33m警告'; fi
}
same_twice() { with '' "$SLIP" check && cp "$work/output/check.html" "$work/first.html" && with '' "$SLIP" -j 1 check && cmp "$work/first.html" "$work/output/check.html"; }
nu() { java -cp "$judges/nu/*" nu.validator.client.SimpleCommandLineValidator --Werror "$@"; }
sample() { "$gyokaku" -o "$work/sample" check 2>/dev/null && cp "$work/output/check.html" "$work/sample/errors.html"; }

mkdir "$work/rules"
python3 tests/check/rules.py "$gyokaku" "$work/rules" || failures=$((failures + 1))
python3 tests/check/sample.py "$gyokaku" "$work/rules" || failures=$((failures + 1))
for one in warned strict ranked accepted accepted_strictly accepted_json unused unused_of_later_year misnamed unknown form_stays bad_settings \
    all_refuses not_in_all accepted_by_plan other_words unread_plan no_actuals many same_twice; do
    check "check: ${one//_/ }" $one
done
check "check: colours on a terminal" colored ''
check "check: no colours with NO_COLOR" colored 1
with '<severity rule="digit-slip" as="error"/>' "$SLIP;s/9年度（2027/9年度（2026/" check
check "check.html is made of the sample and of errors" sample
check "check.html: Nu HTML checker" nu "$work/sample/check.html" "$work/sample/errors.html"
node tests/check/browser.mjs "$work/sample" "$judges/web" || failures=$((failures + 1))
if [ -x build/asan/gyokaku ]; then
    python3 tests/check/rules.py build/asan/gyokaku "$work/rules" | sed 's/^\(not ok\|ok\) /&sanitizers: /'
    [ "${PIPESTATUS[0]}" = 0 ] || failures=$((failures + 1))
fi
finish
