#!/bin/sh
# Counts and lists the classes of ours of which a method runs: src/bench/touched.sh [CHECKOUT] put|name
#
#   put   one PUT /api/decisions/{id} of a warm service. The packaged service has a run of 3,000 rows; 20 decisions are read and
#         replaced first. Then three decisions are replaced, each counted alone from before the request to after its answer.
#         A class counts if it ran in each of the three, so that what runs beside now and then does not.
#   name  one name from the customer list to its written decision. `run` on 20 rows and on the same with one name more, in turn,
#         three times each, each in a process of its own, with one thread and with compiled rules. A class counts if its methods
#         were entered more often in every run with that name than in any run without it: what reads, parses, compares, merges,
#         classifies, explains and writes it, and not what is there once for a whole run.
#
# CHECKOUT is built (target/segmenter.jar). Constructors and bodies of lambdas are methods; static initialisers are not, nor
# classes that a framework generates. Nested and anonymous classes are classes of their own in the first number, and part of
# the outermost one in the second. touched/TouchedAgent.java counts. The service listens on PORT (default 18471).
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
checkout=$(cd "${1:-}" 2>/dev/null && [ $# -gt 1 ] && pwd -P) && shift || checkout=$(cd "$here/../.." && pwd -P)
what=${1:-}
port=${PORT:-18471}
jar=$checkout/target/segmenter.jar
[ -f "$jar" ] || { echo "not built: $jar" >&2; exit 3; }
work=$(mktemp -d)
service=""
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true; wait; rm -rf "$work"' EXIT

build_agent() {
    (cd "$here/../.." && mvn -B -q -ntp -N -Dstyle.color=never dependency:copy -Dartifact=org.ow2.asm:asm:9.9.1 -DoutputDirectory="$work")
    mkdir "$work/classes" "$work/seen"
    javac -cp "$work/asm-9.9.1.jar" -d "$work/classes" "$here/touched/TouchedAgent.java"
    printf 'Premain-Class: TouchedAgent\nClass-Path: asm-9.9.1.jar\n' > "$work/manifest"
    jar cfm "$work/agent.jar" "$work/manifest" -C "$work/classes" .
}

segmenter() { java -XX:TieredStopAtLevel=1 "$@"; }

workspace() {
    cp -R "$checkout/rules" "$work/rules"
    mkdir "$work/input"
    head -n "$(($1 + 1))" "$checkout/input/CustomerLastBillingDate.csv" > "$work/input/CustomerLastBillingDate.csv"
    cd "$work"
}

# Asks the agent for "reset" or "dump", and waits until it is done.
ask() {
    : > "$work/seen/$1"
    while [ -f "$work/seen/$1" ]; do sleep 0.05; done
}

# Reads the decision about a master and replaces it.
decide() {
    url=http://127.0.0.1:$port/api/decisions/$1
    etag=$(curl -s -D - -o /dev/null "$url" | tr -d '\r' | sed -n 's/^etag: //Ip')
    condition="If-None-Match: *"
    [ -z "$etag" ] || condition="If-Match: $etag"
    [ -z "${2:-}" ] || ask reset
    curl -s --fail-with-body -o "$work/answer" -X PUT "$url" -H "$condition" -H 'Content-Type: application/json' \
        -d "{\"group\": \"Construction\", \"reason\": \"number $number\"}" || { cat "$work/answer" >&2; exit 1; }
    [ -z "${2:-}" ] || { ask dump; cut -d ' ' -f 1 "$work/seen/counts" > "$work/$2"; }
    number=$((number + 1))
}

put() {
    workspace 3000
    segmenter -jar "$jar" run --quiet > /dev/null
    java -XX:TieredStopAtLevel=1 "-javaagent:$work/agent.jar=$work/seen" -jar "$jar" serve --port "$port" > "$work/log" 2>&1 &
    service=$!
    until curl -s -f -o /dev/null "http://127.0.0.1:$port/q/health/ready"; do
        kill -0 "$service" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
        sleep 0.5
    done
    number=1
    for round in 1 2; do
        for master in $(tr -d '\r' < output/CustomerMasterMap.csv | grep -o 'M[A-Z0-9]\{10\}$' | sort -u | head -n 10); do
            decide "$master"
        done
    done
    for round in 1 2 3; do
        decide "$master" "round$round"
    done
    comm -12 "$work/round1" "$work/round2" | comm -12 - "$work/round3" > "$work/classes.txt"
}

name() {
    workspace 20
    list=$work/input/CustomerLastBillingDate.csv
    cp "$list" "$work/without.csv"
    segmenter -jar "$jar" run --quiet > /dev/null
    for round in 1 2 3; do
        for kind in without with; do
            rm -rf "$work/output" "$work/input"
            mkdir "$work/input"
            cp "$work/without.csv" "$list"
            [ $kind = without ] || echo '999999,C99999,Blue Heron Plumbing & Heating LLC,SERVICE,2026-01-05' >> "$list"
            segmenter "-javaagent:$work/agent.jar=$work/seen" -jar "$jar" run --quiet --threads 1 > /dev/null
            sed "s/^/$kind /" "$work/seen/counts" >> "$work/all"
        done
    done
    awk '$1 == "without" && $3 > most[$2] { most[$2] = $3 }
         $1 == "with" { runs[$2]++; if (!($2 in least) || $3 < least[$2]) least[$2] = $3 }
         END { for (c in least) if (runs[c] == 3 && least[c] > most[c]) print c }' "$work/all" | sort > "$work/classes.txt"
}

case "$what" in put|name) ;; *) sed -n 2,3p "$0" >&2; exit 2 ;; esac
build_agent
"$what"
cat "$work/classes.txt"
echo "$what: $(wc -l < "$work/classes.txt") classes, $(sed 's/\$.*//' "$work/classes.txt" | sort -u | wc -l) with nested ones as part of the outermost"
