"""`judge serve` as a person starts it: a process of its own, asked over its real socket."""

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

from tests import postgres
from tests.processes import children, descendants

ROOT = Path(__file__).resolve().parents[3]
_OPENER = build_opener(ProxyHandler({}))


def environment_of(**own: str) -> dict[str, str]:
    """Return this process's environment without the judge's variables, and with one's own.

    Where the corpora lie is kept: they are as good as new ones, and there already.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name == "JUDGE_CACHE_DIR" or not name.startswith("JUDGE_")
    }
    return {**kept, "JUDGE_HISTORY": "off", **own}


def practising(state: Path) -> dict[str, str]:
    """Return the environment of a server of one worker that keeps a history below a folder."""
    return environment_of(
        JUDGE_STATE_DIR=str(state / "state"),
        JUDGE_DATA_DIR=str(state / "data"),
        JUDGE_HISTORY="on",
        JUDGE_WORKERS="1",
    )


class Served:
    """A server on a free port, or on the port that it is told."""

    def __init__(
        self,
        environment: dict[str, str],
        port: int = 0,
        program: Sequence[str] = ("judge",),
        folder: Path = ROOT,
    ) -> None:
        self.environment = environment
        self.process = subprocess.Popen(
            [sys.executable, "-m", *program, "serve", "--port", str(port)],
            cwd=folder,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr is not None
        self.said = [self.process.stderr.readline() for _ in range(4)]
        assert "Ctrl-C" in self.said[-1], self.said
        self.url = next(word for word in self.said[0].split() if word.startswith("http:"))
        self.port = int(self.url.rpartition(":")[2])
        self.state = Path(environment["JUDGE_STATE_DIR"])
        self.token = (self.state / "token").read_text().strip()

    def submit(self, source: str, query: str = "?wait=true", key: str = "") -> dict[str, Any]:
        """Return the answer to a submission for `lca`, once it is judged."""
        headers = {"Idempotency-Key": key} if key else {}
        body = {"problem": "lca", "source": source}
        answer = self.ask(f"/v1/submissions{query}", body, headers)
        return self.report_of(answer["id"]) if query else answer

    def report_of(self, id_: str, seconds: float = 60.0) -> dict[str, Any]:
        """Return a submission once it has its report."""
        end = time.monotonic() + seconds
        while True:
            answer = self.ask(f"/v1/submissions/{id_}")
            if answer["report"] is not None:
                return answer
            assert time.monotonic() < end, answer
            time.sleep(0.05)

    def ask(
        self,
        path: str,
        body: dict[str, str] | None = None,
        more: dict[str, str] | None = None,
        *,
        method: str | None = None,
        seconds: float = 60.0,
    ) -> dict[str, Any]:
        """Return what the server answers; raises `OSError` when it does not."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        request = Request(  # noqa: S310 - loopback
            self.url + path, data, headers | (more or {}), method=method
        )
        with _OPENER.open(request, timeout=seconds) as answer:
            found: dict[str, Any] = json.load(answer)
            return found

    def events_of(self, id_: str) -> list[str]:
        """Return the names of the events of a submission, from now until it is over."""
        headers = {"Authorization": f"Bearer {self.token}"}
        request = Request(f"{self.url}/v1/submissions/{id_}/events", headers=headers)  # noqa: S310 - loopback
        with _OPENER.open(request, timeout=60) as answer:
            lines = [line.decode().strip() for line in answer]
        return [line.removeprefix("event: ") for line in lines if line.startswith("event: ")]

    def children(self) -> list[int]:
        """Return every process that descends from the server."""
        return descendants(self.process.pid)

    def workers(self) -> list[int]:
        """Return the worker processes."""
        return [pid for pid in children(self.process.pid) if _worker_name(pid)]

    def worker_of(self, id_: str, seconds: float = 20.0) -> int:
        """Return the process that judges a submission, once one does."""
        end = time.monotonic() + seconds
        while True:
            name = self.job("worker", id_)
            for pid in self.workers():
                if name and _worker_name(pid) == name:
                    return pid
            assert time.monotonic() < end, "nobody takes it"
            time.sleep(0.01)

    def job(self, column: str, id_: str) -> Any:
        """Return one figure of a waiting or running submission, as the lease table has it."""
        found = self.rows(f"SELECT {column} FROM job WHERE id = ?", id_)  # noqa: S608 - our own words
        return found[0][0] if found else None

    def rows(self, query: str, *values: object) -> list[Any]:
        """Return what a query of the store gives."""
        address = self.environment.get("JUDGE_STORE")
        if address is not None:
            return postgres.rows(address, query.replace("?", "%s"), values)
        with contextlib.closing(sqlite3.connect(self.state / "judge.db", timeout=10)) as database:
            return database.execute(query, values).fetchall()

    def kill(self) -> None:
        """End the server without a word to anybody."""
        self.process.kill()
        self.process.communicate()

    def stop(self) -> str:
        """Stop it as Ctrl-C does; return what it said since its start."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=60)
        assert self.process.returncode == 0, said
        return said


def _worker_name(pid: int) -> str:
    """Return the name of a worker process; empty for any other."""
    with contextlib.suppress(OSError):
        words = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
        if "judge.service.worker_main" in words:
            return words[words.index("judge.service.worker_main") + 1]
    return ""
