# Sourced by the shell tests: each check is one line, `ok NAME` or `not ok NAME` with what was said below it.
failures=0
work=$(mktemp -d)
# only this shell's end: a child that a signal meets between its fork and its command would take the folder away under us
trap '[ "$BASHPID" != $$ ] || rm -rf "$work"' EXIT

# check NAME COMMAND…: the command must succeed
check() {
    local name=$1
    shift
    if "$@" >"$work/tap.said" 2>&1; then
        printf 'ok %s\n' "$name"
    else
        printf 'not ok %s\n' "$name"
        sed 's/^/#   /' "$work/tap.said" | head -n 20
        failures=$((failures + 1))
    fi
}

# refuses COMMAND…: the command must fail
refuses() {
    ! "$@"
}

finish() {
    [ "$failures" = 0 ]
    exit
}
