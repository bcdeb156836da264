"""Requests that change something, each with the conditions under which it is refused and done."""

MISSING = {"If-Match": '"0000000000000000"'}
BOTH = {"If-Match": '"0000000000000000"', "If-None-Match": "*"}
HERRON = {"group": "Utilities", "term": "BLUE HERRON", "detail": "Water Utility", "naics": "221310"}


def conditional(service, role, method, path, body=None, headers=None, tag_of=None):
    """A change in all ways: without condition, with a stale one, with both, by who may not, and with the right one."""
    more = headers or {}
    for wrong in ({}, MISSING, BOTH):
        service.ask(method, path, body, {**more, **wrong}, role=role)
    seen = service.ask("GET", tag_of or path, role=role)
    right = {**more, "If-Match": seen.etag}
    service.ask(method, path, body, right, role="viewer")
    done = service.ask(method, path, body, right, role=role)
    if done.begins_job:
        service.finished(done, role)
    service.ask(method, path, body, right, role=role)


def changes_of_people(service):
    masters = service.ask("GET", "/api/masters?limit=50", role="viewer").field("items")
    ids = [master["id"] for master in masters] + ["none"] * 8
    decisions(service, ids)
    judgements(service, masters)
    journal(service)
    batches(service, [master["canonical"] for master in masters])
    suggestions(service)
    jobs(service)


def decisions(service, ids):
    for body in ({"master": ids[0], "group": "Construction", "naics": "238160", "reason": "their website"},
                 {"master": ids[0], "group": "Utilities"}, {"master": "MNONE", "group": "Utilities"}, {"master": ids[1]},
                 {"master": ids[1], "group": "No Such Group"}, {"master": ids[1], "group": "Utilities", "naics": "12"},
                 {"master": ids[3], "group": "Utilities", "reason": "=1+1"}, {"master": ids[3], "group": "Utilities", "reason": "a\nb"},
                 {"master": ids[3], "group": "Utilities", "website": "nonsense"}, {"master": ids[1], "group": 5}, {"odd": 1}):
        service.ask("POST", "/api/decisions", body, role="analyst")
    where = f"/api/decisions/{ids[0]}"
    conditional(service, "analyst", "PATCH", where, {"status": "Draft"})
    conditional(service, "analyst", "PATCH", where, {"status": "Perhaps"})
    conditional(service, "analyst", "PUT", where, {"group": "Utilities", "detail": "Water", "website": "example.com"})
    conditional(service, "analyst", "PUT", where, {"group": "Utilities", "odd": 1})
    service.ask("PUT", f"/api/decisions/{ids[2]}", {"group": "Manufacturing"}, {"If-None-Match": "*"}, role="analyst")
    service.ask("PUT", f"/api/decisions/{ids[2]}", {"group": "Manufacturing"}, {"If-None-Match": "*"}, role="analyst")
    for query in ("", "?owner=analyst", f"?master={ids[0]}", "?status=Final", "?group=Utilities", "?limit=1&offset=1"):
        service.ask("GET", "/api/decisions" + query, role="viewer")
    service.ask("GET", f"/api/masters/{ids[0]}", role="viewer")
    conditional(service, "analyst", "DELETE", where)


def judgements(service, masters):
    first, second = masters[0]["canonical"], masters[1]["canonical"]
    for body in ({"alias": first, "master": second, "judgement": "never", "reason": "two firms"},
                 {"alias": first, "master": second, "judgement": "never"}, {"alias": first, "master": first, "judgement": "merge"},
                 {"alias": first, "master": second, "judgement": "maybe"}, {"alias": "", "master": second}, {"odd": 1},
                 {"alias": "NO SUCH", "master": second, "judgement": "merge"}):
        service.ask("POST", "/api/judgements", body, role="analyst")
    listed = service.ask("GET", "/api/judgements", role="viewer")
    conditional(service, "analyst", "DELETE", f"/api/judgements/{listed.field('items', 0, 'id')}")


