#!/bin/sh
# Compares two builds of the program byte for byte: what they print, write and answer, and how they recover.
# usage: src/fuzz/same.sh [OLD] NEW   each a folder of a checkout; without OLD the commit in src/fuzz/before-house is built once
#        src/fuzz/same.sh --help      the options
set -eu
command -v python3 >/dev/null || { echo "python3 is not here" >&2; exit 2; }
exec python3 -B "$(dirname "$0")/same" "$@"
