"""Processes of the judge that are killed, frozen and started again: servers and workers."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

from tests.judge.service.served import ROOT
from tests.processes import descendants, started
from tests.waiting import until

_OPENER = build_opener(ProxyHandler({}))
#: A server that does not answer for so long is asked again, or another one.
ANSWER_SECONDS = 5.0
STARTING_SECONDS = 300.0
#: Imported by every interpreter that finds it: another time of day than everybody's.
SHIFTED = """\
import os, time
_time, _shift = time.time, float(os.environ["TESTS_CLOCK_SHIFT"])
time.time = lambda: _time() + _shift
"""


class Node:
    """One process of the judge and all below it. `before` are the words before its command."""

    def __init__(
        self,
        folder: Path,
        words: Sequence[str],
        environment: Mapping[str, str],
        before: Sequence[str] = (),
    ) -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True)
        self._command = [*before, sys.executable, "-m", "judge", *words]
        self._environment = dict(environment)
        self._seen: dict[int, str] = {}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, shift_seconds: float = 0.0) -> None:
        """Start it and wait until it serves; its time of day may be another one than this one."""
        environment = self._environment
        if shift_seconds:
            clock = self._folder / "clock"
            clock.mkdir(exist_ok=True)
            (clock / "sitecustomize.py").write_text(SHIFTED)
            shifted = {"PYTHONPATH": str(clock), "TESTS_CLOCK_SHIFT": str(shift_seconds)}
            environment = environment | shifted
        log = self._folder / "log"
        with log.open("ab") as output:
            begin = output.tell()
            process = subprocess.Popen(self._command, cwd=ROOT, env=environment, stderr=output)
        self._process = process

        def serves() -> bool:
            assert process.poll() is None, log.read_text(errors="replace")[-3_000:]
            return b"stop with Ctrl-C" in log.read_bytes()[begin:]

        until(serves, STARTING_SECONDS)
        self.look()

    def look(self) -> list[int]:
        """Return all processes of it that there are now, and remember them."""
        if self._process is None:
            return []
        found = [self._process.pid, *descendants(self._process.pid)]
        self._seen |= {pid: started(pid) for pid in found}
        return found

    def workers(self) -> list[int]:
        """Return the processes that judge."""
        found = self.look()
        return [pid for pid in found if b"judge.service.worker_main" in _command_of(pid)]

    def kill(self) -> None:
        """End the process that was started, without a word; what it has started notices that."""
        send(signal.SIGKILL, self.look()[:1])
        self._reap()

    def kill_all(self) -> None:
        """End it and all below it at once."""
        send(signal.SIGKILL, self.look())
        self._reap()

    def _reap(self) -> None:
        if self._process is not None:
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        """Stop it as Ctrl-C does."""
        process, self._process = self._process, None
        assert process is not None, "it does not run"
        self._seen |= {pid: started(pid) for pid in descendants(process.pid)}
        process.send_signal(signal.SIGINT)
        assert process.wait(STARTING_SECONDS) == 0, (self._folder / "log").read_text(
            errors="replace"
        )

    def left_over(self) -> list[int]:
        """Return its processes that are still there."""
        return [pid for pid, begun in self._seen.items() if begun and started(pid) == begun]


class ServerNode(Node):
    """A server on a port of its own."""

    def __init__(self, folder: Path, environment: Mapping[str, str], port: int) -> None:
        super().__init__(folder, ["serve", "--port", str(port)], environment)
        self._url = f"http://127.0.0.1:{port}"
        self._token = Path(environment["JUDGE_STATE_DIR"]) / "token"

    def submit(self, source: str, key: str) -> str:
        """Hand a source in for `lca`; return its id. Raises `OSError` where it is not taken."""
        found = self.ask("/v1/submissions", {"problem": "lca", "source": source}, key)
        return str(found["id"])

    def ask(self, path: str, body: dict[str, str] | None = None, key: str = "") -> dict[str, Any]:
        """Return what it answers. Raises `OSError`, `ValueError` and `HTTPException`."""
        token = self._token.read_text().strip()
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        headers |= {"Idempotency-Key": key} if key else {}
        data = None if body is None else json.dumps(body).encode()
        request = Request(self._url + path, data, headers)  # noqa: S310 - loopback
        with _OPENER.open(request, timeout=ANSWER_SECONDS) as answer:
            found: dict[str, Any] = json.load(answer)
            return found


def send(number: signal.Signals, pids: Sequence[int]) -> None:
    """Send a signal to processes, of which some may be gone."""
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


def _command_of(pid: int) -> bytes:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""
