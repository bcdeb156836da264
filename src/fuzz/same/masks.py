"""What is taken out of a recording before it is compared: moments, durations, places, secrets, and hashes of such files.

Everything else counts. Run ids and secrets are numbered in the order of their appearance, so that two which are mixed up
are a difference. A hash gives way to the hash of the masked file only where it is the hash of a recorded file.
"""

import json
import re
from datetime import date, timedelta

from recording import sha256

RUN = re.compile(r"\b20\d{6}T\d{6}Z(?:-\d{1,3})?")
# The moment of a backup of a decision: two that fall into one second or two say nothing.
BACKUP = re.compile(r"\b20\d{6}T\d{6}Z(?=-D\d{6}\b)")
BATCH = re.compile(r"(?<=/api/batches/)[0-9a-f]{24}\b")
TIME = re.compile(r"\b(20\d\d-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)")
HASH = re.compile(r"\b[0-9a-f]{16,64}\b")
# Each with a text that stands wherever the pattern fits: looking for that first is much faster.
SECRETS = [
    ('pbkdf2', "<salted hash>", re.compile(r"pbkdf2[$:A-Za-z0-9+/=_-]{20,}")),
    ('seg_', "<token>", re.compile(r"\bseg_[A-Za-z0-9_-]{20,}")),
    ('C', "<change>", re.compile(r"\bC[0-9a-f]{12}\b")),
    ('segmenter=', "<session>", re.compile(r"(?<=\bsegmenter=)[A-Za-z0-9_-]{20,}")),
    ('"incident":"', "<incident>", re.compile(r'(?<="incident":")[^"]+')),
]
TAG = re.compile(r'(?im)^etag: "?([^"\n]+)|"etag" ?: ?"([^"]+)"')
DURATIONS = [
    ('Done in ', re.compile(r"Done in [\d,]+\.\d s(?: \([^()]*\))?"), lambda m: re.sub(r"[\d,]+\.\d", "<s>", m.group())),
    ('econds"', re.compile(r'"[sS]econds" ?: ?(?:"[\d.]+"|[\d.]+|\{[^}]*\})'), lambda m: re.sub(r"\d+\.?\d*(?:E-?\d+)?", "<s>", m.group())),
    ('Seconds,', re.compile(r"^(Seconds,)[\d.]+$", re.M), r"\1<s>"),
    (',0.1.0', re.compile(r"(,)\d+\.\d\d(,0\.1\.0)$", re.M), r"\1<s>\2"),
    ('<time> ', re.compile(r"^(<time>(?: +\d+)+) +\d+\.\d\d$", re.M), r"\1 <s>"),
    ('<today> ', re.compile(r"^(<today>) \d\d:\d\d:\d\d,\d{3}( [A-Z]+ +\[)", re.M), r"\1 <clock>\2"),
    ('[io.quarkus]', re.compile(r"(?<= in )\d+(?= ms\b)|(?<=started in )\d+\.\d+(?=s\.)|(?<=stopped in )\d+\.\d+(?=s$)", re.M), "<s>"),
    ('process ', re.compile(r"\bprocess \d+ since"), "process <pid> since"),
    ('"program":"', re.compile(r'(?<="program":")([\d.]+ [\d.]+ <time>) \d+ '), r"\1 <bytes> "),
    ('"manifest.json"', re.compile(r'(?<="name":"manifest.json")(,"about":"[^"]*","size":)\d+'), r"\1<bytes>"),
    ('[de.se.', re.compile(r"\[de\.se\.[a-z.]+\.[A-Za-z]+\]"), "[<logger>]"),
    ('Learned in ', re.compile(r"Learned in [\d.]+ s, [\d.]+ ms"), "Learned in <s> s, <s> ms"),
    ('illisecondsPerName"', re.compile(r'("millisecondsPerName"|"trainSeconds") : [\d.]+'), r"\1 : <s>"),
    ('<testsuites ', re.compile(r'(?<= time=")[\d.]+(?=")'), "<s>"),
    ('<today>T', re.compile(r"(?<=<today>)T\d\d:\d\d:\d\d\.\d{3}(?= [A-Z]+ )"), " <clock>"),
    ('INFO dev.segmentation.', re.compile(r"(?<=INFO )dev\.segmentation\.[a-zA-Z.]+ (.*seconds )\{[^}]*\}"), r"<logger> \1<s>"),
    ('"bytes" : ', re.compile(r'(?<="bytes" : )\d+(?=\n\}\s*$)'), "<bytes>"),
    (':never:', re.compile(r"(?m)^([a-z]+:[a-z,]+:(?:never|<time>):)[0-9a-f]{64}$"), r"\1<salted hash>"),
    (':<time>:', re.compile(r"(?m)^([a-z]+:[a-z,]+:(?:never|<time>):)[0-9a-f]{64}$"), r"\1<salted hash>"),
    ('127.0.0.1:', re.compile(r"(?<=127\.0\.0\.1:)\d{4,5}\b"), "<port>"),
]
# Meant to differ since the house was rebuilt: these two checks are counted in the summary and are no warnings any more.
MEANT = [
    ('"findings":[', re.compile(r'(?<=[\[,])\{"level":"(?:warning|WARNING)","check":"(?:term-without-case|never-fires)"[^{}]*\}(?:,|(?=\]))'), ""),
    ('"findings":[', re.compile(r'(?<=\}),(?=\])'), ""),
    ('"warnings":', re.compile(r'(?<="warnings":)\d+'), "<n>"),
]
# A job that was just begun has got as far as it has; and sums of a journal hold its times.
RACES = [
    ('"state":"', re.compile(r'"state":"(?:queued|running)","created":"<time>"(?:,"started":"<time>")?,"step":"[^"]*","done":\d+(?:,"total":\d+)?'),
     '"state":"<begun>"'),
    ('"sum":"', re.compile(r'(?<=[,{]"sum":")[0-9a-f]{64}(?=")'), "<sum>"),
    ('"sum" : "', re.compile(r'(?<="sum" : ")[0-9a-f]{64}(?=")'), "<sum>"),
    ('Its last checksum', re.compile(r"(?<=Its last checksum is )[0-9a-f]{64}"), "<sum>"),
]
# Days for which the recorded tokens are valid.
VALID = 30
# Files and answers whose fields or elements stand in an order that changes with each start of a Java program.
UNORDERED = re.compile(r"-list---json[^/]*/stdout$|evaluate-classify[^/]*/stdout$|/draft\.json$|/RulesJournal\.jsonl$|--q-health[^/]*/body$|--api-session/body$")
# Answers that hold nothing but measures of the moment; the names of ours are a step of their own.
MEASURES = re.compile(r"--q-metrics/body$")


