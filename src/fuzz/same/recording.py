"""What a program did, as a tree of files: one folder per scene, and in it one folder per step."""

import hashlib
import io
import os
import shutil
import zipfile
from pathlib import Path


class Scene:
    """Steps that follow one another over the same folders.

    Each step becomes a folder `017-name` that holds the exit code, both streams, and every file that the step wrote in
    `home`; archives are unpacked, since their bytes depend on the clock. Nothing is masked here.
    """

    def __init__(self, program, name, recording):
        self.program = program
        self.home = program.scratch / "home" / name
        self.folder = recording / name
        for folder in (self.home, self.folder):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        self._seen = {}
        self._steps = 0

    def copy(self, source, name):
        """Puts a copy of a file or folder into home; it does not count as written by the program."""
        target = self.home / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if Path(source).is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copyfile(source, target)

    def write(self, name, text):
        target = self.home / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def command(self, *arguments, stdin="", name=None, **environment):
        """Runs a command and records what it printed and wrote. Returns its standard output."""
        self.look()
        code, out, err = self.program.run(arguments, self.home, stdin, **environment)
        said = " ".join(map(str, arguments))
        self.step(name or said, {"command": said, "exit": str(code), "stdout": out, "stderr": err})
        return out.decode(errors="replace")

    def step(self, name, parts, files=True):
        """Records named parts of a step, with the files that changed since the last one unless they are still being written."""
        self._steps += 1
        readable = "".join(c if c.isalnum() or c in "-." else "-" for c in name)[:60]
        folder = self.folder / f"{self._steps:03d}-{readable}"
        folder.mkdir()
        for part, content in parts.items():
            write(folder / part, content if isinstance(content, bytes) else content.encode())
        if not files:
            return
        before, now = self._seen, self.look()
        for path in sorted(now):
            if before.get(path) != now[path]:
                _keep(self.home / path, folder / "files" / path)
        gone = sorted(set(before) - set(now))
        if gone:
            (folder / "gone").write_text("\n".join(gone) + "\n")

    def look(self):
        """Notes how the files of home are now, so that the next step records what it changed."""
        self._seen = {}
        for folder, _, names in os.walk(self.home):
            for name in names:
                path = Path(folder, name)
                stat = path.stat()
                self._seen[str(path.relative_to(self.home))] = stat.st_mtime_ns, stat.st_size, stat.st_ino
        return self._seen


def _keep(path, target):
    write(target, path.read_bytes())


def write(target, content):
    """Writes a file; an archive, a workbook too, as its files, their order and its hash."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if content[:4] != b"PK\3\4" or not zipfile.is_zipfile(io.BytesIO(content)):
        target.write_bytes(content)
        return
    folder = target.with_name(target.name + ".unpacked")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        for name in names:
            if not name.endswith("/"):
                write(folder / name.strip("/"), archive.read(name))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "names-in-order").write_text("\n".join(names) + "\n")
    (folder / "sha256").write_text(sha256(content))


def sha256(content):
    return hashlib.sha256(content).hexdigest()
