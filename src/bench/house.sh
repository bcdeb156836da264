#!/bin/sh
# Prints the size of a checkout, this one by default: src/bench/house.sh [CHECKOUT]. House.java beside it counts the sources and
# the rules; the size of the jar and the warnings of `rules check` are those of CHECKOUT/target/segmenter.jar, if it is built.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
checkout=$(cd "${1:-$here/../..}" && pwd -P)

java -XX:TieredStopAtLevel=1 "$here/House.java" "$checkout"
jar="$checkout/target/segmenter.jar"
if [ -f "$jar" ]; then
    printf '%-28s %s\n' "jar, MiB" "$(($(wc -c < "$jar") / 1048576)) ($(wc -c < "$jar") bytes)"
    printf '%-28s ' "warnings of rules check"
    (cd "$checkout" && java -XX:TieredStopAtLevel=1 -jar "$jar" rules check) | tail -n 1
else
    echo "not built: $jar (no size of the jar, no rules check)" >&2
fi
