import errno
import json
import logging
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

import pytest
from fastapi import FastAPI
from httpx2 import Client

from judge.errors import HostError, UsageError
from judge.service.access.login_codes import LoginCodes
from judge.service.logs import JsonFormatter
from judge.service.process.server import _announce_page, serve
from judge.storage.queue import LOCAL_OWNER
from judge.testing import FakeJudge
from sandbox import SandboxError, Tier
from tests.judge.service.apps import BEARER, SERVICE, SOURCE, TOKEN, listening, settings
from tests.judge.service.served import Served, environment_of
from tests.waiting import until

ROOT = Path(__file__).resolve().parents[4]
EXAMPLES = ROOT / "examples"


@pytest.mark.parametrize(
    "host",
    [
        "0.0.0.0",  # noqa: S104 - that this is refused is the point
        "::",
        "192.168.0.1",
        "example.com",
        "",
        "127.0.0.2",
    ],
)
def test_an_address_that_others_reach_is_refused(tmp_path: Path, host: str) -> None:
    """This service is for one person on one machine."""
    own = replace(settings(tmp_path), tier=Tier.LIMITS_ONLY)
    with pytest.raises(UsageError, match="this machine only"):
        serve(own, {}, host, 0)


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    """The message says what to change."""
    own = replace(settings(tmp_path), tier=Tier.LIMITS_ONLY)
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="--port"):
        serve(own, {}, "127.0.0.1", taken.getsockname()[1])


def test_below_tier_full_it_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that lost its namespaces says so; it does not quietly serve without them."""
    asked: list[tuple[Tier, ...]] = []

    def weak(_policy: object, _guest: object, tiers: tuple[Tier, ...]) -> None:
        asked.append(tiers)
        raise SandboxError("unshare", errno=1)

    monkeypatch.setattr("judge.service.process.server.strongest", weak)
    with pytest.raises(HostError, match=r"tier full does not work here.*JUDGE_TIER"):
        serve(settings(tmp_path), {}, "127.0.0.1", 0)
    assert not settings(tmp_path).state_dir.exists()


def test_others_are_not_served_without_a_boundary(tmp_path: Path) -> None:
    """limits-only is for one's own code, whatever the settings say."""
    own = replace(settings(tmp_path), tier=Tier.LIMITS_ONLY)
    with pytest.raises(UsageError, match="no boundary"):
        serve(own, {}, "0.0.0.0", 0, ("judge.example.org",))  # noqa: S104 - refused


@pytest.mark.parametrize(("hard", "allowed"), [(256, 128), (1_024, 632), (1_000_000, 1_500)])
def test_connections_are_what_the_limit_on_open_files_leaves(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    hard: int,
    allowed: int,
) -> None:
    """And the server says how many where it is fewer than it would take."""
    monkeypatch.setattr("resource.getrlimit", lambda _which: (256, hard))
    monkeypatch.setattr("resource.setrlimit", lambda _which, _limit: None)
    made: list[int] = []

    def started(app: FastAPI, _idle_stop: float) -> None:
        made.append(app.state.connections)
        raise UsageError("far enough")

    monkeypatch.setattr("judge.service.process.server.Server", started)
    own = replace(settings(tmp_path), tier=Tier.LIMITS_ONLY)
    with pytest.raises(UsageError, match="far enough"):
        serve(own, {"JUDGE_WORKERS": "2"}, "127.0.0.1", 0)
    assert made == [allowed]


def test_a_limit_on_open_files_that_leaves_none_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With the command that mends it."""
    monkeypatch.setattr("resource.getrlimit", lambda _which: (20, 20))
    monkeypatch.setattr("resource.setrlimit", lambda _which, _limit: None)
    own = replace(settings(tmp_path), tier=Tier.LIMITS_ONLY)
    with pytest.raises(HostError, match="ulimit -n"):
        serve(own, {"JUDGE_WORKERS": "2"}, "127.0.0.1", 0)


@pytest.mark.parametrize("call", ["tempfile.mkstemp", "os.open"])
def test_a_full_disk_below_the_state_folder_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, call: str
) -> None:
    """The token, the lock and the store: to free space is what helps, not another folder."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    own = replace(settings(tmp_path), tier=Tier.LIMITS_ONLY)
    monkeypatch.setattr("judge.service.process.server.prove_isolation", lambda _settings: None)
    monkeypatch.setattr(f"judge.service.process.local_token.{call}", full)
    with pytest.raises(HostError, match="Free some space"):
        serve(own, {}, "127.0.0.1", 0)


