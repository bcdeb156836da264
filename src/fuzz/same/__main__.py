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

import commands
import lists
import month
from compare import compare
from programs import Program, build_before_house, fresh
from recording import Scene, sha256

HOME = Path(__file__).resolve().parents[3]
PARTS = {
    "a": "every command and its help",
    "b": "a month",
    "e": "dedupe and run over lists",
}


def main():
    options = arguments()
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
            worst |= one_part(part, programs, scratch, options)
    finally:
        if not options.keep:
            shutil.rmtree(scratch, ignore_errors=True)
    return worst


def one_part(part, programs, scratch, options):
    start = time.monotonic()
    folders = [record(part, program, scratch, programs[0].folder, options) for program in programs]
    count, differences = compare(*folders)
    took = time.monotonic() - start
    print(f"({part}) {PARTS[part]}: {count} things compared, {len(differences)} differences, {took:.0f} s", flush=True)
    for difference in differences[:options.most]:
        print("  " + difference)
    if len(differences) > options.most:
        print(f"  ... and {len(differences) - options.most} more")
    return 1 if differences or not count else 0


def record(part, program, scratch, given, options):
    """Lets one program play all scenes of a part, two at once. `given` is where both find rules and lists."""
    folder = fresh(scratch / program.label / "recorded" / part)
    first = today()
    scenes = scenes_of(part, given, scratch, options)
    with ThreadPoolExecutor(options.jobs) as pool:
        played = [pool.submit(play, Scene(program, name, folder)) for name, play in scenes.items()]
        for scene in played:
            scene.result()
    places = {str(program.scratch): "<scratch>", str(program.folder): "<checkout>"}
    (folder / "about.json").write_text(json.dumps({"days": [first, today()], "places": places}))
    return folder


def scenes_of(part, given, scratch, options):
    if part == "a":
        return commands.scenes(given)
    if part == "b":
        return month.scenes(given)
    if part == "e":
        dev = Path(options.dev)
        if not dev.is_dir():
            print(f"(e) the development sets are not at {dev}: left out")
        return lists.scenes(given, scratch / "given", dev, options.quick)
    raise SystemExit(f"there is no part {part}")


def today():
    return str(datetime.now(timezone.utc).date())


def arguments():
    parser = argparse.ArgumentParser(prog="src/fuzz/same.sh", description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="FOLDER", help="[OLD] NEW: checkouts with a built jar")
    parser.add_argument("--only", default=",".join(PARTS), help="the parts to run, such as a,b: " + "; ".join(
        f"{name} {about}" for name, about in PARTS.items()))
    parser.add_argument("--quick", action="store_true", help="leave out what takes long")
    parser.add_argument("--keep", metavar="FOLDER", help="work in this folder and keep it")
    parser.add_argument("--jobs", type=int, default=2, help="how many scenes at once")
    parser.add_argument("--most", type=int, default=50, help="how many differences of a part to show")
    parser.add_argument("--dev", default=str(HOME / "../shared/data/dev"), help="folder of the development sets")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
