"""Part c: every operation of the API in four roles, refusals and broken requests too, and the document itself."""

import json
import re
from pathlib import Path

from changes import changes_of_people, changes_of_rules
from service import Service

ROLES = ("viewer", "analyst", "rules-admin", "operator")
PASSWORDS = {role: f"long phrase of {role}" for role in ROLES}
USERS = Path(__file__).parent / "given/users.txt"


def scenes(given):
    return {
        "api-read": lambda scene: read(scene, given),
        "api-refused": lambda scene: refused(scene, given),
        "api-people": lambda scene: changed(scene, given, changes_of_people),
        "api-rules": lambda scene: changed(scene, given, changes_of_rules),
    }


def small_home(scene, given):
    golden = given / "src/test/resources/golden"
    scene.copy(golden / "rules", "rules")
    scene.copy(golden / "people/input", "input")
    scene.copy(USERS, "users.txt")
    scene.command("run", "--quiet")


def changed(scene, given, calls):
    small_home(scene, given)
    with Service(scene, "--users", "users.txt", passwords=PASSWORDS) as service:
        calls(service)


MASTERS = ["", "?limit=3&offset=2", "?q=tc+energy", "?q=100000", "?group=Construction&sort=keys&direction=desc&limit=5",
           "?method=Heuristic&limit=2", "?confidence=Low&limit=2", "?status=Draft", "?conflict=true", "?website=true&limit=4",
           "?sort=billing&limit=5", "?sort=group&limit=5", "?limit=0", "?limit=1001", "?limit=", "?offset=-1", "?sort=odd",
           "?conflict=perhaps", "?group=No+Such", "?odd=1", "?limit=2&limit=3"]
READS = ["/api/groups", "/api/status", "/api/worklist?limit=5", "/api/worklist?why=Conflict", "/api/worklist?why=Odd",
         "/api/worklist?offset=100&limit=3", "/api/worklist/next-batch?count=5", "/api/worklist/next-batch?count=5&format=md",
         "/api/worklist/next-batch?count=5&format=xlsx", "/api/worklist/next-batch?count=0", "/api/worklist/next-batch?format=pdf",
         "/api/outputs", "/api/outputs/CustomerSegmentation.csv", "/api/outputs/MasterCustomerSegmentation.csv?profile=excel",
         "/api/outputs/none.csv", "/api/outputs/..%2Finput%2FManualOverrides.csv", "/api/outputs/manifest.json",
         "/api/diff", "/api/diff?from=previous&to=last&limit=3", "/api/diff?from=none", "/api/diff?from=..&to=last",
         "/api/decisions", "/api/decisions?source=Manual", "/api/decisions?status=Draft&limit=2", "/api/decisions/none",
         "/api/judgements", "/api/judgements/none", "/api/journal", "/api/journal?limit=1", "/api/journal/D000001",
         "/api/journal/D999999", "/api/journal/verification", "/api/batches", "/api/batches/none", "/api/suggestions",
         "/api/suggestions?kind=group&sure=0.5&limit=4", "/api/suggestions?kind=website", "/api/suggestions?sure=2",
         "/api/suggestions/group/none", "/api/suggestions/odd/none", "/api/runs", "/api/runs/J000001", "/api/runs/none/events",
         "/api/reclassifications/none", "/api/rules", "/api/rules/groups.utilities.terms.csv", "/api/rules/none",
         "/api/rules/terms?query=power&limit=3", "/api/rules/terms", "/api/rules/changes", "/api/rules/changes/none",
         "/api/rules/changes/none/preview", "/api/rules/versions", "/api/session", "/api/openapi", "/api", "/", "/api/none",
         "/q/health", "/q/health/live", "/q/health/ready"]
NAMES = [{"names": ["Springfield Hotel LLC", "City of Salem", "3M", "Ünïversität Köln"]}, {"names": []}, {"names": [""]},
         {"names": "one"}, {"names": [5]}, {"names": ["a"], "odd": 1}, {"names": ["x" * 2000]}, {"names": ["a"] * 1001},
         {}, [], "null", "{", "", '{"names": ["a"], "names": ["b"]}']


def read(scene, given):
    """All that can be read, over the sample and the shipped rules after two runs."""
    scene.copy(given / "input", "input")
    scene.copy(given / "rules", "rules")
    scene.copy(USERS, "users.txt")
    scene.command("run", "--quiet")
    scene.command("suggest", "--quiet", "--limit", "40")
    scene.write("input/ManualOverrides.csv", (scene.home / "input/ManualOverrides.csv").read_bytes() + b"100001,TC Energy,,one\n")
    scene.command("run", "--quiet")
    with Service(scene, "--users", "users.txt", passwords=PASSWORDS) as service:
        for query in MASTERS:
            listed = service.ask("GET", "/api/masters" + query, role="viewer")
        listed = service.ask("GET", "/api/masters?sort=keys&direction=desc&limit=4", role="viewer")
        for number in range(4):
            service.ask("GET", f"/api/masters/{listed.field('items', number, 'id')}", role="analyst")
        service.ask("GET", "/api/masters/MNONE", role="viewer")
        for path in READS:
            answer = service.ask("GET", path, role="viewer")
            if answer.status == 200 and "etag" in answer.headers:
                service.ask("GET", path, headers={"If-None-Match": answer.etag}, role="viewer")
        for names in NAMES:
            service.ask("POST", "/api/classify", names, {"Content-Type": "application/json"}, role="viewer")
        metrics(service)
        on_the_wire(service)
        sessions(service)


