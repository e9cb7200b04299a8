import http.client
import json
import logging
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from judge.service.access.access import BODY_BYTES, HARDENING, OPEN_PATHS, Address
from judge.service.process.connections import Server
from judge.testing import FakeJudge
from tests.judge.service.apps import BEARER, SOURCE, TOKEN, app_of, client_of

JSON = {"Content-Type": "application/json"}


@dataclass
class Running:
    """A real server on a free port of this machine, over a fake judge."""

    port: int
    fake: FakeJudge

    def ask(
        self, method: str, path: str, headers: dict[str, str], body: bytes | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """Send one request exactly as given; a Host header is added when there is none."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def raw(self, text: bytes) -> bytes:
        """Send bytes; return all that comes back until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(text)
            received = b""
            while chunk := connection.recv(65_536):
                received += chunk
            return received


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    fake = FakeJudge()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        folder = tmp_path_factory.mktemp("service")
        app = app_of(folder, fake, address=Address(port))
        running = Server(app)
        thread = threading.Thread(target=running.run, args=([listener],))
        thread.start()
        yield Running(port, fake)
        running.should_exit = True
        thread.join(15)
        assert not thread.is_alive()


def names(port: int) -> list[str]:
    return [f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}", f"[::1]:{port}"]


def test_the_server_answers_to_its_own_names(server: Running) -> None:
    """127.0.0.1, localhost and ::1, each with the port it listens on."""
    for name in names(server.port):
        status, _, _ = server.ask("GET", "/v1/problems", {**BEARER, "Host": name})
        assert status == 200, name


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "localhost",
        "127.0.0.1:1",
        "localhost:{port}.evil.example",
        "localhost.evil.example:{port}",
        "localhost.:{port}",
        "127.0.0.1.nip.io:{port}",
        "127.0.0.2:{port}",
        "0.0.0.0:{port}",
        "[::]:{port}",
        "2130706433:{port}",
        "127.1:{port}",
        "user@127.0.0.1:{port}",
        "127.0.0.1:0{port}",
        "127.0.0.1:{port}, evil.example",
        "",
    ],
)
def test_another_host_name_is_refused_even_with_the_token(server: Running, host: str) -> None:
    """DNS rebinding: a name of a web page's that points here drives nothing."""
    headers = {**BEARER, "Host": host.format(port=server.port)}
    for path in ("/v1/problems", "/healthz", "/openapi.json"):
        status, _, _ = server.ask("GET", path, headers)
        assert status in (400, 403), path


def test_two_host_headers_or_none_are_refused(server: Running) -> None:
    """There is no doubt about which name was meant."""
    own = f"Host: 127.0.0.1:{server.port}\r\n".encode()
    token = f"Authorization: Bearer {TOKEN}\r\nConnection: close\r\n\r\n".encode()
    for text in (
        b"GET /v1/problems HTTP/1.1\r\n" + own + b"Host: evil.example\r\n" + token,
        b"GET /v1/problems HTTP/1.1\r\n" + token,
        b"GET /v1/problems HTTP/1.0\r\n" + token,
    ):
        assert server.raw(text).split()[1] in (b"400", b"403")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://localhost"},
        {"Origin": "http://localhost:3000"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://127.0.0.1:{port}.evil.example"},
        {"Origin": "vscode-webview://x"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "CROSS-SITE"},
        {"Origin": "http://127.0.0.1:{port}", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_web_page_of_another_origin_is_refused_even_with_the_token(
    server: Running, headers: dict[str, str]
) -> None:
    """No page of the web, and none of another port of this machine, drives the judge."""
    before = len(server.fake.judged)
    sent = {name: value.format(port=server.port) for name, value in headers.items()}
    body = json.dumps(SOURCE).encode()
    status, got, _ = server.ask("POST", "/v1/submissions", {**BEARER, **JSON, **sent}, body)
    assert status == 403
    assert "access-control-allow-origin" not in got
    assert len(server.fake.judged) == before


def test_a_page_of_its_own_is_let_in(server: Running) -> None:
    """The page speaks to its server; here with a token."""
    own = {"Origin": f"http://127.0.0.1:{server.port}", "Sec-Fetch-Site": "same-origin"}
    status, _, _ = server.ask("GET", "/v1/problems", {**BEARER, **own})
    assert status == 200


def test_a_preflight_is_refused(server: Running) -> None:
    """A browser that asks whether a page may send JSON and a token is told no."""
    asked = {
        "Origin": "http://evil.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    status, got, _ = server.ask("OPTIONS", "/v1/submissions", asked)
    assert status == 403
    assert not [name for name in got if name.startswith("access-control")]


@pytest.mark.parametrize(
    "media_type",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "",
        "application/jsonp",
        "text/json",
        "text/plain; application/json",
    ],
)
def test_only_json_is_taken(server: Running, media_type: str) -> None:
    """What a page can send without asking (forms, plain text) is 415, whatever it holds."""
    headers = {**BEARER, "Content-Type": media_type}
    status, _, _ = server.ask("POST", "/v1/submissions", headers, json.dumps(SOURCE).encode())
    assert status == 415


def test_a_compressed_body_is_refused(server: Running) -> None:
    """No small body becomes a large one here."""
    headers = {**BEARER, **JSON, "Content-Encoding": "gzip"}
    status, _, _ = server.ask("POST", "/v1/submissions", headers, b"x")
    assert status == 415


def test_a_large_body_is_refused_before_it_is_read(server: Running) -> None:
    """A gigabyte that is only announced is answered at once, and the connection is closed."""
    answer = server.raw(
        f"POST /v1/submissions HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        f"Authorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\n"
        "Content-Length: 1000000000\r\n\r\n".encode()
    )
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"connection: close" in answer.lower()


@pytest.mark.parametrize("length", ["-1", "x", "1e3", "9" * 19, "9" * 5_000, "1, 2"])
def test_a_length_that_is_no_length_is_refused(server: Running, length: str) -> None:
    """Never a 500, and never a wait for a body that does not come."""
    answer = server.raw(
        f"POST /v1/submissions HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        f"Authorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {length}\r\n\r\n".encode()
    )
    assert answer.split()[1] in (b"400", b"413")


def test_an_endless_body_is_cut_off(server: Running) -> None:
    """A body without a length is read no further than the cap."""
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    status = b""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(
            f"POST /v1/submissions HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
            f"Authorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\n"
            "Transfer-Encoding: chunked\r\n\r\n".encode()
        )
        sent = 0
        try:
            while sent < 64 * BODY_BYTES:
                connection.sendall(chunk)
                sent += len(chunk)
        except OSError:
            pass
        else:
            pytest.fail("64 times the cap was taken in")
        connection.settimeout(10)
        try:
            status = connection.recv(12)
        except ConnectionError:
            return  # closed with bytes on their way: the answer may be lost, the body was cut
    assert status in (b"HTTP/1.1 413", b"")


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "TRACE"])
def test_without_the_token_every_method_is_refused(server: Running, method: str) -> None:
    """No method is forgotten."""
    status, got, _ = server.ask(method, "/v1/submissions", JSON)
    assert status == 401
    assert got["www-authenticate"] == "Bearer"


