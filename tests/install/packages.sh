#!/bin/bash
# tools/packages.sh, with a machine made of stubs: what it says and does as root, with sudo, without, and when nothing is missing.
set -u
tree=$(cd "$(dirname "$0")/../.." && pwd)
. "$tree/tests/tap.sh"

# machine USER SUDO INSTALLED…: a PATH whose id, sudo, dpkg-query and apt-get are ours; apt-get and sudo write down how they were called
machine() {
    local user=$1 sudo=$2
    shift 2
    rm -rf "$work/bin" "$work/called"
    mkdir "$work/bin"
    for tool in sh sed tr mktemp rm tail cat env true; do
        ln -s "$(type -P $tool)" "$work/bin/$tool"
    done
    stub id "echo $user"
    stub dpkg-query "printf 'installed %s\n' $*; exit 1"
    stub apt-get 'echo "apt-get $*" >>"$CALLED"; [ -z "${APT_FAILS-}" ] || { echo "E: no route"; exit 100; }'
    [ "$sudo" = no ] || stub sudo "echo sudo >>\"\$CALLED\"; [ $sudo = yes ] || exit 1; [ \"\$1\" != -n ] || shift; exec \"\$@\""
}
stub() {
    printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}
packages() {
    PATH=$work/bin CALLED=$work/called "$tree/tools/packages.sh" "$@" </dev/null
}
all=$(sh -c "$(sed -n "/^build='/,/'\$/p; /^judges='/,/'\$/p" "$tree/tools/packages.sh"); echo \$build \$judges")

nothing_missing() {
    machine 1000 no $all
    packages build && packages test && [ ! -e "$work/called" ]
}
as_root() {
    machine 0 no ${all/ libhpdf-dev / }
    packages build && grep -qx 'apt-get install -q -y --no-install-recommends libhpdf-dev' "$work/called"
}
judges_only_for_tests() {
    machine 0 no ${all/ qpdf / }
    packages build && [ ! -e "$work/called" ] && packages test && grep -q 'install .* qpdf$' "$work/called"
}
with_sudo() {
    machine 1000 yes ${all/ libhpdf-dev / }
    packages build && grep -qx sudo "$work/called" && grep -q 'install .* libhpdf-dev$' "$work/called"
}
said() {
    ! packages build 2>"$work/message" && grep "$1" "$work/message" && [ "$(wc -l <"$work/message")" -le "${2:-1}" ]
}
neither() {
    machine 1000 no ${all/ libhpdf-dev / }
    said '管理者に「apt-get install libhpdf-dev」の実行を頼んで' && [ ! -e "$work/called" ]
}
sudo_wants_a_password() {
    machine 1000 asks ${all/ libhpdf-dev / }
    said '端末で「sudo apt-get install libhpdf-dev」を実行して' && ! grep -q apt-get "$work/called"
}
no_network() {
    machine 0 no ${all/ libhpdf-dev / }
    APT_FAILS=yes said 'パッケージを入れられませんでした。' 4
}
quick() {
    local start=${EPOCHREALTIME/./}
    "$tree/tools/packages.sh" test || return
    local took=$(((${EPOCHREALTIME/./} - start) / 1000))
    echo "$took ms" && [ $took -le 200 ]
}
check "packages: nothing missing, nothing done" nothing_missing
check "packages: root installs just what is missing" as_root
check "packages: the judges are installed for tests only" judges_only_for_tests
check "packages: sudo where there is one" with_sudo
check "packages: neither root nor sudo: one sentence" neither
check "packages: sudo wants a password and there is no terminal: one sentence" sudo_wants_a_password
check "packages: the network is down: a sentence and what apt-get said" no_network
check "packages: the look whether all is there is quick" quick

finish
