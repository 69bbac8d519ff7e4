#!/bin/bash
# What the machine can do to a run: other settings must not change a byte; a full disk, a folder without write access, an
# interrupt at any step of the writing must leave the former file as it was, no temporary file, and a sentence that says so.
set -u
tree=$(cd "$(dirname "$0")/../.." && pwd)
. "$tree/tests/tap.sh"

chmod 755 "$work"
cp -R "$tree/build/gyokaku" "$tree/input" "$tree/templates" "$tree/fonts" "$work/"
cd "$work" || exit 1
export SOURCE_DATE_EPOCH=1774969200
./gyokaku -q -o first plan || { echo "not ok machine: the sample cannot be made"; exit 1; }
good=$work/first/plan.pdf

# ---- the same bytes ----
same() {
    local folder=$1
    shift
    rm -rf "$folder" && "$@" && cmp "$good" "$folder/plan.pdf"
}
check "same bytes: a second run" same again ./gyokaku -q -o again plan
for locale in POSIX C.UTF-8 de_DE.UTF-8 tr_TR.UTF-8 ja_JP.UTF-8 ja_JP.EUC-JP; do
    case $locale in
    *_*) [ -d "locale/$locale" ] || { mkdir -p locale && localedef -i "${locale%.*}" -f "${locale#*.}" "locale/$locale" || exit 1; } ;;
    esac
    check "same bytes: LC_ALL=$locale" same again env LOCPATH="$work/locale" LC_ALL="$locale" ./gyokaku -q -o again plan
done
check "same bytes: another time zone" same again env TZ=America/St_Johns ./gyokaku -q -o again plan
check "same bytes: no HOME, no settings at all" same again env -i SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH" ./gyokaku -q -o again plan
mkdir -p elsewhere/deep
(cd elsewhere/deep && check "same bytes: another working directory" same "$work/again" ../../gyokaku -q --input ../../input \
    --templates ../../templates --fonts "$work/fonts" -o "$work/again" plan; exit "$failures") || failures=$((failures + 1))
check "other bytes: another date" refuses same again env SOURCE_DATE_EPOCH=1700000000 ./gyokaku -q -o again plan
sed 's/98\.60%/98.61%/' input/plan.xml >changed.xml && mkdir changed && mv changed.xml changed/plan.xml
check "other bytes: another target" refuses same again ./gyokaku -q --input changed -o again plan

# the report: the same under all of that, in both of its files
./gyokaku -q -o first report || { echo "not ok machine: the sample's report cannot be made"; exit 1; }
same_report() {
    local folder=$1
    shift
    rm -rf "$folder" && "$@" && cmp "$work/first/report-2027.pdf" "$folder/report-2027.pdf" && cmp "$work/first/report-2027.pdf" "$folder/report.pdf"
}
check "same report: a second run" same_report again ./gyokaku -q -o again report
check "same report: with its year named" same_report again ./gyokaku -q -o again --year 2027 report
for locale in POSIX de_DE.UTF-8 tr_TR.UTF-8 ja_JP.EUC-JP; do
    check "same report: LC_ALL=$locale" same_report again env LOCPATH="$work/locale" LC_ALL="$locale" ./gyokaku -q -o again report
done
check "same report: another time zone" same_report again env TZ=America/St_Johns ./gyokaku -q -o again report
check "same report: no HOME, no settings at all" same_report again env -i SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH" ./gyokaku -q -o again report
(cd elsewhere/deep && check "same report: another working directory" same_report ../../again ../../gyokaku -q --input ../../input \
    --templates ../../templates --fonts "$work/fonts" -o ../../again report; exit "$failures") || failures=$((failures + 1))
folders_otherwise() { # the same folders, called otherwise
    same_report again ./gyokaku -q --input ./input/ --templates ./templates --fonts ./fonts/ -o ./again/ report
}
check "same report: folders written as ./NAME" folders_otherwise
cp -R input other && sed -i 's/98\.61%/98.62%/' other/actuals/2027.xml
check "other report: another actual" refuses same_report again ./gyokaku -q --input other -o again report
# without SOURCE_DATE_EPOCH the date is that of the input, not of the day
by_input() {
    local day
    day=$(sed -n 's/^<actuals .*published="\([-0-9]*\)".*/\1/p' input/actuals/2027.xml)
    rm -rf again && env -u SOURCE_DATE_EPOCH ./gyokaku -q -o again report && TZ=Asia/Tokyo pdfinfo -isodates again/report.pdf | tee said &&
        [ -n "$day" ] && grep -q "^CreationDate: *${day}T" said
}
check "the report's date is the day of its publication" by_input

