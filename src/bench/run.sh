#!/bin/sh
# Builds the benchmarks when they or the program changed, and runs one. README.md beside this file says what each measures.
set -eu
cd "$(dirname "$0")/../.."
bench=target/bench
mkdir -p $bench

usage() {
    cat >&2 <<'TEXT'
usage: src/bench/run.sh COMMAND
  dedupe ROWS [ROUNDS]       the whole command and the floor in turn: seconds, processor time, peak memory, ratio
  growth ROWS [ROUNDS]       the same for ROWS and twice as many
  small [ROUNDS]             5,000 rows against 1 row and --version
  reload [ROUNDS]            the rules after an edit of a term table and of a DRL file, with all checks
  preview CUSTOMERS [ROUNDS] both rule sets over all masters of a list
  service CUSTOMERS [ROUNDS] a term edit as the service does it: preview, publication, reclassification
  jmh [ARGUMENTS]            the JMH benchmarks; the arguments are JMH's own, such as NameParser
  classify URL CUSTOMERS [RATE] [SECONDS]  one name per request of a running service, at a fixed rate: latencies
  calls URL [ROUNDS]         what people ask a running service about masters: latencies
  generate ROWS SEED FOLDER  a customer list and its truth
  shape CUSTOMERS [TRUTH]    what a list looks like, in shares
TEXT
    exit 2
}

[ $# -gt 0 ] || usage
command=$1
light=""
case "$command" in
    dedupe|growth|small) main=dev.segmentation.bench.WholeCommand ;;
    reload|preview) main=dev.segmentation.bench.RulesAtWork ;;
    service) main=dev.segmentation.bench.ServiceAtWork ;;
    jmh) main=org.openjdk.jmh.Main; shift ;;
    classify) main=dev.segmentation.bench.ClassifyLoad; light="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"; shift ;;
    calls) main=dev.segmentation.bench.ReadCalls; shift ;;
    generate) main=dev.segmentation.bench.CustomerListGenerator; shift ;;
    shape) main=dev.segmentation.bench.ListShape; shift ;;
    *) usage ;;
esac

if [ ! -f $bench/classpath ] || [ -n "$(find pom.xml src/*/pom.xml src/*/src/main -newer $bench/classpath -type f | head -n 1)" ]; then
    mvn -B -q -ntp -pl src/bench -am -Dmaven.test.skip=true -Dspotless.skip=true -Dbench.classpath="$PWD/$bench/classpath" process-classes >&2
    touch $bench/classpath
fi
exec java $light -Xmx3g -XX:+IgnoreUnrecognizedVMOptions -XX:+UseTransparentHugePages -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp "src/bench/target/classes:$(cat $bench/classpath)" "$main" "$@"
