#!/bin/sh
# Fetches what is no Debian package: veraPDF, one jar, into build/judges/. Maven compares its checksum with the repository's.
set -eu
cd "$(dirname "$0")/.."

version=1.30.2
jar=build/judges/cli-$version.jar
[ ! -s "$jar" ] || exit 0
mkdir -p build/judges/new
if ! mvn -q -B --strict-checksums dependency:copy -Dartifact="org.verapdf.apps:cli:$version" \
        -DoutputDirectory="$PWD/build/judges/new" >build/judges/maven.log 2>&1 </dev/null ||
    ! mv "build/judges/new/${jar##*/}" "$jar"; then
    tail -n 20 build/judges/maven.log >&2
    echo "veraPDFを取得できませんでした。ネットワークにつながっているか確かめてから、もう一度実行してください。" >&2
    exit 1
fi
