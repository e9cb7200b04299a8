import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from judge.client import remote
from judge.client.asking import is_loopback
from judge.client.remote import ServerError, submit
from judge.errors import UnreachableError, UsageError
from judge.reports.report import to_json
from judge.submission import Submission
from tests.judge.cli.reports import report

SUBMISSION = Submission(b"x = 1\n", "a.py")
REPORT = to_json(report())
WORDS = {"Content-Type": "application/problem+json"}
Reply = tuple[int, Any, dict[str, str]]
Seen = list[tuple[str, str, dict[str, Any] | None, str | None]]


@contextmanager
def server(answer: Callable[[int], Reply]) -> Iterator[tuple[str, Seen]]:
    """Run a small HTTP server that answers its n-th request with `answer(n)`."""
    seen: Seen = []

    class Handler(BaseHTTPRequestHandler):
        def reply(self) -> None:
            size = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(size)) if size else None
            seen.append((self.command, self.path, body, self.headers.get("Authorization")))
            status, value, headers = answer(len(seen))
            content = value if isinstance(value, bytes) else json.dumps(value).encode()
            self.send_response(status)
            for name, text in headers.items():
                self.send_header(name, text)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = reply  # noqa: N815 - the names that http.server looks for

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    running = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_port}", seen
    finally:
        running.shutdown()
        thread.join()
        running.server_close()


def test_the_report_of_a_waiting_server_comes_back() -> None:
    """One request carries problem, source and token, and its answer the report.

    Which language it is in, the problem says.
    """
    with server(lambda _: (200, {"id": "x", "report": REPORT}, {})) as (url, seen):
        assert submit(SUBMISSION, "lca", url, "secret") == report()
    body = {"problem": "lca", "source": "x = 1\n"}
    assert seen == [("POST", "/v1/submissions?wait=true", body, "Bearer secret")]


def test_an_unfinished_submission_is_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the server's patience ends first, the client asks until the report is there."""
    monkeypatch.setattr(remote, "POLL_SECONDS", 0.0)
    waiting = {"id": "a-B_1", "status": "running", "report": None}
    answers: list[Reply] = [
        (202, waiting, {}),
        (200, waiting, {}),
        (200, {**waiting, "report": REPORT}, {}),
    ]
    with server(lambda n: answers[n - 1]) as (url, seen):
        assert submit(SUBMISSION, "lca", url, "secret") == report()
    assert [path for _, path, _, _ in seen[1:]] == ["/v1/submissions/a-B_1"] * 2


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, UsageError),
        (403, UsageError),
        (404, UsageError),
        (422, UsageError),
        (429, UnreachableError),
        (500, ServerError),
        (503, UnreachableError),
    ],
)
def test_a_refusal_says_whose_fault_it_is(status: int, error: type[Exception]) -> None:
    """The server's own words reach the person, as an error of the right kind."""
    with (
        server(lambda _: (status, {"detail": "for a reason"}, WORDS)) as (url, _),
        pytest.raises(error, match="for a reason"),
    ):
        submit(SUBMISSION, "lca", url, "secret")


@pytest.mark.parametrize(
    ("status", "answer", "headers"),
    [
        (200, b"<html>", {}),
        (200, {}, {}),
        (200, b"[1]", {}),
        (200, b"[" * 100_000, {}),
        (200, {"id": "../../etc", "report": None}, {}),
        (302, {}, {"Location": "http://127.0.0.1:1/"}),
        (404, {"detail": "Not Found"}, {"Content-Type": "application/json"}),
        (405, b"<html>", {}),
        (500, b"<html>", {}),
        (501, b"<html>", {}),
        (404, b"<html>", WORDS),
    ],
)
def test_what_is_no_judge_is_as_good_as_no_server(
    status: int, answer: Any, headers: dict[str, str]
) -> None:
    """Another program on that port is named as such; it is neither our failure nor a verdict."""
    with (
        server(lambda _: (status, answer, headers)) as (url, _),
        pytest.raises(UnreachableError, match="no judge"),
    ):
        submit(SUBMISSION, "lca", url, "secret")


