"""Part b: a month of work over the sample, from the first run to a restored backup."""

import csv
import random

from service import Service

SEED = 200


def scenes(given):
    return {"month": lambda scene: month(scene, given), "month-of-rules": lambda scene: month_of_rules(scene, given)}


def month(scene, given):
    scene.copy(given / "input", "input")
    scene.copy(given / "rules", "rules")
    scene.command("run")
    decide(scene)
    scene.command("run", "--json")
    scene.command("diff")
    undo(scene)
    suggest(scene)
    scene.command("promote-websites")
    scene.command("classify")
    change_rows(scene.home / "input/CustomerLastBillingDate.csv")
    scene.command("run")
    scene.command("diff", "--html", "diff.html", "--limit", "1000")
    scene.command("diff", "--json")
    scene.command("reconcile", "--verbose")
    look_back(scene)
    scene.command("backup", "--with-runs", "month.zip")
    scene.command("restore", "month.zip", "--into", "restored")
    scene.command("run", "--input", "restored/input", "--output", "restored/output", "--rules", "restored/rules")
    scene.command("history", "--verify", "--input", "restored/input", "--output", "restored/output")


def rows(scene, table):
    with open(scene.home / "output" / table, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def decide(scene):
    """A batch of the worst masters, filled in by a person who also mistypes."""
    scene.command("next-batch", "12", "--name", "Batch-2026-12")
    open_masters = [row["Master Customer Name Canonical"] for row in rows(scene, "SegmentationReviewWorklist.csv")]
    lines = ["## Construction", "| Customer | Industry Detail | NAICS | Domain |", "|---|---|---|---|"]
    lines += [f"| {name} | General Contractor | 236220 | |" for name in open_masters[:5]]
    lines += ["## Utilities", "| Customer | NAICS | Domain |", "|---|---|---|"]
    lines += [f"| {name} | 221310 | example{n}.com |" for n, name in enumerate(open_masters[5:9])]
    lines += ["| NO SUCH MASTER AT ALL | 221310 | |", f"| {open_masters[9][:-1]} | 22131 | |"]
    scene.write("Batch-2026-12.md", "\n".join(lines) + "\n")
    scene.command("import-batch", "--dry-run", "--verbose", "Batch-2026-12.md")
    scene.command("import-batch", "Batch-2026-12.md")
    scene.command("import-batch", "--json", "Batch-2026-12.md")
    scene.command("import-batch", "input/Batch-2026-09.md")
    scene.command("reconcile")


def undo(scene):
    scene.command("undo", "--dry-run", "Batch-2026-12")
    scene.command("undo", "D000001-2")
    scene.command("undo", "--json", "Batch-2026-12")
    scene.command("undo", "Batch-2026-12")
    scene.command("history")


def suggest(scene):
    scene.command("suggest", "--limit", "60")
    ranks = [row["Rank"] for row in rows(scene, "AI_Assisted_Suggestions.csv")]
    first, second, third, fourth = ranks[:4]
    scene.command("suggest", "accept", "--dry-run", first, second)
    scene.command("suggest", "accept", first, second)
    scene.command("suggest", "accept", "--group", "Utilities", third)
    scene.command("suggest", "accept", "--min-confidence", "0.9", "--json")
    scene.command("suggest", "reject", fourth, "--reason", "another firm")
    scene.command("suggest", "--limit", "60", "--json")
    scene.command("suggest-websites", "--limit", "40")


def change_rows(customers):
    """200 rows of the next month: names changed and cut, dates moved, keys new and gone."""
    header, *lines = customers.read_text(encoding="utf-8").splitlines()
    chosen = random.Random(SEED).sample(range(len(lines)), 200)
    table = list(csv.reader(lines))
    for number, line in enumerate(chosen):
        row = table[line]
        if number % 5 == 0:
            row[2] = row[2] + " Holdings"
        elif number % 5 == 1:
            row[2] = row[2][:-1]
        elif number % 5 == 2:
            row[4] = "2026-11-30"
        elif number % 5 == 3:
            row[0] = f"9{row[0]}"
        else:
            row[2] = row[2].split(" ")[0] + " Renamed Works LLC"
    with open(customers, "w", encoding="utf-8", newline="") as file:
        file.write(header + "\n")
        csv.writer(file, lineterminator="\n").writerows(table)


def look_back(scene):
    scene.command("status")
    scene.command("status", "--json")
    scene.command("history", "--json")
    scene.command("history", "--verify")
    names = [row["Master Customer Name Canonical"] for row in rows(scene, "SegmentationReviewWorklist.csv")[:2]]
    scene.command("explain", "3M", *names)
    scene.command("explain", "--json", "TC Energy")
    scene.command("next-batch", "5", "--format", "md", "--name", "Batch-2027-01")


def month_of_rules(scene, given):
    """A rule change from proposal to use and back again, through the service, with the shipped rules."""
    scene.copy(given / "input", "input")
    scene.copy(given / "rules", "rules")
    scene.command("run", "--quiet")
    with Service(scene) as service:
        service.ask("GET", "/api/rules/versions")
        change = service.ask("POST", "/api/rules/changes", {"title": "Heron", "reason": "Found on the worklist"})
        where = "/api/rules/changes/" + change.field("id")
        term = {"group": "Utilities", "term": "COLRUYT", "detail": "Water Utility", "naics": "221310"}
        change = service.ask("POST", where + "/terms", term, {"If-Match": change.etag})
        publish(service, where)
        versions = service.ask("GET", "/api/rules/versions")
        before = versions.field("items", 1, "id")
        back = service.ask("POST", f"/api/rules/versions/{before}/rollback")
        publish(service, "/api/rules/changes/" + back.field("id"))
        service.ask("GET", "/api/rules/versions")
        service.finished(service.ask("POST", "/api/runs", {"scope": "run"}))
    scene.command("status")
    scene.command("diff", "--json")
    scene.command("backup", "rules.zip")


def publish(service, where):
    service.finished(service.ask("POST", where + "/preview"))
    seen = service.ask("GET", where + "/preview?of=flips&limit=50")
    done = service.ask("POST", where + "/publish", {"reclassify": True}, {"If-Match": seen.etag})
    service.finished(done)
