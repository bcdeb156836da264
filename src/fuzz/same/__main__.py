"""Compares two builds of the program: records what each does, masks what the clock says, and shows every difference."""

import argparse
import json
import shutil
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from pathlib import Path

import api
import commands
import killed
import lists
import month
from compare import compare
from programs import Program, build_before_house, fresh, stop_when_told
from recording import Scene, sha256
from selftest import self_test

HOME = Path(__file__).resolve().parents[3]
ONLY_COMPARE = ("__main__.py", "compare.py", "masks.py", "selftest.py")
PARTS = {
    "a": "every command and its help",
    "b": "a month",
    "c": "the API",
    "d": "folders that OLD left when it was killed",
    "e": "dedupe and run over lists",
}


def main():
    options = arguments()
    stop_when_told()
    new = options.folders[-1]
    old = options.folders[0] if len(options.folders) == 2 else build_before_house(HOME)
    scratch = Path(options.keep or tempfile.mkdtemp(prefix="same-")).resolve()
    scratch.mkdir(parents=True, exist_ok=True)
    programs = [Program(old, scratch / "old", "old"), Program(new, scratch / "new", "new")]
    for program in programs:
        program.build()
    worst = 0
    try:
        for part in options.only.split(","):
            worst |= test_part(part, programs, scratch, options) if options.self_test else one_part(part, programs, scratch, options)
    finally:
        if not options.keep:
            shutil.rmtree(scratch, ignore_errors=True)
    return worst


def one_part(part, programs, scratch, options):
    start = time.monotonic()
    folders = [record(part, program, programs, scratch, options) for program in programs]
    count, differences = compare(*folders)
    took = time.monotonic() - start
    print(f"({part}) {PARTS[part]}: {count} things compared, {len(differences)} differences, {took:.0f} s", flush=True)
    for difference in differences[:options.most]:
        print("  " + difference)
    if len(differences) > options.most:
        print(f"  ... and {len(differences) - options.most} more")
    return 1 if differences or not count else 0


def test_part(part, programs, scratch, options):
    """Whether small changes of what OLD did would be found in this part."""
    print(f"({part}) {PARTS[part]}: seeded changes", flush=True)
    wrong = self_test(record(part, programs[0], programs, scratch, options), scratch)
    for name in wrong:
        print(f"  WRONG: {name}")
    return 1 if wrong else 0


def record(part, program, programs, scratch, options):
    """Lets one program play all scenes of a part, two at once. Both find rules and lists in the folder of OLD.

    What OLD did is kept in its target folder: it stays true for the day, since some of its files tell the date.
    """
    kept = program.folder / "target/same" if program.label == "old" else scratch / "new/recorded"
    folder = kept / (part + ("-quick" if options.quick else ""))
    key = {"jar": sha256(program.jar.read_bytes()), "harness": harness(), "dev": options.dev}
    if program.label == "old" and of_today(folder, key):
        return folder
    fresh(folder)
    first = today()
    scenes = scenes_of(part, programs, scratch, options)
    with ThreadPoolExecutor(options.jobs) as pool:
        played = [pool.submit(play, Scene(program, name, folder)) for name, play in scenes.items()]
        for scene in played:
            scene.result()
    places = {str(program.scratch): "<scratch>", str(program.folder): "<checkout>"}
    (folder / "about.json").write_text(json.dumps({"days": [first, today()], "places": places, "key": key}))
    return folder


def scenes_of(part, programs, scratch, options):
    given = programs[0].folder
    if part == "a":
        return commands.scenes(given)
    if part == "b":
        return month.scenes(given)
    if part == "c":
        return api.scenes(given)
    if part == "d":
        return killed.scenes(saved_cuts(programs[0]), options.quick)
    if part == "e":
        dev = Path(options.dev)
        if not dev.is_dir():
            print(f"(e) the development sets are not at {dev}: left out")
        return lists.scenes(given, scratch / "given", dev, options.quick)
    raise SystemExit(f"there is no part {part}")


def of_today(folder, key):
    """Whether a folder was recorded today by this very program."""
    if not (folder / "about.json").exists():
        return False
    about = json.loads((folder / "about.json").read_text())
    return about["key"] == key and about["days"] == [today(), today()]


def saved_cuts(old):
    """The folders that OLD left, made once a day."""
    cuts = old.folder / "target/same/cuts"
    key = {"jar": sha256(old.jar.read_bytes()), "harness": harness()}
    if not of_today(cuts, key):
        fresh(cuts)
        killed.save_cuts(old, cuts)
        (cuts / "about.json").write_text(json.dumps({"days": [today(), today()], "key": key}))
    return cuts


def harness():
    """A hash of what is asked of the programs: what an earlier state of this folder recorded does not count."""
    files = sorted(file for file in Path(__file__).parent.rglob("*.*") if file.suffix in (".py", ".java", ".txt"))
    return sha256(b"".join(file.read_bytes() for file in files if file.name not in ONLY_COMPARE))


def today():
    return str(datetime.now(timezone.utc).date())


def arguments():
    parser = argparse.ArgumentParser(prog="src/fuzz/same.sh", description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="FOLDER", help="[OLD] NEW: checkouts with a built jar")
    parser.add_argument("--only", default=",".join(PARTS), help="the parts to run, such as a,b: " + "; ".join(
        f"{name} {about}" for name, about in PARTS.items()))
    parser.add_argument("--quick", action="store_true", help="leave out what takes long")
    parser.add_argument("--self-test", action="store_true", help="seed changes into what OLD did, and see each found")
    parser.add_argument("--keep", metavar="FOLDER", help="work in this folder and keep it")
    parser.add_argument("--jobs", type=int, default=2, help="how many scenes at once")
    parser.add_argument("--most", type=int, default=50, help="how many differences of a part to show")
    parser.add_argument("--dev", default=str(HOME / "../shared/data/dev"), help="folder of the development sets")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
