"""Many connections, and slow ones: what each of them may cost."""

import json
import logging
import signal
import socket
import time
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from judge.service.access import access
from judge.service.logs import SparseFilter
from judge.service.process import connections
from judge.service.routes.submissions import MOST_STREAMS
from judge.testing import FakeJudge
from tests.judge.service.apps import BEARER, SOURCE, TOKEN, listening, serving
from tests.waiting import until


def test_a_silent_stream_is_kept_alive(
    fake: FakeJudge, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A comment now and then, so that nobody on the way closes it."""
    monkeypatch.setattr("judge.service.submissions.event_stream.KEEPALIVE_SECONDS", 0.05)
    with listening(tmp_path, fake, there=False) as url:
        with closing(connected(url)) as sent:
            place = posted(sent)
        with closing(connected(url)) as followed:
            followed.request("GET", f"{place}/events", headers=BEARER)
            lines = followed.getresponse()
            assert [lines.readline()[:1] for _ in range(6)].count(b":") >= 1


def connected(url: str) -> HTTPConnection:
    return HTTPConnection(authority_of(url), timeout=20)


def posted(connection: HTTPConnection) -> str:
    headers = {**BEARER, "Content-Type": "application/json"}
    connection.request("POST", "/v1/submissions", json.dumps(SOURCE), headers)
    answer = connection.getresponse()
    answer.read()
    return str(answer.headers["location"])


@pytest.mark.parametrize(
    "count",
    [300, pytest.param(MOST_STREAMS, marks=pytest.mark.slow, id="as-many-as-may-be")],
)
def test_many_idle_streams_do_no_harm(tmp_path: Path, fake: FakeJudge, count: int) -> None:
    """They cost no work, and others are served; one more than may be is asked to come back."""
    with listening(tmp_path, fake, there=False) as url, ExitStack() as open_ones:
        with closing(connected(url)) as first:
            place = posted(first)
        for _ in range(count):
            stream = open_ones.enter_context(closing(connected(url)))
            stream.request("GET", f"{place}/events", headers=BEARER)
            assert stream.getresponse().status == 200
        before = time.process_time()
        time.sleep(1.0)
        assert time.process_time() - before < 0.5
        with closing(connected(url)) as other:
            assert posted(other) != place
            other.request("GET", f"{place}/events", headers=BEARER)
            assert other.getresponse().status == (503 if count == MOST_STREAMS else 200)


def authority_of(url: str) -> str:
    return url.removeprefix("http://")


def raw(url: str) -> socket.socket:
    """Return a connection on which nothing has been said."""
    host, _, port = authority_of(url).partition(":")
    return socket.create_connection((host, int(port)), timeout=10)


def test_a_head_that_comes_byte_by_byte_is_cut_off(
    tmp_path: Path, fake: FakeJudge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody holds a connection for ever without asking for something."""
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.2)
    with listening(tmp_path, fake) as url, raw(url) as slow:
        slow.sendall(b"GET /healthz HTTP/1.1\r\nHost: ")
        assert slow.recv(100) == b""


def test_a_body_that_does_not_come_is_408(
    tmp_path: Path, fake: FakeJudge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Likewise for who announces a body and sends none."""
    monkeypatch.setattr(access, "BODY_SECONDS", 0.2)
    with listening(tmp_path, fake) as url, raw(url) as slow:
        slow.sendall(
            f"POST /v1/submissions HTTP/1.1\r\nHost: {authority_of(url)}\r\n"
            f"Authorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\n"
            "Content-Length: 50\r\n\r\n{".encode()
        )
        assert slow.recv(12) == b"HTTP/1.1 408"


@pytest.mark.parametrize("path", ["/v1/submissions", "/v1/runs"])
def test_from_the_signal_on_no_work_is_taken(tmp_path: Path, fake: FakeJudge, path: str) -> None:
    """A request that was on its way when the server was told to stop is asked to come back."""
    body = json.dumps(SOURCE).encode()
    with serving(tmp_path, fake) as (url, server), raw(url) as late:
        late.sendall(
            f"POST {path} HTTP/1.1\r\nHost: {authority_of(url)}\r\n"
            f"Authorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\n"
            f"Expect: 100-continue\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        )
        assert late.recv(12) == b"HTTP/1.1 100"
        server.handle_exit(signal.SIGTERM, None)
        late.sendall(body)
        with late.makefile("rb") as answer:
            text = answer.read().decode()
    assert "HTTP/1.1 503" in text
    assert "retry-after: 5" in text.lower()
    assert fake.judged == []


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="Linux has this deadline")
def test_a_reader_that_reads_nothing_is_cut_off(
    tmp_path: Path, fake: FakeJudge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks and asks and takes no answer holds a full buffer, and not for long."""
    monkeypatch.setattr(connections, "UNREAD_MILLISECONDS", 500)
    with listening(tmp_path, fake) as url, raw(url) as slow:
        ask = f"GET /v1/problems/lca HTTP/1.1\r\nHost: {authority_of(url)}\r\n"
        ask += f"Authorization: Bearer {TOKEN}\r\n\r\n"
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        slow.setblocking(False)

        def cut_off() -> bool:
            try:
                slow.send(ask.encode())
            except BlockingIOError:
                return False
            except ConnectionError:
                return True
            return False

        until(cut_off, 30)
        with closing(connected(url)) as other:
            other.request("GET", "/v1/problems/lca", headers=BEARER)
            assert other.getresponse().status == 200


def test_silent_connections_make_way_and_the_log_says_so_once(
    tmp_path: Path, fake: FakeJudge, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever opens more than there may be loses the oldest; who asks for something is served."""
    sparse = SparseFilter()
    connections.log.addFilter(sparse)
    with serving(tmp_path, fake, connections=20) as (url, _), ExitStack() as open_ones:
        with closing(connected(url)) as first:
            place = posted(first)
        stream = open_ones.enter_context(closing(connected(url)))
        stream.request("GET", f"{place}/events", headers=BEARER)
        answer = stream.getresponse()
        with caplog.at_level(logging.WARNING):
            silent = [open_ones.enter_context(raw(url)) for _ in range(60)]
            for _ in range(10):
                with closing(connected(url)) as other:
                    other.request("GET", "/healthz")
                    assert other.getresponse().status == 200
        assert silent[0].recv(1) == b""
        assert answer.readline(), "what was asked for is kept"
    connections.log.removeFilter(sparse)
    assert caplog.text.count("all 20 connections are taken") == 1


def test_where_all_ask_for_something_the_next_one_is_told(tmp_path: Path, fake: FakeJudge) -> None:
    """503 in the form of every error, and when to come back."""
    fake.gate.clear()
    with serving(tmp_path, fake, connections=3) as (url, _), ExitStack() as open_ones:
        with closing(connected(url)) as first:
            place = posted(first)
        for _ in range(3):
            stream = open_ones.enter_context(closing(connected(url)))
            stream.request("GET", f"{place}/events", headers=BEARER)
            assert stream.getresponse().status == 200
        with raw(url) as late, late.makefile("rb") as answer:
            text = answer.read()
        assert text.startswith(b"HTTP/1.1 503")
        assert b"retry-after: 5" in text.lower()
        assert b"application/problem+json" in text
