"""Part d: folders as OLD leaves them when it is killed before a step on the disk, recovered by either program.

OLD runs with its class FileSteps replaced by one that saves all folders before each step (see faults/Cut.java), so that one
command gives the folders of all its fault points. Each is recovered by reading commands and by the next change.
"""

import hashlib
import re
import shutil
import subprocess

from programs import TIMEOUT, fresh
from recording import Scene
from service import Service

STEPS = "dev/segmentation/csv/FileSteps"
DECISIONS = ["--input", "input", "--output", "output", "--rules", "rules"]
KINDS = ("run", "dedupe", "import-batch", "undo", "suggest-accept", "publish")
MOST, MOST_QUICK = 12, 3


def scenes(cuts, quick):
    return {f"killed-{kind}": lambda scene, kind=kind: recover(scene, cuts / kind, kind, quick) for kind in KINDS}


def recover(scene, cuts, kind, quick):
    """Recovers each saved folder in the place where it was left, first by reading, then by changing."""
    chosen = spread(sorted(cuts.iterdir()), MOST_QUICK if quick else MOST)
    for cut in chosen:
        fresh(scene.home)
        shutil.copytree(cut, scene.home, dirs_exist_ok=True)
        moved(scene.home, (cuts.parent / "homes" / kind), scene.home)
        recover_one(scene, kind, cut.name)


def recover_one(scene, kind, name):
    if kind in ("run", "dedupe"):
        scene.command("status", name=f"{name}-status")
        scene.command("run", "--quiet", name=f"{name}-run")
    elif kind == "publish":
        scene.command("rules", "check", "--quiet", name=f"{name}-check")
        with Service(scene) as service:
            for path in ("/api/rules", "/api/rules/versions", "/api/rules/changes", "/q/health/ready"):
                service.ask("GET", path)
    else:
        scene.command("history", "--verify", name=f"{name}-history")
        scene.command("import-batch", "Next.md", name=f"{name}-next")


def spread(folders, most):
    """At most so many, at equal distances, the first and the last among them."""
    if len(folders) <= most:
        return folders
    return [folders[round(n * (len(folders) - 1) / (most - 1))] for n in range(most)]


def moved(home, old, new):
    """Writes the place of a folder anew where unfinished work names it."""
    for file in home.rglob("*"):
        if file.is_file() and file.stat().st_size < 100_000:
            content = file.read_bytes()
            if str(old).encode() in content:
                file.write_bytes(content.replace(str(old).encode(), str(new).encode()))


def save_cuts(old, cuts):
    """Lets OLD leave its folders under `cuts`, one folder per kind of work and in it one per fault point."""
    patch = patched_steps(old, cuts / "patch")
    for kind in KINDS:
        saved = fresh(cuts / "saved" / kind)
        scene = Scene(old, kind, cuts / "recorded")
        scene.home = cuts / "homes" / kind
        prepare(scene, old.folder, kind)
        options = f"-Xbootclasspath/a:{patch} -Dsame.home={scene.home} -Dsame.into={saved}"
        work(scene, kind, {"SEGMENTER_JAVA_OPTS": options, "SEGMENTER_CDS": "off"})
        distinct(saved, cuts / kind)
    shutil.rmtree(cuts / "saved")


def prepare(scene, given, kind):
    golden = given / "src/test/resources/golden"
    fresh(scene.home)
    scene.copy(golden / "rules", "rules")
    scene.copy(golden / "people/input", "input")
    scene.write("Batch.md", "## Construction\n| Customer | NAICS | Domain |\n|---|---|---|\n| ACME MANUFACTURING | 238160 | acme.com |\n"
                            "| MELROSE POWER | 238160 | melrose.com |\n")
    scene.write("Next.md", "## Utilities\n| Customer | NAICS |\n|---|---|\n| POLARIS FREIGHT | 221310 |\n")
    scene.command("run", "--quiet", "--keep-runs", "1")
    if kind == "undo":
        scene.command("import-batch", "Batch.md")
    if kind == "suggest-accept":
        scene.command("suggest", "--quiet", "--abstain-below", "0.05")
    if kind in ("run", "dedupe"):
        customers = scene.home / "input/CustomerLastBillingDate.csv"
        customers.write_text(customers.read_text().rstrip("\n") + "\n2999,P99,NEW NORTHERN WORKS LLC,ERP,2026-02-01\n")


def work(scene, kind, cut):
    """The change that is cut off."""
    if kind in ("run", "dedupe"):
        scene.command(kind, "--quiet", "--keep-runs", "1", **cut)
    elif kind == "import-batch":
        scene.command("import-batch", "Batch.md", **cut)
    elif kind == "undo":
        scene.command("undo", "D000001", **cut)
    elif kind == "suggest-accept":
        scene.command("suggest", "accept", "--min-confidence", "0.05", **cut)
    else:
        with Service(scene, **cut) as service:
            made = service.ask("POST", "/api/rules/changes", {"title": "Heron", "reason": "found"})
            where = "/api/rules/changes/" + made.field("id")
            term = {"group": "Utilities", "term": "BLUE HERRON", "detail": "Water Utility", "naics": "221310"}
            service.ask("POST", where + "/terms", term, {"If-Match": made.etag})
            service.finished(service.ask("POST", where + "/preview"))
            seen = service.ask("GET", where + "/preview")
            service.ask("POST", where + "/publish", {"reclassify": False}, {"If-Match": seen.etag})


def patched_steps(old, folder):
    """OLD's FileSteps with a call before each step, and appends in two halves; compiled into a folder of classes."""
    fresh(folder)
    source = (old.folder / f"src/main/java/{STEPS}.java").read_text()
    step = re.compile(r"(public void (\w+)\([^)]*\) throws IOException \{\n)")
    source, count = step.subn(r'\1        Cut.before("\2");\n', source)
    half = "        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);\n"
    if count < 9 or half not in source:
        raise SystemExit(f"{STEPS} of OLD is not as it was when its fault points were written down")
    source = source.replace(half, (
        "        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2), StandardOpenOption.CREATE,"
        " StandardOpenOption.APPEND);\n        Cut.before(\"append-rest\");\n"
        "        Files.write(file, java.util.Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length),"
        " StandardOpenOption.APPEND);\n"))
    (folder / "FileSteps.java").write_text(source)
    shutil.copyfile(__file__.replace("killed.py", "faults/Cut.java"), folder / "Cut.java")
    subprocess.run(["javac", "-d", folder / "classes", folder / "FileSteps.java", folder / "Cut.java"], check=True, timeout=TIMEOUT)
    return folder / "classes"


def distinct(saved, target):
    """Keeps the folders that differ from the one before; steps that change nothing leave the same."""
    fresh(target)
    before = None
    for cut in sorted(saved.iterdir()):
        now = tree(cut)
        if now != before:
            cut.rename(target / cut.name)
        before = now


def tree(folder):
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(str(path.relative_to(folder)).encode() + b"\0")
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()