def every_path(app: FastAPI) -> list[str]:
    described = [path.replace("{slug}", "lca") for path in app.openapi()["paths"]]
    return [path.replace("{id}", "0" * 32) for path in described]


def test_without_the_token_every_route_but_health_is_refused(tmp_path: Path) -> None:
    """A route that somebody adds is behind the token too, and so is a path that is none."""
    with client_of(tmp_path, FakeJudge()) as client:
        del client.headers["Authorization"]
        assert isinstance(client.app, FastAPI)
        # What is described of /login is its POST; its GET is a screen of the page.
        described = [path for path in every_path(client.app) if path != "/login"]
        paths = [*described, "/openapi.json", "/nope", "/healthz/", "/metrics"]
        statuses = {path: client.get(path).status_code for path in paths}
    assert {path for path, status in statuses.items() if status != 401} == OPEN_PATHS
    assert {statuses[path] for path in OPEN_PATHS} == {200}


@pytest.mark.parametrize(
    "value",
    [
        "",
        "Bearer",
        "Bearer ",
        TOKEN,
        f"Basic {TOKEN}",
        f"Bearer {TOKEN}x",
        f"Bearer {TOKEN[:-1]}",
        f"Bearer {TOKEN} {TOKEN}",
        f"Bearer {TOKEN.upper()}",
        "Bearer \xe9",
        f"Token {TOKEN}",
    ],
)
def test_another_token_is_refused(server: Running, value: str) -> None:
    """Nothing but the token itself is the token."""
    status, _, _ = server.ask("GET", "/v1/problems", {"Authorization": value})
    assert status == 401


def test_the_token_is_no_part_of_an_address(server: Running) -> None:
    """Addresses end up in logs and histories, so a token there counts for nothing."""
    status, _, _ = server.ask("GET", f"/v1/problems?token={TOKEN}&access_token={TOKEN}", {})
    assert status == 401


def test_every_answer_is_hardened(tmp_path: Path) -> None:
    """Good or bad, no answer is guessed at, run as a page, or kept."""
    fake = FakeJudge()
    with client_of(tmp_path, fake) as client:
        answers = [
            client.get("/v1/problems"),
            client.get("/nope"),
            client.get("/healthz", headers={"Host": "evil.example"}),
            client.post("/v1/submissions?wait=true", json=SOURCE),
            client.post("/v1/submissions", content=b"x", headers=JSON),
            client.get("/openapi.json"),
        ]
        fake.raises = None
    for answer in answers:
        for name, value in HARDENING.items():
            kept = "private, no-cache" if "etag" in answer.headers else value
            assert answer.headers[name] == (kept if name == "Cache-Control" else value)


def test_a_failure_nobody_thought_of_shows_no_traceback(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A 500 says that the log knows more, and the log does."""
    client: TestClient = client_of(tmp_path, FakeJudge())
    app = client.app
    assert isinstance(app, FastAPI)

    def broken() -> None:
        raise ZeroDivisionError("/secret/place")

    app.add_api_route("/broken", broken)
    with client, caplog.at_level(logging.ERROR):
        answer = client.get("/broken")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "secret" not in answer.text
    assert "/secret/place" in caplog.text