def metrics(service):
    """The names of all measures; their values depend on the clock."""
    status, headers, body = service.call("GET", "/q/metrics", role="operator")
    names = sorted(set(re.findall(r"^(?:# (?:TYPE|HELP) )?[a-z_]+", body.decode(), re.M)))
    ours = [name for name in names if "segment" in name]
    service.scene.step("metrics", {"status": str(status), "names": "\n".join(ours) + "\n"})
    for role in ("viewer", None):
        service.ask("GET", "/q/metrics", role=role)


def on_the_wire(service):
    """What is wrong before an operation looks at it."""
    json_type = {"Content-Type": "application/json"}
    for method, path, body, headers in (
            ("POST", "/api/classify", "a", {"Content-Type": "text/plain"}), ("POST", "/api/classify", "a", None),
            ("POST", "/api/classify", b"\xff\xfe\x00", json_type), ("POST", "/api/classify", "[" * 5000, json_type),
            ("PUT", "/api/classify", "{}", json_type), ("DELETE", "/api/groups", None, None), ("OPTIONS", "/api/groups", None, None),
            ("OPTIONS", "/api/decisions/x", None, None), ("HEAD", "/api/groups", None, None), ("TRACE", "/api/groups", None, None),
            ("GET", "/api/groups", None, {"Accept": "text/html"}), ("GET", "/api/groups", None, {"Host": "evil.example.com"}),
            ("GET", "/api/groups", None, {"Origin": "https://evil.example.com"}),
            ("POST", "/api/classify", '{"names": ["a"]}', {**json_type, "Origin": "https://evil.example.com"}),
            ("GET", "/api/groups", None, {"Authorization": "Basic nonsense"}), ("GET", "/api/groups", None, {"Authorization": "Bearer seg_no"}),
            ("GET", "/api/groups?%00", None, None), ("GET", "/api/%2e%2e/groups", None, None), ("GET", "/api//groups", None, None),
            ("GET", "/api/groups/", None, None), ("GET", "/API/groups", None, None)):
        service.ask(method, path, body, headers, role=None if headers and "Authorization" in headers else "viewer")


def sessions(service):
    for body in ({"name": "viewer", "password": "wrong wrong wrong"}, {"name": "nobody", "password": "x"}, {}, {"name": 5}):
        service.ask("POST", "/api/session", body)
    for role in ROLES:
        signed = service.ask("POST", "/api/session", {"name": role, "password": PASSWORDS[role]})
        cookie = {"Cookie": signed.headers.get("set-cookie", "").split(";")[0]}
        service.ask("GET", "/api/session", headers=cookie)
        service.ask("DELETE", "/api/session", headers=cookie)
        service.ask("DELETE", "/api/session", headers={**cookie, "Origin": f"http://127.0.0.1:{service.port}"})
        service.ask("GET", "/api/session", headers=cookie)


def refused(scene, given):
    """Each operation of the document in each role and in none: without a body, with an odd one, and for things that are not there."""
    small_home(scene, given)
    with Service(scene, "--users", "users.txt", passwords=PASSWORDS) as service:
        document = json.loads(service.call("GET", "/api/openapi", role="viewer")[2])
        service.ask("GET", "/api/openapi", role="operator")
        operations = [(method.upper(), re.sub(r"\{[^}]*\}", "none", path)) for path in sorted(document["paths"])
                      for method in sorted(document["paths"][path]) if method != "parameters"]
        service.scene.step("operations", {"list": "\n".join(map(" ".join, operations)) + "\n"})
        for method, path in operations:
            service.ask(method, path)
            for role in ROLES:
                once(service, role, method, path)


def once(service, role, method, path):
    answers = [service.ask(method, path, role=role)]
    if method in ("POST", "PUT", "PATCH"):
        answers.append(service.ask(method, path, {"odd": True}, role=role))
        answers.append(service.ask(method, path, "odd", {"Content-Type": "application/xml", "If-Match": '"none"'}, role=role))
    if method == "DELETE":
        answers.append(service.ask(method, path, headers={"If-Match": '"none"'}, role=role))
    for answer in answers:
        if answer.status == 202:
            service.finished(answer, role)