def test_what_does_not_speak_http_is_unreachable() -> None:
    """Whatever listens there, the message is one and no traceback is."""
    with socket.create_server(("127.0.0.1", 0)) as other:

        def greet() -> None:
            connection, _ = other.accept()
            with connection:
                connection.recv(10_000)
                connection.sendall(b"SSH-2.0-OpenSSH_9.6\r\n")

        thread = threading.Thread(target=greet)
        thread.start()
        with pytest.raises(UnreachableError, match="cannot reach"):
            submit(SUBMISSION, "lca", f"http://127.0.0.1:{other.getsockname()[1]}", "secret")
        thread.join()


@pytest.mark.parametrize(
    "answer",
    [
        {"report": {"report_version": 99}},
        {"id": "x", "status": "cancelled", "report": None},
    ],
)
def test_a_judge_without_a_report_is_not_believed(answer: Any) -> None:
    """A judge of another version, or one that gave the submission up, is named as such."""
    with server(lambda _: (200, answer, {})) as (url, _), pytest.raises(ServerError):
        submit(SUBMISSION, "lca", url, "secret")


def test_a_redirect_is_not_followed() -> None:
    """The token goes to nobody but the server that was named."""
    with server(lambda _: (200, {"report": REPORT}, {})) as (elsewhere, stolen):
        headers = {"Location": elsewhere}
        with server(lambda _: (302, {}, headers)) as (url, _), pytest.raises(UnreachableError):
            submit(SUBMISSION, "lca", url, "secret")
    assert stolen == []


def test_a_proxy_is_not_asked_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment knows no way to our own loopback."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    with server(lambda _: (200, {"report": REPORT}, {})) as (url, _):
        assert submit(SUBMISSION, "lca", url, "secret") == report()


def test_a_server_that_is_not_there_is_unreachable() -> None:
    """Nobody listens: the message says so and what to start."""
    with server(lambda _: (200, {}, {})) as (url, _):
        pass
    with pytest.raises(UnreachableError, match="judge serve"):
        submit(SUBMISSION, "lca", url, "secret")


@pytest.mark.parametrize("url", ["foo", "file:///etc/passwd", "ftp://x", "http://", "http://a:b"])
def test_what_is_no_address_is_refused(url: str) -> None:
    """Only http and https addresses are spoken to."""
    with pytest.raises(UsageError, match="no address"):
        submit(SUBMISSION, "lca", url, "secret")
    with pytest.raises(UsageError, match="no address"):
        is_loopback(url)


@pytest.mark.parametrize(
    "url", ["http://ann:hunter2@localhost:1", "https://a:b@c:hunter2", "hunter2@x"]
)
def test_a_password_in_an_address_is_not_repeated(url: str) -> None:
    """Not even where the address is refused for another reason."""
    with pytest.raises(UsageError, match="JUDGE_TOKEN") as caught:
        submit(SUBMISSION, "lca", url, "secret")
    assert "hunter2" not in str(caught.value)


def test_bytes_that_are_no_text_are_for_the_server_to_judge() -> None:
    """A file that is not UTF-8 has a verdict with a server as it has one without."""
    with server(lambda _: (200, {"report": REPORT}, {})) as (url, seen):
        submit(Submission(b"\xc3\xa9\n\xff", "a.py"), "lca", url, "secret")
    body = seen[0][2]
    assert body is not None
    assert body["source"] == "\u00e9\n\udcff"


@pytest.mark.parametrize(
    ("url", "loopback"),
    [
        ("http://127.0.0.1:80", True),
        ("http://localhost", True),
        ("http://[::1]:80", True),
        ("http://10.0.0.1", False),
        ("http://localhost.example.org", False),
    ],
)
def test_only_this_machines_own_names_are_loopback(url: str, loopback: bool) -> None:
    """The local token must go to no other host."""
    assert is_loopback(url) is loopback


def test_an_address_with_a_user_is_no_address_of_this_machine() -> None:
    """The local token must go to no other host, whatever stands before the name."""
    with pytest.raises(UsageError, match="leave user and password out"):
        is_loopback("http://127.0.0.1@example.org")
