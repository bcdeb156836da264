"""The two builds that are compared, and the processes that are started from them."""

import atexit
import os
import shutil
import signal
import subprocess
import threading
from pathlib import Path

TIMEOUT = 300
PASSED_ON = ("PATH", "JAVA_HOME", "SYSTEMROOT")

_running = set()
_lock = threading.Lock()


class Program:
    """One build: the folder of a checkout with its launcher and jar, and a cache that no other build shares."""

    def __init__(self, folder, scratch, label):
        self.folder = Path(folder).resolve()
        self.label = label
        self.scratch = Path(scratch)
        self.launcher = self.folder / "segmenter"
        self.jar = self.folder / "target" / "segmenter.jar"

    def build(self):
        """Lets the launcher build the jar where it is missing or older than its sources."""
        if not self.launcher.exists():
            raise SystemExit(f"{self.folder} is not a folder of the program: it has no launcher named segmenter")
        subprocess.run([self.launcher, "--version"], check=True, stdout=subprocess.DEVNULL, timeout=1800)

    def environment(self, **more):
        cache = self.scratch / "cache"
        cache.mkdir(parents=True, exist_ok=True)
        kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        kept.update(HOME=str(self.scratch), XDG_CACHE_HOME=str(cache), LANG="C.UTF-8", LC_ALL="C.UTF-8", TZ="UTC")
        kept.update(SEGMENTER_OWNER="tester", NO_COLOR="1")
        kept.update(more)
        return kept

    def command(self, arguments):
        return [str(self.launcher), *map(str, arguments)]

    def run(self, arguments, cwd, stdin="", **environment):
        """Runs a command to its end: its exit code and the bytes that it printed on both streams."""
        return run(self.command(arguments), cwd, self.environment(**environment), stdin)


def run(command, cwd, environment, stdin=""):
    process = start(command, cwd, environment)
    try:
        out, err = process.communicate(stdin.encode(), timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        stop(process)
        raise SystemExit(f"{' '.join(command)} did not end within {TIMEOUT} s")
    with _lock:
        _running.discard(process)
    return process.returncode, out, err


def start(command, cwd, environment, output=subprocess.PIPE):
    """Starts a process in a group of its own, which is killed at the latest when this program ends."""
    process = subprocess.Popen(
        command, cwd=cwd, env=environment, stdin=subprocess.PIPE, stdout=output,
        stderr=subprocess.PIPE if output == subprocess.PIPE else subprocess.STDOUT, start_new_session=True)
    with _lock:
        _running.add(process)
    return process


def stop(process):
    """Kills a process with all that it started, and waits for its end."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream:
            stream.close()
    with _lock:
        _running.discard(process)


@atexit.register
def _stop_all():
    for process in list(_running):
        stop(process)


def stop_when_told():
    """Whoever ends this program ends all that it started."""
    def end(number, _):
        _stop_all()
        os._exit(128 + number)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)


def build_before_house(home):
    """The folder of the commit that src/fuzz/before-house names, checked out and built once under target/before-house."""
    commit = (home / "src/fuzz/before-house").read_text().strip()
    folder = home / "target/before-house"
    if not folder.exists():
        subprocess.run(["git", "-C", home, "worktree", "prune"], check=True)
        subprocess.run(["git", "-C", home, "worktree", "add", "--detach", folder, commit], check=True)
    found = subprocess.run(["git", "-C", folder, "rev-parse", "HEAD"], check=True, stdout=subprocess.PIPE, text=True)
    if found.stdout.strip() != commit:
        raise SystemExit(f"{folder} is not at {commit}; take it away with git worktree remove")
    return folder


def fresh(folder):
    """An empty folder, whatever was there before."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
