#!/bin/bash
# The schemas: what the program writes of its own table, and the contracts of templates/. Two validators accept with them the sample, every
# city with its years, its looks, and what the program shows of the stages between.
set -u
tree=$(cd "$(dirname "$0")/.." && pwd)
. "$tree/tests/tap.sh"
cd "$tree" || exit 1
make -s build/schema/made || exit 1
mkdir "$work/input" && build/gyokaku -q --input "$work/input" schema || exit 1
written=$work/input/schema contracts=build/schema
schema=$written/plan actuals=$written/actuals

# Each validator with the form it is meant for: what is written by hand in the compact one, jing reads so.
judged_by_jing() { # SCHEMA FILE…
    local contract=templates/schema/${1##*/}.rnc
    if [ "${1%/*}" = $contracts ]; then jing -c "$contract" "${@:2}"; else jing "$1.rng" "${@:2}"; fi
}
judged_by_xmllint() {
    xmllint --noout --relaxng "$1.rng" "${@:2}"
}

# Every element and every attribute is explained to whoever writes it.
explained() { # SCHEMA
    [ "$(grep -cE '<(element|attribute) ' "$1.rng")" = "$(grep -c '<a:documentation>..*</a:documentation>' "$1.rng")" ] && ! grep -E '\{[a-z]+\}' "$1.rng"
}
names_words() { # an explanation says the words of a list
    grep -q '今後の方向性」に書くことのできる言葉の一覧。省略すると、拡充、継続、見直し、' $schema.rng
}
in_place() { # what lies beside the sample is what this program writes
    diff -r "$written" input/schema
}
spoilt() { # an element that is not in the schema must be refused by both
    sed 's/<goal>/<gaol>/; s/<\/goal>/<\/gaol>/' input/plan.xml >"$work/plan.xml"
    refuses judged_by_jing $schema "$work/plan.xml" && refuses judged_by_xmllint $schema "$work/plan.xml"
}
# One element or attribute that is not in the schema must be refused by both: SCHEMA FILE SED-SCRIPT
refused() {
    sed "$3" "$2" >"$work/spoilt.xml"
    ! cmp -s "$2" "$work/spoilt.xml" && refuses judged_by_jing "$1" "$work/spoilt.xml" &&
        refuses judged_by_xmllint "$1" "$work/spoilt.xml"
}
accepted() { # WHAT SCHEMA FILE… : one run of a validator for all
    check "schema: $1, jing" judged_by_jing "${@:2}"
    check "schema: $1, xmllint" judged_by_xmllint "${@:2}"
}
for one in plan actuals check terms; do
    check "schema: $one.rng explains everything" explained "$written/$one"
done
check "schema: an explanation says the words of a list" names_words
check "schema: make has written them beside the sample" in_place
for input in input tests/cities/*/input; do
    [ -f "$input/plan.xml" ] || continue
    check "schema: $input/plan.xml, jing" judged_by_jing $schema "$input/plan.xml"
    check "schema: $input/plan.xml, xmllint" judged_by_xmllint $schema "$input/plan.xml"
done
years=(input/actuals/*.xml tests/cities/*/input/actuals/*.xml tests/golden/small/actuals/*.xml tests/unit/complete-actuals.xml)
check "schema: there are years of two cities" [ ${#years[@]} -ge 6 ]
accepted "all actuals" $actuals "${years[@]}"
accepted "settings of the check" "$written/check" input/check.xml tests/unit/complete-check.xml
accepted "labels" "$written/labels" tests/unit/complete-labels.xml
accepted "lists of terms" "$written/terms" input/terms.xml tests/unit/complete-terms.xml

# What is shown of a plan, with the city's own form; of its reports, with the default one.
shown() { # FOLDER NAME OPTION… COMMAND: facts and document, as NAME.xml in the folders FOLDER-facts and FOLDER-document
    local folder=$1 name=$2 stage
    shift 2
    for stage in facts document; do
        mkdir -p "$work/$folder-$stage"
        build/gyokaku -q --input "$input" --show $stage "$@" >"$work/$folder-$stage/$name.xml" || return 1
    done
}
for input in input tests/cities/*/input tests/golden/small; do
    [ -f "$input/plan.xml" ] || continue
    templates=$(dirname "$input")/templates city=${input//\//-}
    [ $input != input ] && [ -d "$templates" ] || templates=templates
    check "schema: the plan of $input is shown" shown plan "$city" --templates "$templates" plan
    for year in "$input"/actuals/*.xml; do
        [ -f "$year" ] || continue
        year=$(basename "$year" .xml)
        check "schema: the report of $input, $year, is shown" shown report "$city-$year" --year "$year" report
        check "schema: the charts of $input, $year, are shown" shown charts "$city-$year" --year "$year" charts
        check "schema: the briefing of $input, $year, is shown" shown briefing "$city-$year" --year "$year" briefing
        check "schema: the matrix of $input, $year, is shown" shown matrix "$city-$year" --year "$year" matrix
    done
done
accepted "facts of plans" $contracts/facts "$work"/plan-facts/*
accepted "facts of reports" $contracts/facts-report "$work"/report-facts/*
accepted "facts of charts" $contracts/facts-charts "$work"/charts-facts/*
accepted "documents" $contracts/document "$work"/{plan,report,charts,briefing,matrix}-document/*
for templates in templates tests/cities/*/templates; do
    for looks in theme print; do
        check "schema: $templates/$looks.xml, jing" judged_by_jing $contracts/$looks "$templates/$looks.xml"
        check "schema: $templates/$looks.xml, xmllint" judged_by_xmllint $contracts/$looks "$templates/$looks.xml"
    done
done
check "schema: a misspelt element is refused" spoilt
check "schema: a misspelt element of actuals is refused" refused $actuals input/actuals/2027.xml 's/done>/dane>/'
check "schema: an amount with its unit is refused" refused $actuals input/actuals/2027.xml 's#</cost>#千円</cost>#'
check "schema: an acceptance without a reason is refused" refused "$written/check" input/check.xml 's/ reason="[^"]*"//'
check "schema: facts of a report with an unknown element are refused" refused $contracts/facts-report "$work/report-facts/input-2027.xml" 's/headline/hedline/'
check "schema: facts of a report are none of a plan" refuses judged_by_jing $contracts/facts "$work/report-facts/input-2027.xml"
check "schema: a document with an unknown element is refused" refused $contracts/document "$work/report-document/input-2027.xml" 's/h1>/h7>/'
check "schema: a step of padding under the limit is refused" refused $contracts/print templates/print.xml 's/padding="0.85"/padding="0.49"/'
check "schema: a step of size under the limit is refused" refused $contracts/print templates/print.xml 's/size="0.9[0-9]*"/size="0.74"/'
check "schema: a fit with a list and steps is refused" refused $contracts/print templates/print.xml 's/share="90"/share="90" steps="1 0.9"/'
check "schema: nine steps are refused" refused $contracts/print templates/print.xml 's#<step/>#<step/><step/>#'
finish
