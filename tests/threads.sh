#!/bin/bash
# Threads: the bytes do not depend on how many there are, and ThreadSanitizer sees no race on the whole road.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh

made() { # made PROGRAM CORES → the outputs' digests
    rm -rf "$work/out"
    "$1" -q -j "$2" -o "$work/out" all && (cd "$work/out" && find . -type f ! -name "*.manifest" | LC_ALL=C sort | xargs sha256sum)
}
same_bytes() {
    made build/gyokaku 1 >"$work/one" || return 1
    for cores in 2 3 8; do
        made build/gyokaku "$cores" >"$work/several" && cmp "$work/one" "$work/several" || return 1
    done
}
# cairo, which is not compiled for ThreadSanitizer, hands freed patterns from one thread to another by atomic operations, which it does not see.
# Nothing of cairo is shared by our threads: every picture has its own surface.
echo 'called_from_lib:libcairo.so' >"$work/suppressions"
raceless() {
    TSAN_OPTIONS="halt_on_error=1 suppressions=$work/suppressions" made build/tsan/gyokaku 4 >"$work/several" && cmp "$work/one" "$work/several"
}
# The same flags see a race that is there.
race_is_seen() {
    cat >"$work/race.c" <<'END'
#include <pthread.h>
static int shared;
static void *work(void *unused) { for (int i = 0; i < 100000; i++) shared++; return unused; }
int main(void) { pthread_t a; pthread_create(&a, 0, work, 0); work(0); pthread_join(a, 0); return 0; }
END
    gcc -O1 -g -fsanitize=thread -o "$work/race" "$work/race.c" && ! TSAN_OPTIONS="halt_on_error=1 suppressions=$work/suppressions" "$work/race" 2>"$work/said" &&
        grep -q 'data race' "$work/said"
}

check "threads: the same bytes from 1, 2, 3 and 8" same_bytes
check "threads: no race" raceless
check "threads: a race would be seen" race_is_seen

finish
