#!/bin/sh
# Installs the Debian packages that a task needs and the machine lacks: `tools/packages.sh build` to compile and run,
# `tools/packages.sh test` for the judges as well, `tools/packages.sh bench` for measuring. When nothing is missing it touches
# neither network nor disk.
set -eu

build='gcc libc6-dev make pkg-config libxml2-dev libxslt1-dev libpango1.0-dev libcairo2-dev libpng-dev libharfbuzz-dev libfontconfig-dev
  libhpdf-dev liblcms2-dev libdeflate-dev libxxhash-dev libjansson-dev libzip-dev libpoppler-glib-dev libcsv-dev zlib1g-dev fonts-morisawa-bizud-gothic fonts-morisawa-bizud-mincho fonts-ipamj-mincho'
judges='libcmocka-dev libxml2-utils jing trang clang-format clang-tidy default-jre-headless maven qpdf poppler-utils mupdf-tools
  librsvg2-bin python3 python3-pil python3-numpy python3-jsonschema python3-pikepdf locales chromium nodejs npm'
measuring='linux-perf libxml2-utils poppler-utils python3 python3-venv hugo'

case ${1-} in
build) wanted=$build ;;
test) wanted="$build $judges" ;;
bench) wanted="$build $measuring" ;;
*) echo "usage: $0 build|test|bench" >&2; exit 2 ;;
esac

say() {
    printf '%s\n' "$*" >&2
}

if ! command -v dpkg-query >/dev/null; then
    say "Debian以外の環境のため、必要なパッケージの有無を確かめません。コンパイルできないときは、README.mdの依存関係の表にあるものを入れてください。"
    exit 0
fi
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | tr '\n' ' ')
missing=
for package in $wanted; do
    case " $installed" in
    *" $package "*) continue ;;
    esac
    # other makers' nodejs brings npm along, and would have to go for Debian's
    [ "$package" = npm ] && command -v npm >/dev/null && continue
    missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=
elif ! command -v sudo >/dev/null; then
    say "必要なパッケージを入れる権限がありません。管理者に「apt-get install$missing」の実行を頼んでから、もう一度実行してください。"
    exit 1
elif [ -t 0 ] || sudo -n true 2>/dev/null; then
    as_root='sudo'
else
    say "必要なパッケージを入れるには、sudoのパスワードが要ります。端末で「sudo apt-get install$missing」を実行してから、もう一度実行してください。"
    exit 1
fi

say "足りないパッケージを入れます：$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { $as_root apt-get update -q && $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends $missing; } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    say "パッケージを入れられませんでした。ネットワークにつながっているか確かめてから、もう一度実行してください。"
    exit 1
fi