class Masks:
    """The masks of one scene: they know the days on which it was recorded, its runs, and its files."""

    def __init__(self, files, places, days):
        self._places = sorted(places.items(), key=lambda place: -len(place[0]))
        self._days = days
        self._raw = {}
        self._done = {}
        self._named = {}
        self._tag = None
        self._hashes = {}
        self._archives = set()
        self._numbers = {}
        self._batches = {}
        runs = set()
        for name, content in files:
            self._raw[sha256(content)] = content
            self._named[sha256(content)] = name
            if name.endswith(".unpacked/sha256"):
                self._archives.add(content.decode())
            text = name + "\n" + content.decode("utf-8", "surrogateescape")
            runs.update(id for id in RUN.findall(BACKUP.sub("", text)) if self._recent(id))
            self._batches.update(dict.fromkeys(BATCH.findall(text)))
        self._batches = {id: f"<batch {n + 1}>" for n, id in enumerate(self._batches)}
        self._runs = {id: f"<run {n + 1}>" for n, id in enumerate(sorted(runs, key=_moment))}
        self._tags = {}
        self._find_tags(dict(files))

    def _find_tags(self, files):
        """ETags of answers that hold something masked depend on it; these alone are numbered, the others count as they are."""
        found = []
        for name, content in files.items():
            if name.endswith("/headers"):
                body = files.get(name[:-len("headers")] + "body", b"")
                if self._file(name[:-len("headers")] + "body", body).encode("utf-8", "surrogateescape") != body:
                    texts = (content + b"\n" + body).decode("utf-8", "surrogateescape")
                    found += [one or other for one, other in TAG.findall(texts)]
        self._tags = {tag: f"<tag {n + 1}>" for n, tag in enumerate(dict.fromkeys(found))}
        self._tag = re.compile("|".join(map(re.escape, sorted(self._tags, key=len, reverse=True)))) if found else None

    def _recent(self, run):
        return f"{run[:4]}-{run[4:6]}-{run[6:8]}" in self._days

    def text(self, content):
        """The masked text of a file or a name."""
        text = content if isinstance(content, str) else content.decode("utf-8", "surrogateescape")
        for place, stands in self._places:
            text = text.replace(place, stands)
        for id, stands in self._batches.items():
            text = text.replace(id, stands)
        if "Z-D" in text:
            text = BACKUP.sub(lambda m: "<time>" if self._recent(m.group()) else m.group(), text)
        if self._runs:
            text = RUN.sub(lambda m: self._runs.get(m.group(), m.group()), text)
        if any(day + "T" in text for day in self._days):
            text = TIME.sub(lambda m: "<time>" if m.group(1) in self._days else m.group(), text)
        for day in self._days:
            text = text.replace(day, "<today>")
        for hint, pattern, stands in DURATIONS + RACES + MEANT:
            if hint in text:
                text = pattern.sub(stands, text)
        for hint, kind, pattern in SECRETS:
            if hint in text:
                text = pattern.sub(lambda m: self._number(kind, m.group()), text)
        if self._tag:
            text = self._tag.sub(lambda m: self._tags[m.group()], text)
        return HASH.sub(lambda m: self._hash(m.group()), text)

    def file(self, name, content):
        """The masked text of a file of that name; copies of it, which a backup makes, are not masked again."""
        key = (sha256(content), bool(UNORDERED.search(name) or MEASURES.search(name)), name.endswith("/preview.json"))
        if key not in self._done:
            self._done[key] = self._file(name, content)
        return self._done[key]

    def _file(self, name, content):
        if name.endswith("/preview.json"):
            content = _without_idle(content)
        if MEASURES.search(name) and content.startswith(b"# "):
            return "<measures>"
        if UNORDERED.search(name):
            text = content.decode("utf-8", "surrogateescape")
            lines = [text] if name.endswith(("/body", "/stdout")) else text.splitlines(keepends=True)
            return "".join(self.text(_ordered(line)) for line in lines)
        return self.text(content)

    def _number(self, kind, secret):
        known = self._numbers.setdefault(kind, {})
        return f"{kind[:-1]} {known.setdefault(secret, len(known) + 1)}>"

    def _hash(self, hash):
        """The hash itself, or that of the masked content where it belongs to a file that has something to mask."""
        if hash not in self._hashes:
            self._hashes[hash] = hash
            content = self._raw.get(hash)
            if hash in self._archives:
                self._hashes[hash] = self._number("<archive>", hash)
            elif content is not None:
                masked = self.file(self._named[hash], content).encode("utf-8", "surrogateescape")
                self._hashes[hash] = hash if masked == content else f"<masked {sha256(masked)}>"
        return self._hashes[hash]


def _ordered(line):
    try:
        return json.dumps(_sorted(json.loads(line)), sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n"
    except ValueError:
        return line


def _without_idle(content):
    """The preview without the lists of terms and rules that no case reaches, which are counted since the house was rebuilt."""
    try:
        preview = json.loads(content)
        preview.get("check", {}).pop("idle", None)
        return json.dumps(preview, ensure_ascii=False, separators=(",", ":")).encode()
    except ValueError:
        return content


def _sorted(value):
    """Lists of checks and roles are sets: their order says nothing."""
    if isinstance(value, dict):
        return {name: sorted(map(_sorted, held), key=str) if name in ("checks", "roles") else _sorted(held) for name, held in value.items()}
    return value


def _moment(run):
    stamp, _, number = run.partition("-")
    return stamp, int(number or 1)


def days_of(first, last):
    """The days from one to the other, as they are written in tables, and those on which tokens made on them end."""
    first, last = date.fromisoformat(first), date.fromisoformat(last)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [str(day) for day in days + [day + timedelta(days=VALID) for day in days]]
