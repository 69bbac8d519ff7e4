#!/bin/bash
# The arrows of src/ run down only: which room may include which, directly and through others; who may know a library.
set -u
tree=$(cd "$(dirname "$0")/.." && pwd)
. "$tree/tests/tap.sh"

# room: the rooms whose headers its files may include. base knows nobody; main.c knows all.
cat >"$work/arrows" <<'END'
base
typeset base
style typeset base
plan base
progress plan base
chart style typeset base
desk plan base
check progress plan typeset base
diff progress plan typeset base
data diff progress plan base
document diff progress plan base
layout document chart style typeset base
pdf layout document chart style typeset base
site document chart style typeset base
verify progress plan base
command verify site pdf layout document data diff progress plan desk check chart style typeset base
END
# Rooms that must not be reached even through another's header: "facts" is document's door to the plan.
cat >"$work/closed" <<'END'
layout plan
pdf plan
layout progress
pdf progress
site plan
site progress
data document
data style
diff document
style plan
typeset plan
plan document
plan layout
desk document
verify document
verify data
verify site
verify pdf
verify layout
verify chart
verify style
END
# A library's headers and who alone may include them.
cat >"$work/libraries" <<'END'
hpdf src/pdf/
hb-subset src/pdf/
lcms2 src/pdf/
libdeflate src/pdf/
libxslt/ src/document/
zip\.h src/desk/
jansson src/\(data\|site\|verify\)/
poppler src/verify/pdf_read.c
csv\.h src/verify/csv_read.c
libxml/HTML src/verify/html_read.c
pango/ src/typeset/
fontconfig/ src/typeset/
cairo src/chart/png
png\.h src/chart/png
END

# "FILE INCLUDED" for every include of our own; the included path as it is written, below src/
own_includes() {
    grep -rn --include='*.[ch]' '^ *# *include *"' "$1/src" | sed -E "s#^$1/src/([^:]+):[0-9]+: *\# *include *\"([^\"]+)\".*#\1 \2#"
}

forbidden_arrows() {
    own_includes "$1" | awk -v arrows="$work/arrows" '
        BEGIN { while ((getline line < arrows) > 0) { n = split(line, part, " "); known[part[1]] = 1
                for (i = 1; i <= n; i++) allowed[part[1], part[i]] = 1 } }
        { split($1, from, "/"); split($2, to, "/") }
        $1 !~ /\// { next }   # main.c
        !known[from[1]] { print $1 ": the room " from[1] " is in no arrow of tests/layering.sh"; next }
        !allowed[from[1], to[1]] { print $1 " includes " $2 }'
}

forbidden_ways() {
    own_includes "$1" | awk -v closed="$work/closed" '
        { includes[$1] = includes[$1] " " $2; files[$1] = 1 }
        function reach(file, room, way, part, n, i, to) {
            if (seen[file]++) return
            n = split(includes[file], part, " ")
            for (i = 1; i <= n; i++) {
                split(part[i], to, "/")
                if (to[1] == room) print way " > " part[i]
                else reach(part[i], room, way " > " part[i])
            }
        }
        END { while ((getline line < closed) > 0) { split(line, pair, " ")
                for (file in files) if (index(file, pair[1] "/") == 1) { delete seen; reach(file, pair[2], file) } } }'
}

forbidden_libraries() {
    while read -r library owner; do
        grep -rnE --include='*.[ch]' "^ *# *include *[<\"]$library" "$1/src" | sed "s#^$1/##" | grep -v "^$owner"
    done <"$work/libraries"
}

# Parsing is in one place, which treats every file as hostile; what is parsed there is given to the rooms that own the format.
foreign_parsing() {
    grep -rnE --include='*.[ch]' '(xml|html)(Read|CtxtRead|Parse)(File|Memory|Fd|IO|Doc)|xmlTextReader|xmlReaderFor' "$1/src" |
        sed "s#^$1/##" | grep -vE '^src/(base/xml\.c|document/template\.c|verify/html_read\.c)'
}

none() {
    local said
    said=$("$@")
    [ -z "$said" ] || { printf '%s\n' "$said"; return 1; }
}

all_rooms_listed() {
    for room in "$tree"/src/*/; do
        grep -q "^$(basename "$room")\b" "$work/arrows" || { echo "$room"; return 1; }
    done
}

check "layering: every room has its arrows" all_rooms_listed
check "layering: includes run down only" none forbidden_arrows "$tree"
check "layering: no way round through other headers" none forbidden_ways "$tree"
check "layering: libraries stay in their rooms" none forbidden_libraries "$tree"
check "layering: one place parses XML" none foreign_parsing "$tree"

# The checks see a wrong arrow of each kind.
planted() {
    mkdir -p "$work/wrong/src/${1%/*}" "$work/wrong/src/document" && echo '#include "plan/plan.h"' >"$work/wrong/src/document/facts.h"
    printf '%s\n' "$2" >"$work/wrong/src/$1"
    refuses none "$3" "$work/wrong"
    local seen=$?
    rm -r "$work/wrong"
    return $seen
}
check "layering: pdf including plan is seen" planted pdf/tags.c '#include "plan/plan.h"' forbidden_arrows
check "layering: base including layout is seen" planted base/buf.h '#  include "layout/page.h"' forbidden_arrows
check "layering: chart including document is seen" planted chart/data.c '#include "document/element.h"' forbidden_arrows
check "layering: progress including document is seen" planted progress/tally.c '#include "document/element.h"' forbidden_arrows
check "layering: data including document is seen" planted data/tables.c '#include "document/facts.h"' forbidden_arrows
check "layering: jansson in document is seen" planted document/tags.c '#include <jansson.h>' forbidden_libraries
check "layering: an unknown room is seen" planted news/news.c '#include "base/buf.h"' forbidden_arrows
check "layering: layout reaching plan through facts.h is seen" planted layout/flow.c '#include "document/facts.h"' forbidden_ways
check "layering: libharu in layout is seen" planted layout/place.c '#include <hpdf.h>' forbidden_libraries
check "layering: cairo in another painter is seen" planted chart/svg.c '#include <cairo.h>' forbidden_libraries
check "layering: verify including a writer is seen" planted verify/verify.c '#include "data/data.h"' forbidden_arrows
check "layering: poppler in pdf is seen" planted pdf/press.c '#include <poppler.h>' forbidden_libraries
check "layering: a parser of HTML in site is seen" planted site/html.c 'htmlDocPtr doc = htmlReadMemory(text, size, NULL, NULL, 0);' foreign_parsing
check "layering: a parser in pdf is seen" planted pdf/pdf.c 'xmlDoc *doc = xmlReadFile(path, NULL, 0);' foreign_parsing

finish
