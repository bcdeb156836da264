"""Part a: every command and its help, with good folders, bad rows, missing files and wrong usage."""

COMMANDS = """run dedupe classify status diff explain history undo next-batch import-batch reconcile promote-websites backup restore
suggest suggest-websites evaluate train rules serve users tokens""".split()
SUBCOMMANDS = {
    "suggest": ["accept", "reject"],
    "evaluate": ["dedupe", "classify", "suggest"],
    "train": ["dedupe"],
    "rules": ["test", "preview", "suggest", "check"],
    "users": ["add", "list", "password", "remove", "roles"],
    "tokens": ["create", "list", "revoke"],
}
LEAVES = [[c] for c in COMMANDS if c not in ("evaluate", "train", "rules", "users", "tokens", "serve")] + [
    [c, s] for c, subs in SUBCOMMANDS.items() for s in subs]

# What a command cannot do without, so that the refusals below come from the folders and not from the parser.
NEEDED = {
    "explain": ["ACME"], "undo": ["D000001"], "import-batch": ["missing.md"], "backup": ["b.zip"],
    "restore": ["missing.zip", "--into", "restored"], "suggest accept": ["1"], "suggest reject": ["1"],
    "evaluate classify": ["--truth", "missing.csv"], "evaluate suggest": ["--truth", "missing.csv"],
    "train dedupe": ["--customers", "missing.csv", "--truth", "missing.csv", "--model", "model.csv"],
    "users add": ["ann", "--role", "viewer", "--users", "no/users.txt"],
    "users list": ["--users", "no/users.txt"],
    "users password": ["ann", "--users", "no/users.txt"],
    "users remove": ["ann", "--users", "no/users.txt"],
    "users roles": ["ann", "--role", "viewer", "--users", "no/users.txt"],
    "tokens create": ["bot", "--role", "viewer", "--tokens", "no/tokens.txt"],
    "tokens list": ["--tokens", "no/tokens.txt"],
    "tokens revoke": ["bot", "--tokens", "no/tokens.txt"],
}
PHRASE = "long phrase of a user\n"


def scenes(given):
    return {
        "help": help_texts,
        "usage": wrong_usage,
        "nothing": nothing_there,
        "dirty": lambda scene: dirty(scene, given),
        "bad-decisions": lambda scene: bad_decisions(scene, given),
        "small": lambda scene: small(scene, given),
        "people": lambda scene: people(scene, given),
        "batches": lambda scene: batches(scene, given),
        "accounts": accounts,
        "evaluation": lambda scene: evaluation(scene, given),
        "rules": lambda scene: rules(scene, given),
        "rule-faults": lambda scene: rule_faults(scene, given),
    }


def help_texts(scene):
    for command in COMMANDS:
        scene.command(command, "--help")
        for sub in SUBCOMMANDS.get(command, []):
            scene.command(command, sub, "--help")
    for other in (["--help"], ["--version"], ["help"], ["help", "run"], ["help", "nothing"], ["run", "-V"]):
        scene.command(*other)


def wrong_usage(scene):
    for command in COMMANDS:
        scene.command(command, "--nonsense")
    for arguments in ([], ["nonsense"], ["rnu"], ["users"], ["tokens"], ["rules"], ["evaluate"], ["train"],
                      ["run", "too", "many"], ["run", "--threads", "none"], ["run", "--threads", "0"],
                      ["run", "--policy", "none"], ["run", "--merge-threshold", "2"], ["run", "--keep-runs", "-1"],
                      ["run", "--log-level", "LOUD"], ["run", "--csv-profile", "odd"], ["run", "--encoding", "odd"],
                      ["run", "--input"], ["explain"], ["undo"], ["diff", "a", "b", "c"], ["diff", "--limit", "x"],
                      ["next-batch", "0"], ["next-batch", "x"], ["next-batch", "--format", "pdf"],
                      ["suggest", "--limit", "0"], ["suggest", "--online", "--offline"], ["suggest", "accept"],
                      ["suggest", "accept", "x"], ["suggest", "accept", "--kind", "odd", "1"], ["import-batch"],
                      ["rules", "suggest", "--csv", "rows.txt"], ["rules", "test", "--junit", "cases.txt"],
                      ["users", "add", "ann", "--role", "king", "--users", "u.txt"], ["users", "add", "--users", "u.txt"],
                      ["tokens", "create", "bot", "--role", "viewer", "--days", "0", "--tokens", "t.txt"],
                      ["restore", "b.zip"], ["serve", "--port", "70000"], ["serve", "--host", "0.0.0.0", "--port", "0"],
                      ["evaluate", "classify"], ["train", "dedupe"]):
        scene.command(*arguments)