# ---- nothing is lost ----
# A former file that is not what the run would write, so that old and new can be told apart.
former() {
    rm -rf out && mkdir out && echo "the former file" >out/plan.pdf && cp out/plan.pdf former
}
# only FOLDER FILE…: nothing else is there, but perhaps the record of what was written
only() {
    [ "$(ls -A "$1" | grep -vx gyokaku.manifest | tr '\n' ' ')" = "${*:2} " ] || { ls -la "$1"; return 1; }
}
# The plan is the former one; or it is the new one, whole, and what failed came after it: the record.
kept() {
    cmp -s former out/plan.pdf || { cmp "$good" out/plan.pdf && ! grep -q '^out/plan.pdf:' said; }
}
# intact STATUS COMMAND…: ends with the status, says in Japanese what happened, and leaves the former file and nothing else
intact() {
    local status=$1 ended
    shift
    "$@" 2>said </dev/null
    ended=$?
    cat said
    [ "$ended" = "$status" ] || { echo "exit status $ended instead of $status"; return 1; }
    grep -q '以前のファイルはそのまま残っています' said || { echo "no sentence says that the former file is kept"; return 1; }
    kept && only out plan.pdf
}
gcc -shared -fPIC -o fault.so "$tree/tests/conformance/fault.c" || exit 1
faulty() {
    FAULT_LOG=$work/steps FAULT_AT=$1 FAULT_KIND=$2 LD_PRELOAD=$work/fault.so ./gyokaku -q -o out plan
}
former
faulty 0 none && steps=$(cat steps) || exit 1
check "writing takes at least an opening, two writes, a sync, a rename ($steps steps)" [ "$steps" -ge 5 ]
at_each_step() {
    local kind=$1 last=$2
    for ((i = 1; i <= last; i++)); do
        former
        intact 3 faulty "$i" "$kind" || { echo "at step $i of $steps"; return 1; }
    done
}
check "no space at any step" at_each_step full "$steps"
check "a disk error at any step" at_each_step broken "$steps"
check "no access at any step" at_each_step refused "$steps"
check "the quota used up at any step" at_each_step quota "$steps"
# a signal during the renames, the plan's and the record's, comes too late, and the new files stand
check "SIGTERM at any step but the last two" at_each_step term $((steps - 2))
check "SIGINT at any step but the last two" at_each_step int $((steps - 2))
check "SIGHUP at any step but the last two" at_each_step hangup $((steps - 2))
late() {
    former
    faulty "$steps" "$1" && cmp "$good" out/plan.pdf && only out plan.pdf
}
check "SIGTERM at the last step: the new file is whole" late term
# SIGKILL can leave a temporary file, but never a mixed one in the file's place, and the next run clears it
killed() {
    for ((i = 1; i <= steps; i++)); do
        former
        faulty "$i" kill && return 1
        cmp -s former out/plan.pdf || { [ "$i" = "$steps" ] && cmp "$good" out/plan.pdf; } || return 1
        ./gyokaku -q -o out plan && cmp "$good" out/plan.pdf && only out plan.pdf || return 1
    done
} 2>/dev/null
check "SIGKILL at any step, and the run after it" killed
# the same by the clock, wherever the program happens to be: the file is the old or the new one
by_the_clock() {
    for ((i = 0; i < 20; i++)); do
        former
        ./gyokaku -q -o out plan 2>/dev/null &
        sleep "0.0$((i * 7 % 10))$i"
        kill -"$1" $! 2>/dev/null
        wait $! 2>/dev/null
        cmp -s former out/plan.pdf || cmp -s "$good" out/plan.pdf || { echo "neither the old nor the new file"; return 1; }
        [ "$1" = KILL ] || only out plan.pdf || return 1
    done
}
check "SIGTERM at 20 moments" by_the_clock TERM
check "SIGKILL at 20 moments" by_the_clock KILL

