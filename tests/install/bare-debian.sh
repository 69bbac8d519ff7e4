#!/bin/bash
# Walks the newcomer's road: a bare Debian 12 with nothing but git and make, a copy of this tree, then the commands of README.md.
# Needs root, debootstrap, some 2 GB and the package repositories, so it is no part of `make test`.
# usage: tests/install/bare-debian.sh FOLDER [make-target…]     (default: report test; FOLDER/root is made anew, FOLDER/base is kept)
set -eu
tree=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:?usage: $0 FOLDER [target…]}
shift
[ $# -gt 0 ] || set -- report test

[ -f "$folder/base/etc/debian_version" ] ||
    debootstrap --variant=minbase --include=git,make bookworm "$folder/base" >"$folder.log"
root=$folder/root
mountpoint -q "$root/proc" 2>/dev/null && umount "$root/proc"
rm -rf "$root"
cp -a "$folder/base" "$root"
# what belongs to the machine, not to the tree: where packages come from and whom it trusts
for part in etc/apt/sources.list etc/apt/sources.list.d/debian.sources etc/apt/apt.conf.d/99proxy etc/resolv.conf etc/hosts \
    usr/local/share/ca-certificates; do
    [ ! -e "/$part" ] || { rm -rf "${root:?}/$part" && mkdir -p "$root/${part%/*}" && cp -RL "/$part" "$root/$part"; }
done
mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
mkdir "$root/root/gyokaku"
(cd "$tree" && tar -c --exclude=./build --exclude=./output --exclude=./.git .) | tar -x -C "$root/root/gyokaku" --no-same-owner

inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb chroot "$root" bash -c "cd /root/gyokaku && $1"
}

# neither root nor sudo: one sentence, and nothing is done
cp -a "$root/root/gyokaku" "$root/home/nobody" && chown -R 65534:65534 "$root/home/nobody"
if said=$(env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/nobody chroot --userspec=65534:65534 "$root" make -C /home/nobody report 2>&1); then
    echo "without root, make report should have failed" >&2
    exit 1
fi
printf '%s\n' "$said"
case $said in
*'管理者に「apt-get install '*) ;;
*) echo "without root, the sentence that says what to do is missing" >&2; exit 1 ;;
esac

for target in "$@"; do
    echo "== make $target"
    time inside "make $target"
done

# the program that was built there makes the same bytes here
if [ -f "$root/root/gyokaku/output/plan.pdf" ] && [ -x "$root/root/gyokaku/build/gyokaku" ]; then
    (cd "$root/root/gyokaku" && build/gyokaku -q -o "$folder/here" plan) && cmp "$folder/here/plan.pdf" "$root/root/gyokaku/output/plan.pdf"
    echo "the same bytes on both machines"
fi