def nothing_there(scene):
    """Every command in an empty folder: what is missing, and with which exit code."""
    for leaf in LEAVES:
        needed = NEEDED.get(" ".join(leaf), [])
        scene.command(*leaf, *needed, stdin=PHRASE)
    for leaf in (["run"], ["status"], ["diff"], ["history"], ["suggest"], ["rules", "check"], ["rules", "test"]):
        scene.command(*leaf, "--json")


def dirty(scene, given):
    """Each list that cannot be read in full, alone; and the last one again in all ways to show it."""
    scene.copy(given / "src/test/resources/golden/rules", "rules")
    files = sorted((given / "src/test/resources/dirty").glob("*.csv"))
    for file in files:
        scene.copy(file, f"dirty/{file.name}")
        output = f"output-{file.stem}"
        scene.command("dedupe", "--input", "input", "--customers", f"dirty/{file.name}", "--output", output, "--keep-runs", "0")
    for name in ("too-many-cells", "unclosed-quote", "missing-column", "bad-bytes"):
        scene.command("run", "--json", "--customers", f"dirty/{name}.csv", "--output", f"json-{name}")
    scene.command("run", "--encoding", "windows-1252", "--customers", "dirty/windows-1252.csv", "--output", "encoded")
    scene.command("run", "--csv-profile", "excel", "--customers", "dirty/other-scripts.csv", "--output", "excel")
    scene.command("run", "--quiet", "--customers", "dirty/too-few-cells.csv", "--output", "quiet")


BAD_DECISIONS = {
    "MasterSegmentationOverrides.csv":
        "Master Customer Name Canonical,Industrial Group,NAICS,Method,Status,Source\n"
        "ACME,No Such Group,12,Guess,Perhaps,\nBOLT,Construction,238160,Manual Override,Final,Manual\n"
        ",Utilities,,,,\nBOLT,Utilities,221112,Manual Override,Final,Manual\nNOBODY AT ALL,Utilities,,Manual Override,Final,Manual\n",
    "MasterMergeOverrides.csv":
        "Alias Canonical,Master Canonical,Judgement,Owner,Date,Reason\nA,,merge,,,\nA,A,merge,,,\nA,B,maybe,,,\nA,B,merge,,,\n"
        "A,B,never,,,\nB,A,merge,,,\n",
    "MasterWebsites.csv": "Master Customer Name Canonical,Company Website\n3M,not a website\n,3m.com\n3M,http://3m.com/path\n3M,3m.de\n",
    "ManualOverrides.csv": "Customer Key,Manual Master Name,Manual Segment,Notes\n,X,,\nnokey,X,,\n2001,,,\n2001,X,No Such Group,\n",
}


def bad_decisions(scene, given):
    golden = given / "src/test/resources/golden"
    scene.copy(golden / "rules", "rules")
    scene.copy(golden / "people/input", "good")
    for name, text in BAD_DECISIONS.items():
        folder = f"bad-{name.split('.')[0]}"
        scene.copy(golden / "people/input", folder)
        scene.write(f"{folder}/{name}", text)
        scene.command("run", "--input", folder, "--output", f"out-{folder}")
        scene.command("reconcile", "--dry-run", "--json", "--input", folder, "--output", f"out-{folder}")
        scene.write(f"{folder}/{name}", "wrong,header\n1,2\n")
        scene.command("run", "--input", folder, "--output", f"out-{folder}")


