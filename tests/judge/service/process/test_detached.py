"""`judge serve --ensure`: real servers that clients start, share, lose and replace."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

import pytest
from starlette.testclient import TestClient

from judge.service.process.activity import Activity
from tests.judge.service.served import environment_of
from tests.processes import descendants
from tests.shared_cache import cache_in
from tests.waiting import until

pytestmark = pytest.mark.needs("full")

ROOT = Path(__file__).resolve().parents[4]


class Folder:
    """A state folder, and the clients that want its server."""

    def __init__(self, path: Path) -> None:
        self.state = path / "a state"
        self.work = path / "work"
        self.work.mkdir()
        # What a person has in the folder that an editor works in must not be imported.
        (self.work / "random.py").write_text("raise SystemExit('imported')\n")
        self.environment = environment_of(
            JUDGE_STATE_DIR=str(self.state),
            JUDGE_CACHE_DIR=str(cache_in(path)),
            JUDGE_WORKERS="1",
            JUDGE_LEASE_SECONDS="60",
        )

    def begin(self, *options: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-P", "-m", "judge", "serve", "--ensure", "--json", *options]
        return subprocess.Popen(
            command,
            cwd=self.work,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ensure(self, *options: str) -> tuple[dict[str, Any], str]:
        """Return what a client is told, and what was said to people."""
        return self.end(self.begin(*options))

    def end(self, process: "subprocess.Popen[str]") -> tuple[dict[str, Any], str]:
        out, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
        return json.loads(out), said

    def told(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.state / "server.json").read_text())
        return found

    def submit(self, url: str) -> None:
        """Hand a source in, and wait for nothing."""
        token = (self.state / "token").read_text().strip()
        body = json.dumps({"path": "lca.py", "source": "def f(): ..."}).encode()
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        request = Request(f"{url}/v1/submissions", body, headers)  # noqa: S310 - loopback
        with build_opener(ProxyHandler({})).open(request, timeout=60) as answer:
            assert json.load(answer)["found_by"] == "name"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    made = Folder(tmp_path)
    yield made
    with contextlib.suppress(OSError, ValueError):
        os.kill(made.told()["pid"], signal.SIGTERM)
        until(lambda: not (made.state / "server.json").exists(), 60)


def test_clients_share_one_server_and_a_killed_one_is_replaced(folder: Folder) -> None:
    """Two at once start one; what it left behind when it was killed misleads nobody."""
    both = [folder.end(one)[0] for one in [folder.begin(), folder.begin()]]
    assert len({one["url"] for one in both}) == 1
    assert sorted(one["started"] for one in both) == [False, True]
    again, said = folder.ensure()
    assert (again, said) == ({**both[0], "started": False}, "")
    for name in ("server.json", "serve.log", "token"):
        assert (folder.state / name).stat().st_mode & 0o777 == 0o600
    assert os.getsid(again["pid"]) == again["pid"], "Ctrl-C in a client's terminal is not for it"
    folder.submit(again["url"])
    os.kill(again["pid"], signal.SIGKILL)
    assert folder.told()["pid"] == again["pid"]
    new, _ = folder.ensure()
    assert new["started"]
    assert new["pid"] != again["pid"]
    assert folder.told()["pid"] == new["pid"]


def test_an_idle_server_of_an_older_version_is_replaced_and_a_busy_one_is_told(
    folder: Folder,
) -> None:
    """Nobody's submission is cut off for it, nor a server that a person has started by hand."""
    old, _ = folder.ensure()
    workers = [pid for pid in descendants(old["pid"]) if b"worker_main" in command(pid)]
    for worker in workers:
        os.kill(worker, signal.SIGSTOP)
    folder.submit(old["url"])
    file = folder.state / "server.json"
    told = {**folder.told(), "version": "0.0.9"}
    file.write_text(json.dumps(told))
    busy, said = folder.ensure()
    assert (busy["pid"], busy["started"], busy["version"]) == (old["pid"], False, "0.0.9")
    assert "version 0.0.9 and has work" in said
    for worker in workers:
        os.kill(worker, signal.SIGCONT)
    file.write_text(json.dumps({**told, "detached": False}))
    assert "was started by hand" in folder.ensure()[1]
    file.write_text(json.dumps(told))

    def replaced() -> bool:
        found, _ = folder.ensure()
        return bool(found["started"]) and found["pid"] != old["pid"]

    until(replaced, 60)
    assert folder.told()["version"] != "0.0.9"


def command(pid: int) -> bytes:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def test_a_server_that_nobody_asks_ends(folder: Folder) -> None:
    """And says so to those who look for it: the file is gone, and the lock is free."""
    found, _ = folder.ensure("--idle-stop", "1")
    until(lambda: not (folder.state / "server.json").exists(), 60)
    until(lambda: not command(found["pid"]), 60)
    assert folder.ensure("--idle-stop", "1")[0]["started"]


def test_where_no_server_can_start_the_reason_is_said(folder: Folder) -> None:
    """In the server's words, with the status of the mistake."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = folder.begin("--port", str(taken.getsockname()[1]))
        _, said = process.communicate(timeout=120)
    assert process.returncode == 2
    assert "did not start: cannot listen on 127.0.0.1" in said


def test_requests_with_a_token_are_activity(client: TestClient) -> None:
    """A watchdog's questions and refused ones are none."""
    activity: Activity = client.app.state.activity  # type: ignore[attr-defined]  # ASGI apps have no type
    activity._ended_at -= 100
    client.get("/healthz")
    client.get("/v1/problems", headers={"Authorization": "Bearer no"})
    assert activity.idle_seconds() > 99
    with activity.request():
        assert activity.idle_seconds() == 0
    activity._ended_at -= 100
    client.get("/v1/problems")
    assert activity.idle_seconds() < 99
