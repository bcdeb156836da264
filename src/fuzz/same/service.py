"""A running service of one of the programs, and requests to it that are recorded."""

import base64
import http.client
import json
import re
import signal
import socket
import time

from programs import TIMEOUT, start, stop

# What HTTP says of the connection and the clock, and nothing of the program's own.
UNRECORDED = {"date"}


class Service:
    """`segmenter serve` over the folders of a scene, on a free port of this machine."""

    def __init__(self, scene, *arguments, passwords=None, **environment):
        self.scene = scene
        self.passwords = passwords or {}
        scene.look()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._log = open(scene.folder.parent / f".service-{scene.home.name}.log", "wb+")
        command = scene.program.command(["serve", "--port", self.port, *arguments])
        settings = {"SEGMENTER_SIGN_IN_FAILURES": "1000000", "SEGMENTER_WARM_UP": "false", **environment}
        self.process = start(command, scene.home, scene.program.environment(**settings), self._log)

    def __enter__(self):
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end:
            try:
                if self.call("GET", "/q/health/ready")[0] == 200:
                    self.scene.step("service-started", {})
                    return self
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        stop(self.process)
        raise SystemExit(f"the service of {self.scene.program.label} did not start: {self._read_log()[-2000:]}")

    def __exit__(self, *failure):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(60)
        except Exception:
            pass
        code = self.process.poll()
        stop(self.process)
        if failure[0] is None:
            self.scene.step("service-stopped", {"exit": str(code), "log": self._read_log()})
        self._log.close()

    def _read_log(self):
        self._log.flush()
        self._log.seek(0)
        return self._log.read().decode(errors="replace")

    def call(self, method, path, body=None, headers=None, role=None):
        """One request: status, headers and body of the answer."""
        sent = dict(headers or {})
        if role in self.passwords:
            secret = base64.b64encode(f"{role}:{self.passwords[role]}".encode()).decode()
            sent["Authorization"] = f"Basic {secret}"
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
            sent.setdefault("Content-Type", "application/json")
        if isinstance(body, str):
            body = body.encode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        try:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        finally:
            connection.close()

    def ask(self, method, path, body=None, headers=None, role=None):
        """A request that is recorded: what was sent, and the answer to the last byte."""
        status, got, content = self.call(method, path, body, headers, role)
        right = ("content-length", str(len(content)))
        kept = sorted(f"{name}: {'<right>' if (name.lower(), value) == right else value}"
                      for name, value in got if name.lower() not in UNRECORDED)
        shown = body if isinstance(body, (str, bytes)) else json.dumps(body)
        request = f"{method} {path} as {role}\n{json.dumps(headers)}\n{shown if len(shown) < 2000 else len(shown)}\n"
        parts = {"request": request, "status": str(status), "headers": "\n".join(kept) + "\n", "body": content}
        answer = Answer(status, dict((name.lower(), value) for name, value in got), content)
        self.scene.step(f"{role or 'anyone'}-{method}-{path}", parts, files=not answer.begins_job)
        return answer

    def finished(self, answer, role=None):
        """Waits for the job that an answer names, and records how it ended."""
        job = answer.json().get("job") or {}
        where = answer.headers.get("location") or "/api/runs/" + job.get("id", "none")
        where = re.sub(r"^https?://[^/]+", "", where).replace("/api/reclassifications/", "/api/runs/")
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end:
            job = json.loads(self.call("GET", where, role=role)[2])
            if job.get("state") not in ("queued", "running"):
                return self.ask("GET", where, role=role)
            time.sleep(0.1)
        raise SystemExit(f"a job did not end within {TIMEOUT} s: {where}")


class Answer:
    def __init__(self, status, headers, content):
        self.status = status
        self.headers = headers
        self.content = content

    @property
    def begins_job(self):
        """Whether a job goes on behind this answer; what it writes belongs to the step that waits for it."""
        return self.status == 202 or self.status < 300 and b'"job":{' in self.content

    @property
    def etag(self):
        return self.headers.get("etag", '"none"')

    def json(self):
        try:
            return json.loads(self.content)
        except ValueError:
            return {}

    def field(self, *path):
        """A value inside the answer, or `none` where it is not there: the next request then shows a difference."""
        value = self.json()
        for name in path:
            try:
                value = value[name]
            except (KeyError, IndexError, TypeError):
                return "none"
        return value
