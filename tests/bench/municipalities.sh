#!/bin/sh
# The plans and reports of COUNT municipalities (all 1,718 of Japan when none is given), made from the sample and run with make -j:
#   tests/bench/municipalities.sh [COUNT]        KEEP=1 leaves what it made in build/bench/cities/
set -eu
here=$(dirname "$0")
cd "$here/../.."
count=${1-1718}
cities=build/bench/cities
jobs=$(nproc 2>/dev/null || echo 2)
[ -x build/gyokaku ] || { echo "build/gyokakuがありません。makeを先に実行してください。" >&2; exit 1; }
# An outer make hands down its own switches; this one is to have only ours.
unset MAKEFLAGS MAKELEVEL

now() {
    date +%s.%N
}
run() {
    make -k --no-print-directory -f tests/bench/municipalities.mk CITIES="$cities" "$@"
}

rm -rf "$cities"
mkdir -p "$cities"
trap '[ -n "${KEEP-}" ] || rm -rf "$cities"' EXIT
trap 'exit 130' INT TERM
began=$(now)
sheets=$(python3 tests/bench/cities.py input "$count" "$cities")
made=$(now)
run -j"$jobs" >"$cities/log" 2>&1 || true
ended=$(now)

find "$cities" -path '*/out/plan.pdf' -o -path '*/out/report.pdf' >"$cities/pdfs"
pdfs=$(wc -l <"$cities/pdfs")
failed=$((2 * count - pdfs))
again="何もしなかった"
if ! run -q >/dev/null 2>&1; then again="やり直すものがあった"; fi
bytes=$(tr '\n' '\0' <"$cities/pdfs" | xargs -0 -r cat | wc -c)
pages=$(tr '\n' '\0' <"$cities/pdfs" | xargs -0 -r -n 1 pdfinfo 2>/dev/null | awk '/^Pages:/ { n += $2 } END { print n + 0 }')

awk -v began="$began" -v made="$made" -v ended="$ended" -v count="$count" -v jobs="$jobs" -v sheets="$sheets" -v pages="$pages" \
    -v bytes="$bytes" -v pdfs="$pdfs" -v failed="$failed" -v again="$again" 'BEGIN {
    printf "  市区町村：%d（取組%d、1つにつき10～60）\n", count, sheets
    printf "  入力を作る時間：%.1f s\n", made - began
    printf "  PDFを作る時間：%.1f s（make -j%d）\n", ended - made, jobs
    printf "  1市区町村当たり：%.1f ms（計画書と評価報告書の2つ）\n", (ended - made) / count * 1000
    printf "  できたPDF：%d（%dページ、%.1f MB）\n", pdfs, pages, bytes / 1e6
    printf "  失敗：%d\n", failed
    printf "  もう一度makeすると：%s\n", again
}'
if [ "$failed" != 0 ] || [ "$again" != "何もしなかった" ]; then
    tail -n 20 "$cities/log" >&2
    exit 1
fi
