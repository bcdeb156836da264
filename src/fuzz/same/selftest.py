"""Small changes of a recording, each of which the comparison has to find; and changes that it must not see."""

import re
import shutil

from compare import compare


def self_test(recording, scratch):
    """Seeds one change after the other into a copy of a recording. Returns the names of those that were not found."""
    copy = scratch / "seeded"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(recording, copy)
    count, differences = compare(recording, copy)
    wrong = [f"a copy of {recording} differs from it"] if differences or not count else []
    for name, pattern, change in SEEDS:
        file = first(copy, pattern, change)
        if file is None:
            print(f"  {name}: nothing like it in this part")
            continue
        before = file.read_bytes()
        file.write_bytes(change(before))
        found = len(compare(recording, copy, file.relative_to(copy).parts[0])[1])
        file.write_bytes(before)
        expected = not name.startswith("unseen")
        print(f"  {name} in {file.relative_to(copy)}: {'found' if found else 'not found'}")
        if bool(found) != expected:
            wrong.append(name)
    dropped = next(path for path in sorted(copy.rglob("*")) if path.is_file() and path.parent != copy)
    scene = dropped.relative_to(copy).parts[0]
    dropped.unlink()
    if not compare(recording, copy, scene)[1]:
        wrong.append("a file is not there")
    shutil.rmtree(copy)
    return wrong


def first(copy, pattern, change):
    """The first file with that name which the change alters."""
    for file in sorted(copy.rglob(pattern)):
        content = file.read_bytes()
        if file.is_file() and change(content) != content:
            return file
    return None


def once(pattern, stands):
    return lambda content: re.sub(pattern, stands, content, count=1, flags=re.M)


def without_second_line(content):
    lines = content.splitlines(keepends=True)
    return b"".join(lines[:1] + lines[2:]) if len(lines) > 2 else content


SEEDS = [
    ("a changed word on standard output", "stdout", once(rb"\b[a-z]{5,}\b", b"altered")),
    ("a dropped line on standard output", "stdout", without_second_line),
    ("a space more on standard output", "stdout", once(rb" ", b"  ")),
    ("a changed word on standard error", "stderr", once(rb"\b[a-z]{4,}\b", b"altered")),
    ("another exit code", "exit", lambda content: b"1" if content != b"1" else b"0"),
    ("a dropped row of a table", "*.csv", without_second_line),
    ("other ends of lines in a table", "*.csv", lambda content: content.replace(b"\n", b"\r\n", 1)),
    ("another confidence in a table", "*.csv", once(rb",(?:High|Low|Medium),", b",Lower,")),
    ("another date of billing in a table", "*.csv", once(rb"\b20(?:1\d|2[0-5])-\d\d-\d\d\b", b"2019-01-09")),
    ("another hash of the rules in a manifest", "manifest.json", once(rb'("rules" : ")[0-9a-f]{8}', rb"\g<1>00000000")),
    ("another hash of an input in a manifest", "manifest.json", once(rb'("ManualOverrides.csv" : ")[0-9a-f]{8}', rb"\g<1>00000000")),
    ("another hash of an output in a manifest", "manifest.json", once(rb'("RunHistory.csv" : ")[0-9a-f]{8}', rb"\g<1>00000000")),
    ("another count in a manifest", "manifest.json", once(rb'("rows" : )\d+', rb"\g<1>999999")),
    ("another id of a master", "*.csv", once(rb"\bM[A-Z2-7]{10}\b", b"MAAAAAAAAAA")),
    ("another status of an answer", "status", lambda content: b"299"),
    ("another header of an answer", "headers", once(rb"(?i)^(content-type: .*)$", rb"\1;odd")),
    ("a dropped header of an answer", "headers", once(rb"(?i)^x-[^\n]*\n", b"")),
    ("another ETag of an answer without times", "headers", once(rb'(?i)^etag: "[0-9a-f]{4}', b'etag: "0000')),
    ("another body of an answer", "body", once(rb'"title":"', b'"title":"Odd ')),
    ("another order of fields of an answer", "body", once(rb'("type":"[^"]*"),("title":"[^"]*")', rb"\2,\1")),
    ("unseen: another time of a run", "manifest.json", once(rb'("time" : "20\d\d-\d\d-\d\dT)\d\d:\d\d', rb"\g<1>00:01")),
    ("unseen: another duration", "stdout", once(rb"Done in \d+\.\d s", b"Done in 99.9 s")),
]