def small(scene, given):
    """Settings of `run` over a list of a few rows, each into a folder of its own."""
    golden = given / "src/test/resources/golden"
    scene.copy(golden / "rules", "rules")
    scene.copy(golden / "clean/input", "input")
    for number, more in enumerate((
            [], ["--json"], ["--quiet"], ["--policy", "family"], ["--merge-threshold", "0.95"], ["--possible-threshold", "0.2"],
            ["--csv-profile", "excel"], ["--keep-runs", "0"], ["--threads", "1"], ["--log-level", "FINE", "--log-file", "log.txt"])):
        scene.command("run", "--output", f"output-{number}", *more)
    scene.command("dedupe", "--json", "--output", "output-0")
    scene.command("classify", "--output", "output-0")
    scene.command("classify", "--json", "--output", "output-0")
    scene.write("locked", "")
    scene.command("run", "--output", "locked")


def people(scene, given):
    """Every command over one small folder with decisions, as text and as JSON."""
    golden = given / "src/test/resources/golden"
    scene.copy(golden / "rules", "rules")
    scene.copy(golden / "people/input", "input")
    scene.command("run")
    scene.command("run")
    lines = (scene.home / "output/MasterCustomerSegmentation.csv").read_text().splitlines()
    names = [line.split(",")[1] for line in lines[1:6]]
    for mode in ([], ["--json"]):
        for name in [*names[:3], "2001", "No Such Company LLC"]:
            scene.command("explain", name, *mode)
        scene.command("explain", "--brief", *names, *mode)
        for leaf in (["status"], ["diff"], ["diff", "last", "last"], ["diff", "last", "nothing"], ["history"],
                     ["history", "--verify"], ["history", names[0]], ["history", "D000099"], ["undo", "D000099"],
                     ["next-batch", "3", "--name", "Next"], ["reconcile", "--dry-run", "--verbose"], ["reconcile"],
                     ["promote-websites", "--dry-run"], ["promote-websites"], ["suggest", "--limit", "20"],
                     ["suggest", "accept", "1", "--dry-run"], ["suggest", "reject", "1", "--dry-run"],
                     ["suggest-websites", "--limit", "5"], ["rules", "suggest"], ["rules", "check"], ["rules", "test"],
                     ["rules", "test", "--untried"], ["rules", "preview"], ["backup", f"b{len(mode)}.zip"], ["backup", "b0.zip"]):
            scene.command(*leaf, *mode)
    scene.command("diff", "--html", "diff.html")
    scene.command("restore", "b0.zip", "--into", "restored")
    scene.command("restore", "b0.zip", "--into", "restored")
    scene.command("restore", "input/MasterWebsites.csv", "--into", "other")


def batches(scene, given):
    golden = given / "src/test/resources/golden"
    scene.copy(golden / "rules", "rules")
    scene.copy(golden / "people/input", "input")
    scene.copy(given / "src/test/resources/batches", "batches")
    scene.command("run", "--quiet")
    for file in sorted((given / "src/test/resources/batches").glob("*.md")):
        if file.name != "README.md":
            scene.command("import-batch", "--dry-run", "--verbose", f"batches/{file.name}")
    scene.command("import-batch", "--dry-run", "--json", "batches/BatchAnalyst1.md")
    scene.command("import-batch", "batches/BatchAnalyst1.md", "batches/BatchWebsites.md")
    scene.command("import-batch", "--json", "batches/BatchAnalyst1.md")
    scene.command("import-batch", "batches/*Unclear*.md", "no-such-*.md")
    scene.command("import-batch", "rules/groups.csv")


def accounts(scene):
    users, tokens = ["--users", "users.txt"], ["--tokens", "tokens.txt"]
    for step in (["users", "add", "ann", "--role", "viewer,analyst", *users], ["users", "add", "ann", "--role", "viewer", *users],
                 ["users", "add", "bo b", "--role", "viewer", *users], ["users", "add", "eve", "--role", "operator", *users],
                 ["users", "list", *users], ["users", "list", "--json", *users], ["users", "roles", "ann", "--role", "operator", *users],
                 ["users", "password", "ann", *users], ["users", "remove", "eve", *users], ["users", "remove", "eve", *users],
                 ["users", "list", *users], ["tokens", "create", "bot", "--role", "viewer", *tokens],
                 ["tokens", "create", "bot", "--role", "viewer", *tokens],
                 ["tokens", "create", "day", "--role", "analyst", "--days", "30", *tokens],
                 ["tokens", "list", *tokens], ["tokens", "list", "--json", *tokens], ["tokens", "revoke", "bot", *tokens],
                 ["tokens", "revoke", "bot", *tokens], ["tokens", "list", *tokens]):
        scene.command(*step, stdin=PHRASE)
    scene.command("users", "add", "kim", "--role", "viewer", *users, stdin="short\n")
    scene.write("users.txt", "nonsense\n")
    scene.command("users", "list", *users)