@pytest.mark.needs("full")
def test_others_are_not_served_without_tokens(tmp_path: Path) -> None:
    """The explicit word alone opens nothing; the message says how to make a token."""
    with pytest.raises(UsageError, match="judge token new"):
        serve(settings(tmp_path), {}, "127.0.0.1", 0, ("judge.example.org",))


def test_a_hostile_text_in_the_log_stays_inside_its_line() -> None:
    """Nobody forges a line or a field of the log, or commands the terminal that shows it."""
    hostile = 'bad\n{"level": "info"}", "level": "info\x1b[2J\u202e\ud800'
    record = logging.makeLogRecord({"msg": hostile, "levelname": "ERROR", "submission": "a\nb"})
    text = JsonFormatter().format(record)
    assert text.isascii()
    assert text.isprintable()
    line = json.loads(text)
    assert (line["level"], line["message"], line["submission"]) == ("error", hostile, "a\nb")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> dict[str, str]:
    state = tmp_path_factory.mktemp("served") / "state"
    return environment_of(JUDGE_STATE_DIR=str(state), JUDGE_CACHE_DIR=str(cache))


@pytest.fixture(scope="module")
def served(environment: dict[str, str]) -> Iterator[Served]:
    server = Served(environment)
    yield server
    server.process.send_signal(signal.SIGINT)
    _, said = server.process.communicate(timeout=30)
    assert (server.process.returncode, said) == (0, "judge: stopped\n")


def by_command_line(file: Path, environment: dict[str, str]) -> dict[str, Any]:
    command = [sys.executable, "-m", "judge", "submit", "lca", str(file), "--json"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@pytest.mark.needs("full")
def test_it_says_where_it_is_and_where_the_token_lies(served: Served) -> None:
    """A person sees the address, the token's file (never the token) and how to stop."""
    said = "".join(served.said)
    assert "http://127.0.0.1:" in said
    assert str(Path(served.environment["JUDGE_STATE_DIR"], "token")) in said
    assert "Ctrl-C" in said
    assert served.token not in said


@pytest.mark.needs("full")
def test_the_figures_count_the_programs_that_workers_start(served: Served) -> None:
    """As the workers say every few seconds; a program that is just taken is not ready then."""
    served.submit((EXAMPLES / "lca.py").read_text())
    end = time.monotonic() + 30
    for name, least in (("judge_sandbox_starts_total", 3), ("judge_sandboxes_ready", 1)):
        while figure(served, name) < least:
            assert time.monotonic() < end, name
            time.sleep(0.2)


def figure(served: Served, name: str) -> float:
    """Return one figure of the server."""
    request = Request(  # noqa: S310 - loopback
        f"{served.url}/metrics", headers={"Authorization": f"Bearer {served.token}"}
    )
    with build_opener(ProxyHandler({})).open(request, timeout=10) as answer:
        lines = answer.read().decode().splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith(f"{name} ")))


