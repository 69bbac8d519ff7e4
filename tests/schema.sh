#!/bin/bash
# The schema of plans: its two forms are one, and two validators accept the sample and every city with it.
set -u
tree=$(cd "$(dirname "$0")/.." && pwd)
. "$tree/tests/tap.sh"
cd "$tree" || exit 1
schema=input/schema/plan

same_schema() {
    trang $schema.rnc "$work/plan.rng" && diff "$work/plan.rng" $schema.rng
}
spoilt() { # an element that is not in the schema must be refused by both
    sed 's/<goal>/<gaol>/; s/<\/goal>/<\/gaol>/' input/plan.xml >"$work/plan.xml"
    refuses jing -c $schema.rnc "$work/plan.xml" && refuses xmllint --noout --relaxng $schema.rng "$work/plan.xml"
}
check "schema: plan.rng is plan.rnc" same_schema
for input in input tests/cities/*/input; do
    [ -f "$input/plan.xml" ] || continue
    check "schema: $input/plan.xml, jing" jing -c $schema.rnc "$input/plan.xml"
    check "schema: $input/plan.xml, xmllint" xmllint --noout --relaxng $schema.rng "$input/plan.xml"
done
check "schema: a misspelt element is refused" spoilt
finish
