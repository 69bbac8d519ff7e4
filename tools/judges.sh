#!/bin/sh
# Fetches what is no Debian package into build/judges/: veraPDF, one jar, and the Nu HTML checker with its libraries, into nu/. Maven
# compares their checksums with the repository's. axe-core and playwright-core go into web/; npm compares them with tests/site/package-lock.json.
set -eu
cd "$(dirname "$0")/.."

verapdf=1.30.2
nu=26.5.2
judges=$PWD/build/judges

# NAME ARGUMENT…: what Maven fetches; NAME is for who reads that it could not
fetch() {
    name=$1
    shift
    if ! mvn -q -B --strict-checksums "$@" >"$judges/maven.log" 2>&1 </dev/null; then
        tail -n 20 "$judges/maven.log" >&2
        echo "${name}を取得できませんでした。ネットワークにつながっているか確かめてから、もう一度実行してください。" >&2
        exit 1
    fi
}

mkdir -p "$judges/new"
jar=cli-$verapdf.jar
if [ ! -s "$judges/$jar" ]; then
    fetch veraPDF dependency:copy -Dartifact="org.verapdf.apps:cli:$verapdf" -DoutputDirectory="$judges/new"
    mv "$judges/new/$jar" "$judges/$jar"
fi
if [ ! -s "$judges/nu/validator-$nu.jar" ]; then
    rm -rf "$judges/new/nu" "$judges/nu"
    mkdir "$judges/new/nu"
    cat >"$judges/new/pom.xml" <<END
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>gyokaku</groupId>
  <artifactId>judges</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>nu.validator</groupId><artifactId>validator</artifactId><version>$nu</version></dependency>
  </dependencies>
</project>
END
    fetch "Nu HTML Checker" -f "$judges/new/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$judges/new/nu"
    mv "$judges/new/nu" "$judges/nu"
fi
web=tests/site
if ! cmp -s $web/package-lock.json "$judges/web/package-lock.json"; then
    rm -rf "$judges/new/web" "$judges/web"
    mkdir "$judges/new/web"
    cp $web/package.json $web/package-lock.json $web/.npmrc "$judges/new/web/"
    if ! npm ci --prefix "$judges/new/web" --ignore-scripts --no-audit --no-fund >"$judges/npm.log" 2>&1 </dev/null; then
        tail -n 20 "$judges/npm.log" >&2
        echo "axe-core、playwright-coreを取得できませんでした。ネットワークにつながっているか確かめてから、もう一度実行してください。" >&2
        exit 1
    fi
    mv "$judges/new/web" "$judges/web"
fi