@pytest.mark.needs("full")
def test_a_second_server_in_the_same_folder_is_refused(served: Served) -> None:
    """It would take the first one's submissions from it."""
    command = [sys.executable, "-m", "judge", "serve", "--port", "0"]
    done = subprocess.run(
        command, cwd=ROOT, env=served.environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "another `judge serve`" in done.stderr


@pytest.mark.needs("full")
@pytest.mark.parametrize("name", ["lca.py", "lca_wrong.py", "lca_slow.py"])
def test_the_report_is_the_command_lines_own(served: Served, name: str) -> None:
    """Verdict, failure and counts do not depend on the way a submission came."""
    file = EXAMPLES / name
    remote = served.submit(file.read_text())["report"]
    local = by_command_line(file, served.environment)
    assert set(remote) == set(local)
    for report in (remote, local):
        if report["verdict"] == "TLE":
            # Which line was running when time was up is chance.
            for chance in ("exception", "line", "column"):
                del report["failure"][chance]
    for part in ("problem", "submission", "verdict", "cases", "failure", "isolation"):
        assert remote[part] == local[part], part


@pytest.mark.needs("full")
@pytest.mark.parametrize(
    ("command", "name", "status", "verdict"),
    [
        (["python3", "examples/submit.py"], "lca.py", 0, "AC"),
        (["python3", "examples/submit.py"], "lca_wrong.py", 1, "WA"),
        (["sh", "examples/submit.sh"], "lca.py", 0, "AC"),
        (["sh", "examples/submit.sh"], "lca_wrong.py", 1, "WA"),
    ],
)
def test_the_example_clients_work(
    served: Served, command: list[str], name: str, status: int, verdict: str
) -> None:
    """What examples/ shows can be copied and used."""
    done = subprocess.run(
        [*command, "lca", f"examples/{name}", served.url],
        cwd=ROOT,
        env=served.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout[: len(verdict)]) == (status, verdict), done.stderr


CLIENTS = pytest.mark.parametrize(
    "command", [["python3", "examples/submit.py"], ["sh", "examples/submit.sh"]], ids=["py", "sh"]
)


def refused(command: list[str], *arguments: str) -> int:
    """Return the exit status of an example client that has no verdict and says why, briefly."""
    done = subprocess.run(
        [*command, *arguments],
        cwd=ROOT,
        env=environment_of(JUDGE_TOKEN=TOKEN),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert 1 <= len(done.stderr.splitlines()) <= 2
    return done.returncode


@CLIENTS
def test_an_example_client_says_what_was_asked_wrongly(
    tmp_path: Path, fake: FakeJudge, command: list[str]
) -> None:
    """A file that is not there, a problem that is not, no arguments: one line, and status 2."""
    with listening(tmp_path, fake) as url:
        assert refused(command, "lca", "examples/missing.py", url) == 2
        assert refused(command, "nope", "examples/lca.py", url) == 2
        assert refused(command) == 2


@CLIENTS
def test_an_example_client_says_that_no_server_is_there(
    tmp_path: Path, fake: FakeJudge, command: list[str]
) -> None:
    """Nobody listens, or has no room now: status 4, as the command line has it."""
    fake.gate.clear()
    with listening(tmp_path, fake, service=replace(SERVICE, room=1)) as url:
        with client_at(url) as client:
            client.post("/v1/submissions", json=SOURCE)
        assert refused(command, "lca", "examples/lca.py", url) == 4
    assert refused(command, "lca", "examples/lca.py", url) == 4


@CLIENTS
def test_an_example_client_says_that_its_submission_was_cancelled(
    tmp_path: Path, fake: FakeJudge, command: list[str]
) -> None:
    """Somebody else gave it up: no verdict, and status 2."""
    fake.gate.clear()
    with listening(tmp_path, fake) as url, client_at(url) as client, ThreadPoolExecutor(1) as pool:
        status = pool.submit(refused, command, "lca", "examples/lca.py", url)
        until(lambda: client.get("/v1/submissions").json()["submissions"] != [])
        id_ = client.get("/v1/submissions").json()["submissions"][0]["id"]
        client.delete(f"/v1/submissions/{id_}")
        assert status.result() == 2


def client_at(url: str) -> Client:
    return Client(base_url=url, headers=BEARER, trust_env=False)


@pytest.mark.needs("full")
def test_stopping_in_the_middle_leaves_nothing_behind(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """SIGTERM while a submission runs: a clean exit, and no process is left."""
    own = {"JUDGE_STATE_DIR": str(tmp_path / "state"), "JUDGE_DRAIN_SECONDS": "1"}
    server = Served({**environment, **own})
    server.submit("class Solution:\n def lowestCommonAncestor(self, r, p, q):\n  while 1: pass", "")
    until(lambda: server.children() != [])
    children = server.children()
    server.process.terminate()
    _, said = server.process.communicate(timeout=30)
    assert (server.process.returncode, said) == (0, "judge: stopped\n")
    assert [pid for pid in children if Path(f"/proc/{pid}").exists()] == []


@pytest.mark.parametrize("person", [True, False])
def test_where_the_page_is_stands_at_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], person: bool
) -> None:
    """With a code for a person at a terminal; a log, which others may read, gets none."""
    codes = LoginCodes()
    monkeypatch.setattr("sys.stderr.isatty", lambda: person, raising=False)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        _announce_page(listener, codes)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    said = capsys.readouterr().err
    assert said.startswith(f"judge: the page is at {url}")
    _, _, rest = said.partition("/login#code=")
    assert bool(rest) is person
    assert codes.redeem(rest.split(" ")[0]) == (LOCAL_OWNER if person else None)


def test_one_machine_needs_nothing_of_a_cluster() -> None:
    """What only servers that share a store need is loaded when one of them asks for it."""
    program = "import sys; sys.modules['nats'] = None; import judge.service.process.server"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, timeout=300)