def journal(service):
    for path in ("?limit=20", "?owner=analyst", "/D000001", "/D000001-1", "/D999999", "/odd", "/verification"):
        service.ask("GET", "/api/journal" + path, role="viewer")
    for path in ("/D000001/undo?dryRun=true", "/D000002/undo?dryRun=perhaps", "/D000002/undo", "/D000002/undo", "/D999999/undo"):
        service.ask("POST", "/api/journal" + path, role="analyst")


def batches(service, names):
    text = "## Construction\n| Customer | NAICS | Domain |\n|---|---|---|\n"
    text += "".join(f"| {name} | 238160 | |\n" for name in names[3:6]) + "| NO SUCH MASTER | 238160 | |\n| X | 1 | |\n"
    markdown = {"Content-Type": "text/markdown"}
    for query, body, headers in (("?name=Batch-2026-12", text, markdown), ("", text, markdown), ("?name=%3Dodd", text, markdown),
                                 ("?name=Empty", "", markdown), ("?name=Prose", "nothing to see\n", markdown),
                                 ("?name=Json", "{}", {"Content-Type": "application/json"}),
                                 ("?name=Book", b"PK\3\4nonsense", {"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})):
        service.ask("POST", "/api/batches" + query, body, headers, role="analyst")
    listed = service.ask("GET", "/api/batches", role="analyst")
    items = listed.field("items")
    ids = [item["id"] for item in items if item.get("name") == "Batch-2026-12"] if isinstance(items, list) else []
    where = f"/api/batches/{ids[0] if ids else 'none'}"
    service.ask("GET", where + "?limit=2", role="analyst")
    service.ask("GET", where, role="viewer")
    conditional(service, "analyst", "POST", where + "/import", tag_of=where)
    again = service.ask("POST", "/api/batches?name=Again", text, markdown, role="analyst")
    service.ask("DELETE", f"/api/batches/{again.field('id')}", role="viewer")
    service.ask("DELETE", f"/api/batches/{again.field('id')}", role="analyst")
    service.ask("GET", f"/api/batches/{again.field('id')}", role="analyst")


def suggestions(service):
    for body in ({"kind": "odd"}, {"kind": "group", "limit": 0}, {"limit": "5"}, {"kind": "website", "limit": 10}, {"kind": "group", "limit": 100}):
        asked = service.ask("POST", "/api/suggestions", body, role="analyst")
        if asked.status == 202:
            service.finished(asked, "analyst")
    listed = service.ask("GET", "/api/suggestions?sure=0", role="viewer")
    service.ask("GET", "/api/suggestions?kind=website", role="viewer")
    ids = [listed.field("items", n, "master") for n in range(3)]
    for master, what, body in ((ids[0], "accept", {"number": 1}), (ids[1], "reject", {"number": 1, "reason": "another firm"}),
                               (ids[2], "accept", {"group": "Construction"}), (ids[2], "accept", {"number": 99})):
        where = f"/api/suggestions/group/{master}"
        conditional(service, "analyst", "POST", f"{where}/{what}", body, tag_of=where)
    service.ask("GET", "/api/suggestions?sure=0", role="viewer")


def jobs(service):
    service.ask("GET", "/api/runs", role="viewer")
    for scope in ("run", "dedupe", "classify"):
        service.finished(service.ask("POST", "/api/runs", {"scope": scope}, role="operator"), "operator")
    for body in ({"scope": "odd"}, {"scope": 5}, {}):
        answer = service.ask("POST", "/api/runs", body, role="operator")
        if answer.status == 202:
            service.finished(answer, "operator")
    last = service.ask("GET", "/api/runs", role="viewer").field("items", 0, "id")
    service.ask("DELETE", f"/api/runs/{last}", role="operator")
    service.ask("GET", f"/api/runs/{last}/events", role="viewer")
    asked = service.ask("POST", "/api/reclassifications", {}, role="analyst")
    service.finished(asked, "analyst")
    service.ask("GET", "/api/reclassifications/" + asked.field("id"), role="viewer")
    for path in ("/api/status", "/api/diff", "/api/masters?limit=3", "/api/outputs"):
        service.ask("GET", path, role="viewer")


def changes_of_rules(service):
    for role in ("viewer", "analyst", "rules-admin", "operator"):
        service.ask("POST", "/api/rules/check", role=role)
        service.ask("POST", "/api/rules/test", role=role)
    for body in ({"title": "", "reason": ""}, {"title": "x"}, {"title": 5}, {"odd": 1}):
        service.ask("POST", "/api/rules/changes", body, role="analyst")
    made = service.ask("POST", "/api/rules/changes", {"title": "Heron", "reason": "Found on the worklist"}, role="analyst")
    where = "/api/rules/changes/" + made.field("id")
    edits(service, where)
    previews(service, where)  # a case fails, so that nothing is published
    seen = service.ask("GET", where, role="viewer")
    service.ask("POST", where + "/terms", HERRON, {"If-Match": seen.etag}, role="analyst")
    previews(service, where)
    versions(service)
    other = service.ask("POST", "/api/rules/changes", {"title": "Other", "reason": "r"}, role="analyst")
    conditional(service, "analyst", "POST", "/api/rules/changes/" + other.field("id") + "/rebase", tag_of="/api/rules/changes/" + other.field("id"))
    conditional(service, "analyst", "DELETE", "/api/rules/changes/" + other.field("id"))
    service.ask("GET", "/api/rules/changes", role="viewer")


def edits(service, where):
    for term in (HERRON, HERRON, {"group": "No Such Group", "term": "X"}, {"group": "Utilities", "term": ""}, {"odd": 1}):
        conditional(service, "analyst", "POST", where + "/terms", term, tag_of=where)
    plain = {"Content-Type": "text/plain"}
    cases = "Name,Expected Group\nBLUE HERRON WATER,Utilities\n"
    for file, text in (("groups.utilities.cases.csv", cases), ("groups.utilities.terms.csv", "odd\n"), ("none.csv", cases),
                       ("groups.healthcare.rules.drl", "package x;\n")):
        for role in ("analyst", "rules-admin"):
            conditional(service, role, "PUT", f"{where}/files/{file}", text, plain, tag_of=where)
    for file in ("groups.healthcare.rules.drl", "groups.utilities.terms.csv", "none.csv"):
        conditional(service, "rules-admin", "DELETE", f"{where}/files/{file}", tag_of=where)
    seen = service.ask("GET", where, role="viewer")
    service.ask("POST", where + "/terms", {"group": "Utilities", "term": "BLUE HERON", "detail": "Water Utility", "naics": "221310"},
                {"If-Match": seen.etag}, role="analyst")
    service.ask("GET", where, role="viewer")


def previews(service, where):
    service.ask("GET", where + "/preview", role="viewer")
    service.ask("POST", where + "/preview", role="viewer")
    service.finished(service.ask("POST", where + "/preview", role="analyst"), "analyst")
    for query in ("", "?of=flips&limit=5", "?of=odd", "?of=conflicts", "?limit=0"):
        service.ask("GET", where + "/preview" + query, role="rules-admin")
    conditional(service, "rules-admin", "POST", where + "/publish", {"reclassify": True}, tag_of=where + "/preview")
    service.ask("GET", where, role="viewer")
    service.ask("GET", "/api/rules", role="viewer")


def versions(service):
    listed = service.ask("GET", "/api/rules/versions", role="viewer")
    before = f"/api/rules/versions/{listed.field('items', 1, 'id')}/rollback"
    for role in ("viewer", "analyst", "operator"):
        service.ask("POST", before, role=role)
    service.ask("POST", "/api/rules/versions/V999999/rollback", role="rules-admin")
    back = service.ask("POST", before, role="rules-admin")
    where = "/api/rules/changes/" + back.field("id")
    service.ask("POST", where + "/publish", {"reclassify": False}, {"If-Match": '"none"'}, role="rules-admin")
    previews(service, where)
    service.ask("GET", "/api/rules/versions", role="viewer")
