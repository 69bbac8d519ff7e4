#!/bin/bash
# The theme's colours, as they are painted in the charts: in grey and with deficiencies of colour vision (colours.py).
set -u
tree=$(cd "$(dirname "$0")/.." && pwd)
. "$tree/tests/tap.sh"
cd "$tree" || exit 1
export PYTHONDONTWRITEBYTECODE=1

# A theme in which two grades, or a word and its ground, cannot be told apart is seen: NAME VALUE WHAT
spoilt_is_seen() {
    rm -rf "$work/templates" "$work/spoilt" && cp -R templates "$work/templates" && chmod -R u+w "$work/templates"
    sed -i -E "s/(<color name=\"$1\" value=\")#[0-9a-f]{6}/\1$2/" "$work/templates/theme.xml"
    build/gyokaku -q --templates "$work/templates" -o "$work/spoilt" charts &&
        ! python3 tests/colours.py "$work/spoilt/charts" "$work/templates/theme.xml" spoilt >"$work/said" && grep -q "^#.*$3" "$work/said"
}

check "colours: the charts are made" build/gyokaku -q -o "$work/output" charts
python3 tests/colours.py "$work/output/charts" templates/theme.xml sample || failures=$((failures + 1))
check "colours: two grades of one tone are seen" spoilt_is_seen near '#20426a' 'beside'
check "colours: a word that cannot be read is seen" spoilt_is_seen ink '#9aa4b0' '「'
finish