# the report's two files: at every step each is the old or the new one, whole; a file of which it is said that it is still the
# former one, is
former_report() {
    rm -rf out && mkdir out && echo "the former file" | tee out/report.pdf >out/report-2027.pdf && cp out/report.pdf former
}
faulty_report() {
    FAULT_LOG=$work/steps FAULT_AT=$1 FAULT_KIND=$2 LD_PRELOAD=$work/fault.so ./gyokaku -q -o out report
}
report_at_each_step() {
    local kind=$1 ended
    for ((i = 1; i <= report_steps; i++)); do
        former_report
        faulty_report "$i" "$kind" 2>said </dev/null
        ended=$?
        for file in report.pdf report-2027.pdf; do
            cmp -s former "out/$file" || cmp -s first/report.pdf "out/$file" || { echo "step $i: $file is neither old nor new"; return 1; }
        done
        only out report-2027.pdf report.pdf || return 1
        [ $ended != 0 ] || cmp -s out/report.pdf out/report-2027.pdf || { echo "step $i: success, and two different files"; return 1; }
        for file in $(sed -n 's/^\(out[^:]*\): .*以前のファイルはそのまま残っています.*/\1/p' said); do
            [ -d "$file" ] && file=$file/report-2027.pdf
            if [ "$file" = out/gyokaku.manifest ]; then [ ! -e "$file" ]; else cmp former "$file"; fi || { echo "step $i of $report_steps: it is said:"; cat said; return 1; }
        done
        [ $ended = 0 ] || grep -q '以前のファイルはそのまま残っています' said || [ "$i" = "$report_steps" ] || { echo "step $i: nothing is said"; return 1; }
    done
}
former_report
faulty_report 0 none && report_steps=$(cat steps) || exit 1
for kind in full refused term; do
    check "two files, $kind at any of $report_steps steps: each whole, and what is said is true" report_at_each_step $kind
done

limited() {
    (trap '' XFSZ && ulimit -f 16 && ./gyokaku -q -o out plan)
}
former
check "a file size limit" intact 3 limited
limited_by_signal() {
    (ulimit -f 16 && ./gyokaku -q -o out plan)
}
former
check "a file size limit that sends SIGXFSZ" intact 3 limited_by_signal

as_nobody() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}
former
chmod 555 out
check "a folder that may not be written to" intact 3 as_nobody ./gyokaku -q -o out plan
chmod 755 out
no_folder() {
    echo text >file
    ./gyokaku -q -o file/out plan 2>said
    [ $? = 3 ] && cat said && grep -q '失敗' said
}
check "an output folder that cannot be made" no_folder

# a disk that is really full, where this user may mount one
if unshare -m true 2>/dev/null; then
    full_disk() {
        mkdir -p disk && unshare -m bash -c '
            mount -t tmpfs -o size=64k tmpfs disk && echo "the former file" >disk/plan.pdf || exit 9
            ./gyokaku -q -o disk plan 2>said
            [ $? = 3 ] && grep 以前のファイルはそのまま残っています said && cmp former disk/plan.pdf && [ "$(ls -A disk)" = plan.pdf ]'
    }
    check "a full disk" full_disk
fi

shown_nowhere() {
    ./gyokaku -q --show document plan >/dev/full 2>said
    [ $? = 3 ]
}
check "status 3: what is shown cannot be written" shown_nowhere

# ---- mistakes of the user ----
status() {
    local wanted=$1 ended
    shift
    "$@" >said 2>&1
    ended=$?
    cat said
    [ "$ended" = "$wanted" ]
}
check "status 2: no such command" status 2 ./gyokaku fly
check "status 2: no such option" status 2 ./gyokaku --fly plan
check "status 2: an option without its value" status 2 ./gyokaku plan -o
nothing_written() {
    rm -rf new
    status 1 ./gyokaku --input "$1" -o new plan && [ ! -e new ]
}
check "status 1: no input, nothing written" nothing_written missing
mkdir wrong && sed 's/<target year="2027">[^<]*</<target year="2027">98..6%</' input/plan.xml >wrong/plan.xml
check "status 1: a target that is no number, nothing written" nothing_written wrong
line=$(grep -n '98\.\.6%' wrong/plan.xml | head -n 1 | cut -d: -f1)
check "the message names file and line" grep "^wrong/plan.xml:$line: エラー: " said

finish
