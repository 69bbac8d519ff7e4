#!/bin/bash
# Plans with no level above an initiative up to six, with codes, ids and a running number: every command makes its output, what is
# read back agrees with the input, and each level stands where it belongs.
set -u
tree=$(cd "$(dirname "$0")/../.." && pwd)
. "$tree/tests/tap.sh"
cd "$tree" || exit 1
export SOURCE_DATE_EPOCH=1774969200 PYTHONDONTWRITEBYTECODE=1

# SHAPE, how many initiatives, the first one's file and what is printed for it, the file of the first outermost group
shapes() {
    cat <<'END'
0                1 2   1               1               -
0-running        2 2   1               1               -
1-codes          3 4   1-1             R1-(1)          goal-1
1-running        4 4   1               1               1
2-running-loose  5 10  1               1               1
2-codes          6 8   1-1-1           R1-(1)          goal-1
4-running        7 32  1               1               1
4-codes-loose    8 34  1-1-1-1-1       R1-(1)          goal-1
6                9 128 1-1-1-1-1-1-1   1-1-1-1-1-1-1   1
END
}
said() { # FOLDER XPATH
    build/gyokaku -q --input "$1" --show facts report | xmllint --xpath "$2" -
}
is() { # WANTED COMMAND…
    local got
    got=$("${@:2}")
    [ "$got" = "$1" ] || { echo "wanted $1, got $got"; return 1; }
}
made_and_read_back() { # INPUT OUTPUT
    build/gyokaku -q --input "$1" -o "$2" all && build/gyokaku -q --input "$1" -o "$2" verify
}

while read -r shape _ count id code group; do
    input=$work/$shape/input out=$work/$shape/output levels=${shape%%-*}
    check "shapes: $shape has its initiatives" is "$count" /usr/bin/python3 tests/shapes/made.py "$shape" "$input"
    check "shapes: $shape is made and read back" made_and_read_back "$input" "$out"
    check "shapes: $shape, sheets say all groups around them" is "$levels" said "$input" 'count(//sheet[1]/group)'
    check "shapes: $shape, what is printed for a sheet" is "$code" said "$input" 'string(//sheet[1]/@code)'
    check "shapes: $shape, a page of each initiative" test -f "$out/site/initiatives/$id.html"
    [ "$group" = - ] || check "shapes: $shape, a page of each outermost group" test -f "$out/site/policies/$group.html"
    check "shapes: $shape, no page of groups without groups" test "$levels" -gt 0 -o ! -e "$out/site/policies"
    check "shapes: $shape, counts of every level but the innermost" is "$((levels > 2 ? levels - 2 : 0))" \
        said "$input" "count(//tally[@by='group' and not(@level=preceding::tally[@by='group']/@level)])"
    check "shapes: $shape, a column of the data for each level" is "$((levels > 2 ? levels - 2 : 0))" \
        bash -c "grep -c '^indicators.csv,[0-9]*,第[3-6]階層,' '$out/data/columns.csv'"
done < <(shapes)

finish
