#!/bin/bash
# The schemas: their two forms are one, and two validators accept with them the sample, every city, and its looks.
set -u
tree=$(cd "$(dirname "$0")/.." && pwd)
. "$tree/tests/tap.sh"
cd "$tree" || exit 1
schema=input/schema/plan

same_schema() { # schema
    trang "$1.rnc" "$work/same.rng" && diff "$work/same.rng" "$1.rng"
}
spoilt() { # an element that is not in the schema must be refused by both
    sed 's/<goal>/<gaol>/; s/<\/goal>/<\/gaol>/' input/plan.xml >"$work/plan.xml"
    refuses jing -c $schema.rnc "$work/plan.xml" && refuses xmllint --noout --relaxng $schema.rng "$work/plan.xml"
}
for one in $schema templates/schema/{facts,document,theme,print}; do
    check "schema: ${one##*/}.rng is ${one##*/}.rnc" same_schema $one
done
for input in input tests/cities/*/input; do
    [ -f "$input/plan.xml" ] || continue
    check "schema: $input/plan.xml, jing" jing -c $schema.rnc "$input/plan.xml"
    check "schema: $input/plan.xml, xmllint" xmllint --noout --relaxng $schema.rng "$input/plan.xml"
done
for templates in templates tests/cities/*/templates; do
    for looks in theme print; do
        check "schema: $templates/$looks.xml, jing" jing -c templates/schema/$looks.rnc "$templates/$looks.xml"
        check "schema: $templates/$looks.xml, xmllint" xmllint --noout --relaxng templates/schema/$looks.rng "$templates/$looks.xml"
    done
done
check "schema: a misspelt element is refused" spoilt
finish
