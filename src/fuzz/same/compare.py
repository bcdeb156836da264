"""Two recordings of one part, side by side."""

import difflib
import json
from pathlib import Path

from masks import Masks, days_of

LONGEST = 40
LARGE = 1_000_000


def compare(old, new, *only):
    """Compares two recordings, or some of their scenes: how many things were compared, and a text for each difference."""
    old, new = Path(old), Path(new)
    scenes = only or sorted({path.name for side in (old, new) for path in side.iterdir() if path.is_dir()})
    count, differences = 0, []
    for scene in scenes:
        left, right = masked(old, scene), masked(new, scene)
        for name in sorted(set(left) | set(right)):
            count += 1
            if name not in left or name not in right:
                differences.append(f"{scene}/{name}: only in {'OLD' if name in left else 'NEW'}")
            elif left[name] != right[name]:
                differences.append(f"{scene}/{name}\n" + _diff(left[name], right[name]))
    return count, differences


def masked(recording, scene):
    """The masked files of a scene by their masked names."""
    about = json.loads((recording / "about.json").read_text())
    folder = recording / scene
    if not folder.is_dir():
        return {}
    files = [(str(path.relative_to(folder)), path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]
    masks = Masks(files, about["places"], days_of(*about["days"]))
    return {masks.text(name): masks.file(name, content) for name, content in files}


def _diff(left, right):
    if len(left) + len(right) > LARGE:
        return _first(left.splitlines(), right.splitlines())
    lines = list(difflib.unified_diff(left.splitlines(), right.splitlines(), "OLD", "NEW", lineterm="", n=1))
    if not lines:
        lines = ["the ends of lines differ"]
    cut = [f"... and {len(lines) - LONGEST} more lines"] if len(lines) > LONGEST else []
    return "\n".join("    " + line[:240] for line in lines[:LONGEST] + cut)


def _first(left, right):
    """Of large files the first lines that differ: a full comparison of a shuffled one would take hours."""
    pairs = [(n, a, b) for n, (a, b) in enumerate(zip(left, right), 1) if a != b]
    lines = [f"{len(left)} and {len(right)} lines, {len(pairs)} of them differ"]
    for number, a, b in pairs[:LONGEST // 3]:
        lines += [f"@@ line {number}", f"-{a}", f"+{b}"]
    return "\n".join("    " + line[:240] for line in lines)
