#!/bin/bash
# Runs every check and counts them. Each suite prints `ok NAME` or `not ok NAME` a check (TAP); what failed is shown in full.
# The last line is `N passed, N failed`; the exit status is 0 only if nothing failed and every suite ran some check.
# usage: tests/all.sh [SUITE…]   (a suite is a command; default: all)
set -u
cd "$(dirname "$0")/.." || exit 1
export CMOCKA_MESSAGE_OUTPUT=TAP ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
unset MAKEFLAGS MFLAGS MAKELEVEL
export VERAPDF=$PWD/build/judges/cli-1.30.2.jar
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
cores=$(nproc 2>/dev/null || echo 2)
started=0 running=0

# One suite: its counts on a line, and what failed; the counts once more in a file of their own.
run() { # number command…
    local number=$1 status good bad start=$SECONDS out=$results/$1.out
    shift
    "$@" >"$out" 2>&1 </dev/null
    status=$?
    good=$(grep -ac '^ok ' "$out")
    bad=$(grep -ac '^not ok ' "$out")
    if [ $status != 0 ] && [ "$bad" = 0 ]; then
        bad=1
        echo "not ok $* ended with status $status" >>"$out"
    elif [ "$good" = 0 ] && [ "$bad" = 0 ]; then
        bad=1
        echo "not ok $* checked nothing" >>"$out"
    fi
    echo "$good $bad" >"$results/$number"
    {
        printf '%-44s %4d ok %4d failed  %3d s\n' "${*#build/asan/}" "$good" "$bad" $((SECONDS - start))
        [ "$bad" = 0 ] || grep -avE '^ok |^1\.\.[0-9]+$' "$out" | head -n 200 | sed 's/^/    /'
    } >"$results/$number.said"
    cat "$results/$number.said" # at once, so that suites side by side do not mix their lines
}
# Suites share nothing that is written, so as many run side by side as there are cores.
suite() {
    [ $running -lt "$cores" ] || { wait -n; running=$((running - 1)); }
    run $started "$@" &
    started=$((started + 1)) running=$((running + 1))
}
# What writes into build/ runs when nothing else does.
alone() {
    wait
    running=0
    suite "$@"
    wait
    running=0
}

# tap NAME COMMAND…: one check of a command that prints no TAP itself
tap() {
    local name=$1
    shift
    if "$@"; then echo "ok $name"; else echo "not ok $name"; fi
}
formatted() {
    tap "clang-format" make -s format-check
}
linted() {
    tap "clang-tidy" make -s -k lint
}
sanitized() { # the whole road under AddressSanitizer and UBSan, from the sample and from every city, each year of it
    for input in input tests/cities/*/input; do
        [ ! -f "$input/plan.xml" ] || tap "sanitizers: $input" build/asan/gyokaku -q --input "$input" -o build/asan/output plan
        [ ! -f "$input/plan.xml" ] || tap "sanitizers: check of $input" build/asan/gyokaku -q --input "$input" -o build/asan/output check
        for year in "$input"/actuals/*.xml; do
            [ ! -f "$year" ] || tap "sanitizers: report of $year" build/asan/gyokaku -q --input "$input" -o build/asan/output \
                --year "$(basename "$year" .xml)" report
            [ ! -f "$year" ] || tap "sanitizers: briefing of $year" build/asan/gyokaku -q --input "$input" -o build/asan/output \
                --year "$(basename "$year" .xml)" briefing
        done
    done
}
in_a_folder() { # a Python test of the program with a folder of its own
    local work status
    work=$(mktemp -d)
    python3 -B "$1" build/gyokaku "$work"
    status=$?
    rm -r "$work"
    return $status
}
formed() { # cells that are not plain numbers: rows of three years through every output
    local work
    work=$(mktemp -d)
    python3 -B tests/forms.py build/gyokaku "$work"
    local status=$?
    rm -r "$work"
    return $status
}
tallied() { # every result and number of the sample's reports, computed anew from the input; and the comparison can fail
    local year text
    for year in input/actuals/*.xml; do
        year=$(basename "$year" .xml) text=$(mktemp)
        build/gyokaku -q -o "$text.d" --year "$year" report && pdftotext -raw "$text.d/report-$year.pdf" "$text" &&
            python3 -B tests/tallies.py --self-test input "$year" "$text"
        tap "tallies $year: all of them" [ $? = 0 ]
        rm -r "$text" "$text.d"
    done
}

if [ $# -gt 0 ]; then
    for one; do
        suite "$one"
    done
else
    # the long ones first, so that none is left over at the end
    suite tests/conformance/run.sh
    suite tests/site/run.sh
    suite linted
    suite tests/diff/run.sh
    suite tests/verify/run.sh
    suite tests/charts/run.sh
    suite tests/import/run.sh
    suite tests/check/run.sh
    for test in build/asan/unit/test_*; do
        case $test in
        *.d) ;;
        *) suite "$test" ;;
        esac
    done
    suite tests/layering.sh
    suite tests/schema.sh
    suite tests/opendata.sh
    suite tests/fields.sh
    suite tests/shapes/run.sh
    suite tests/threads.sh
    suite tests/install/packages.sh
    suite tests/golden/run.sh
    suite tests/hostile/run.sh
    suite tests/briefing/run.sh
    suite tests/colours.sh
    suite in_a_folder tests/bounds.py    # cells and actuals through report, chart and data
    suite in_a_folder tests/life.py      # initiatives that come and go
    suite in_a_folder tests/realplans.py # what real bodies published
    suite formed
    suite tallied
    suite sanitized
    suite tests/conformance/matrix.sh
    suite tests/conformance/machine.sh
    suite formatted
    alone tests/install/install.sh
fi
wait
passed=0 failed=0
for ((i = 0; i < started; i++)); do
    read -r good bad <"$results/$i" || bad=1
    passed=$((passed + good)) failed=$((failed + bad))
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
