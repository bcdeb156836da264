#!/bin/sh
# Lets schemathesis (https://schemathesis.io, pip install schemathesis) loose on a packaged service over a copy of the sample,
# as each role. Fails on a server error or an answer that is not as the OpenAPI document says.
# usage: src/fuzz/api.sh [EXAMPLES [SEED]]
set -eu
cd "$(dirname "$0")/../.."
examples=${1:-50}
seed=${2:-1}
tool=${SCHEMATHESIS:-schemathesis}
command -v "$tool" >/dev/null || { echo "schemathesis is not here: pip install schemathesis" >&2; exit 2; }
[ -f target/segmenter.jar ] || mvn -B -q -ntp -DskipTests package

work=$(mktemp -d)
service=""
cleanup() {
    [ -n "$service" ] && kill "$service" 2>/dev/null && wait "$service" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
cp -r input "$work/input"
cp -r rules "$work/rules"
cp target/segmenter.jar "$work/segmenter.jar"
cp src/fuzz/schemathesis.toml "$work/schemathesis.toml"
cd "$work"
for role in viewer analyst rules-admin operator; do
    echo "long phrase of $role" | java -jar segmenter.jar users add "$role" --role "$role" --users "$work/users.txt" >/dev/null
done
java -jar segmenter.jar run --quiet --input "$work/input" --output "$work/output" --rules "$work/rules"
java -jar segmenter.jar suggest --quiet --input "$work/input" --output "$work/output" --rules "$work/rules"

port=${SEGMENTER_FUZZ_PORT:-8199}
if curl -s -o /dev/null "http://127.0.0.1:$port/"; then
    echo "somebody serves port $port already; set SEGMENTER_FUZZ_PORT" >&2
    exit 2
fi
SEGMENTER_SIGN_IN_FAILURES=1000000 java -jar segmenter.jar serve --port "$port" --users "$work/users.txt" \
    --input "$work/input" --output "$work/output" --rules "$work/rules" >"$work/service.log" 2>&1 &
service=$!
until curl -sf -o /dev/null "http://127.0.0.1:$port/q/health/ready"; do
    kill -0 "$service" || { cat "$work/service.log" >&2; exit 1; }
    sleep 1
done
curl -sf -u "viewer:long phrase of viewer" "http://127.0.0.1:$port/api/openapi" >"$work/openapi.json"

# How long schemathesis takes to think of a request says something about this machine, and nothing about the service.
worst=0
for role in viewer analyst rules-admin operator; do
    echo "== $role"
    secret=$(printf '%s:long phrase of %s' "$role" "$role" | base64 | tr -d '\n')
    "$tool" --config-file schemathesis.toml run openapi.json --url "http://127.0.0.1:$port" -H "Authorization: Basic $secret" \
        --phases examples,coverage,fuzzing,stateful --max-examples "$examples" --seed "$seed" --no-color \
        --suppress-health-check too_slow || worst=1
done
if grep -n " ERROR \|incident " "$work/service.log"; then
    worst=1
fi
exit $worst