def evaluation(scene, given):
    scene.copy(given / "src/test/resources/golden/rules", "rules")
    scene.copy(given / "src/test/resources/evaluation", "lists")
    scene.write("labels.csv", "Name,Expected Group\nSpringfield Hotel LLC,Commercial Services\nCity of Salem,Municipal / Local Government\n"
                              "Salem Hospital,Construction\nBlue Heron,Utilities\nOdd One,No Such Group\n")
    lists, labels = ["--customers", "lists/customers.csv", "--truth", "lists/truth.csv"], ["--truth", "labels.csv"]
    for mode in ([], ["--json"]):
        scene.command("evaluate", "dedupe", *lists, "--output", "dedupe", *mode)
        scene.command("evaluate", "dedupe", *lists[:2], "--output", "dedupe", *mode)
        scene.command("evaluate", "classify", *labels, "--output", "classify", *mode)
        scene.command("evaluate", "classify", "--without-entities", *labels, "--output", "classify", *mode)
        scene.command("evaluate", "suggest", *labels, "--output", "suggest", "--folds", "2", *mode)
        scene.command("train", "dedupe", *lists, "--model", f"model{len(mode)}.csv", *mode)
    scene.command("evaluate", "dedupe", "--customers", "labels.csv", "--output", "dedupe")


def rules(scene, given):
    """The shipped rules, which are many: once each."""
    scene.copy(given / "rules", "rules")
    scene.copy(given / "rules", "draft")
    scene.copy(given / "src/test/resources/golden/people/input", "input")
    terms = scene.home / "draft/groups/construction/terms.csv"
    terms.write_text(terms.read_text().rstrip("\n") + "\nCON-9999,NORTH STAR,words,Rule-Based,Contractor,238160,,,\n")
    scene.command("run", "--json")
    scene.command("rules", "check", "--verbose")
    scene.command("rules", "check", "--json")
    scene.command("rules", "check", "--strict", "--quiet")
    scene.command("rules", "test", "--junit", "cases.xml", "--untried")
    scene.command("rules", "preview", "--rules", "draft")
    scene.command("rules", "preview", "--rules", "draft", "--json", "--all", "--html", "-")
    scene.command("rules", "check", "--rules", "draft")


def rule_faults(scene, given):
    """Broken rule sets: each is found at its cell."""
    source = given / "src/test/resources/golden/rules"
    for number, (file, change) in enumerate(FAULTS):
        scene.copy(source, f"rules-{number}")
        broken = scene.home / f"rules-{number}" / file
        broken.write_text(change(broken.read_text()))
        scene.command("rules", "check", "--rules", f"rules-{number}")
    scene.command("rules", "check", "--rules", "rules-0", "--json")
    scene.command("rules", "test", "--rules", "rules-0")


FAULTS = [
    ("groups/utilities/terms.csv", lambda text: text + text.splitlines()[-1] + "\n"),
    ("groups/utilities/terms.csv", lambda text: text + "X-1,,odd,Guess,,12,,,\n"),
    ("groups/healthcare/rules.drl", lambda text: text.replace("then", "than", 1)),
    ("groups/healthcare/rules.drl", lambda text: text + "\nrule \"again\" when Master( nothing == 1 ) then end\n"),
    ("groups/healthcare/cases.csv", lambda text: text + "SOME STEEL WORKS,Utilities\n"),
    ("groups.csv", lambda text: text.replace("Utilities", "Utilitys", 1)),
    ("dedupe/settings.csv", lambda text: text.replace("0.", "7.", 1)),
    ("dedupe/model.csv", lambda text: text.replace(".", "x", 1)),
    ("names/legal-forms.csv", lambda text: "odd\n" + text),
    ("entities/known.csv", lambda text: text + "ONLY A NAME\n"),
    ("common/concepts.csv", lambda text: text + ",,,\n"),
]
