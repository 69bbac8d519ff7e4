#!/bin/bash
# matrix.pdf of 1 to 121 initiatives: on one page up to 120, in type that can be read, with the grades of the open data.
set -u
tree=$(cd "$(dirname "$0")/../.." && pwd)
. "$tree/tests/tap.sh"
cd "$tree" || exit 1
export PYTHONDONTWRITEBYTECODE=1
python=/usr/bin/python3
here=tests/conformance

made_of() { # input: the matrix and the open data, in $work/NAME
    build/gyokaku -q --input "$1" -o "$work/$2" matrix && build/gyokaku -q --input "$1" -o "$work/$2" data
}
judged() { # NAME pages
    "$python" $here/matrix.py "$work/$1/matrix.pdf" "$work/$1/data" "$2" "$1" || failures=$((failures + 1))
}
# The check must see one grade changed in the data, and a page too many.
seen() { # NAME pages what
    ! "$python" $here/matrix.py "$work/$1/matrix.pdf" "$work/spoilt" "$2" spoilt >"$work/said" && grep -q "^not ok.*$3" "$work/said"
}
tells_of_many() {
    build/gyokaku --input "$work/in121" -o "$work/many" matrix 2>&1 | grep -q 'matrix-many' && ! build/gyokaku --input "$work/in120" -o "$work/many" matrix 2>&1 | grep -q 'matrix-many'
}

check "matrix: the sample is made" made_of input sample
judged sample 1
for n in 1 36 37 60 61 120 121; do
    python3 tests/bench/multiply.py input $n "$work/in$n" >/dev/null
    check "matrix: $n initiatives are made" made_of "$work/in$n" "of-$n"
    judged "of-$n" $((n > 120 ? 2 : 1))
done
check "matrix: more than a page holds is told" tells_of_many

cp -R "$work/sample/data" "$work/spoilt"
sed -i '0,/未達成/s//達成/' "$work/spoilt/initiatives.csv"
check "matrix: a wrong grade is seen" seen sample 1 "every grade"
rm -r "$work/spoilt" && cp -R "$work/sample/data" "$work/spoilt"
check "matrix: a page too many is seen" seen of-121 1 "1 page"
sed -i '$d' "$work/spoilt/initiatives.csv"
check "matrix: a missing initiative is seen" seen sample 1 "every initiative"

"$python" $here/judges.py "$work/sample/matrix.pdf" "$work/of-120/matrix.pdf" || failures=$((failures + 1))
for name in sample of-120; do
    "$python" $here/structure.py "$work/$name/matrix.pdf" --label "matrix $name" --no-poppler || failures=$((failures + 1))
done
finish
