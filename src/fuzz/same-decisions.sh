#!/bin/sh
# Compares what two programs with their rules decide: sh src/fuzz/same-decisions.sh OLD NEW DATA OUT
# OLD and NEW are folders with target/segmenter.jar and rules; every .csv below DATA that lists customers or labelled names is run,
# with the known organisations and without. Group, detail, NAICS, support category, method and confidence of every master must be
# the same; rule ids and rationales may differ.
set -eu
old=$1 new=$2 data=$3 out=$4
mkdir -p "$out"
decide() { # program, rules, customers, folder
    mkdir -p "$4"
    java -Dquarkus.http.host-enabled=false -jar "$1/target/segmenter.jar" run --quiet --keep-runs=0 --input "$4" \
        --customers "$3" --rules "$2" --output "$4" || test $? -eq 1
    python3 - "$4/MasterCustomerSegmentation.csv" > "$4/decisions.txt" <<'PY'
import csv, sys
columns = ["Master Customer Name", "Industrial Group", "Industry Detail", "NAICS", "Support Category", "Method", "Confidence"]
rows = csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline=""))
for line in sorted("\t".join(row[column] for column in columns) for row in rows):
    print(line)
PY
}
for side in old new; do
    eval "from=\$$side"
    rm -rf "$out/$side-emptied"
    mkdir "$out/$side-emptied"
    cp -r "$from/rules/." "$out/$side-emptied" # the dot: were rules a link, its target must not be emptied
    rm -f "$out/$side-emptied"/entities/*
done
find "$data" -name '*.csv' ! -name '*-truth.csv' | sort > "$out/files"
different=0
while read -r file; do
    name=$(basename "$file" .csv)
    python3 - "$file" > "$out/$name.csv" <<'PY'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
if rows and "Customer Name" not in rows[0]:  # labelled names: each is a customer
    rows = [{"Customer Key": f"N{number:06}", "Customer Name": row["Name"], "Source": "names"}
            for number, row in enumerate(rows, 1)]
writer = csv.DictWriter(sys.stdout, list(rows[0]), lineterminator="\n")
writer.writeheader()
writer.writerows(rows)
PY
    for entities in shipped emptied; do
        for side in old new; do
            eval "from=\$$side"
            rules=$from/rules
            test $entities = shipped || rules=$out/$side-emptied
            decide "$from" "$rules" "$out/$name.csv" "$out/$side-$name-$entities"
        done
        masters=$(wc -l < "$out/old-$name-$entities/decisions.txt")
        changes=$(diff "$out/old-$name-$entities/decisions.txt" "$out/new-$name-$entities/decisions.txt" | grep -c '^[<>]' || true)
        echo "$name, entities $entities: $masters masters, $changes lines differ"
        test "$changes" -eq 0 || different=1
    done
done < "$out/files"
exit $different
