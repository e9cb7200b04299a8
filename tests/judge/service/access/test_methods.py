"""HTTP as it is meant: methods of a path, forms of a request target, headers of answers."""

import json
import socket
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from judge.errors import HostError
from judge.testing import FakeJudge
from tests.judge.service.apps import BEARER, SOURCE, TOKEN, client_of, listening
from tests.judge.service.process.test_connections import authority_of

JSON = {"Content-Type": "application/json"}
METHODS = {
    "/healthz": "GET, HEAD, OPTIONS",
    "/readyz": "GET, HEAD, OPTIONS",
    "/metrics": "GET, HEAD, OPTIONS",
    "/openapi.json": "GET, HEAD, OPTIONS",
    "/v1/problems": "GET, HEAD, OPTIONS",
    "/v1/problems/lca": "GET, HEAD, OPTIONS",
    "/v1/runs": "POST, OPTIONS",
    "/v1/submissions": "GET, POST, HEAD, OPTIONS",
    "/v1/submissions/{id}": "GET, DELETE, HEAD, OPTIONS",
    "/v1/submissions/{id}/events": "GET, HEAD, OPTIONS",
}


@pytest.fixture(scope="module")
def client(open_client: TestClient) -> TestClient:
    """No test here minds what another one has handed in."""
    return open_client


@pytest.fixture(scope="module")
def place(client: TestClient) -> str:
    """A submission that is judged."""
    return str(client.post("/v1/submissions?wait=true", json=SOURCE).headers["location"])


def of(path: str, place: str) -> str:
    return path.replace("/v1/submissions/{id}", place)


@pytest.mark.parametrize("path", METHODS)
def test_head_is_get_without_its_body(client: TestClient, place: str, path: str) -> None:
    """The same status and headers wherever GET is answered, and 405 where it is not."""
    asked, got = client.head(of(path, place)), client.get(of(path, place))
    assert asked.content == b""
    assert asked.status_code == got.status_code
    changing = {"content-length"} if path in ("/metrics", "/v1/runs") else set()
    for name in {"content-type", "etag", "cache-control", "content-length", "allow"} - changing:
        if name in got.headers or not path.endswith("/events"):
            assert asked.headers.get(name) == got.headers.get(name), name


def test_head_knows_an_etag(client: TestClient) -> None:
    """A cache that only asks gets 304 too."""
    tag = client.head("/v1/problems/lca").headers["etag"]
    asked = client.head("/v1/problems/lca", headers={"If-None-Match": tag})
    assert (asked.status_code, asked.headers["etag"]) == (304, tag)


def test_head_of_a_stream_ends_at_once(tmp_path: Path, fake: FakeJudge) -> None:
    """It does not wait for a submission that nobody judges."""
    with client_of(tmp_path, fake, there=False) as client:
        place = client.post("/v1/submissions", json=SOURCE).headers["location"]
        asked = client.head(f"{place}/events")
    assert asked.status_code == 200
    assert asked.headers["content-type"].startswith("text/event-stream")


@pytest.mark.parametrize("path", METHODS)
def test_allow_names_every_method(client: TestClient, place: str, path: str) -> None:
    """With 405, and for OPTIONS, which is answered."""
    asked = client.options(of(path, place))
    assert (asked.status_code, asked.headers["allow"], asked.content) == (204, METHODS[path], b"")
    for method in ("PUT", "PATCH", "TRACE", "PROPFIND"):
        refused = client.request(method, of(path, place))
        assert (refused.status_code, refused.headers["allow"]) == (405, METHODS[path])
        assert refused.headers["content-type"] == "application/problem+json"


def test_a_path_that_is_none_has_no_methods(client: TestClient) -> None:
    """404 for each of them; a slash too many is told."""
    for method in ("GET", "POST", "OPTIONS", "HEAD", "DELETE"):
        assert client.request(method, "/v1/nope", headers=JSON).status_code == 404
    for path in ("/v1/problems/", "/v1/submissions/", "/v1/problems/lca/", "/healthz/"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "slash" in answer.json()["detail"]


def test_a_stream_is_not_gathered_on_its_way(client: TestClient, place: str) -> None:
    """A proxy is told to pass each event on, and nobody keeps them."""
    headers = client.get(f"{place}/events").headers
    assert (headers["x-accel-buffering"], headers["cache-control"]) == ("no", "no-store")


def test_every_refusal_for_now_says_when_to_come_back(tmp_path: Path, fake: FakeJudge) -> None:
    """A watchdog's 503 too."""

    def broken() -> None:
        raise HostError("/secret")

    with client_of(tmp_path, fake, prove=broken) as client:
        assert client.get("/readyz").headers["retry-after"].isdigit()


def test_what_is_not_taken_says_what_is(client: TestClient) -> None:
    """415 names the media type, or that nothing compressed is taken."""
    plain = client.post("/v1/runs", content=b"x", headers={"Content-Type": "text/plain"})
    assert (plain.status_code, plain.headers["accept"]) == (415, "application/json")
    packed = client.post("/v1/runs", content=b"x", headers={**JSON, "Content-Encoding": "br"})
    assert (packed.status_code, packed.headers["accept-encoding"]) == (415, "identity")


def exchanged(url: str, head: str, end: bytes = b"\r\n\r\n") -> tuple[int, bytes]:
    """Send a request as it is; return the status and all that came."""
    host, _, port = authority_of(url).partition(":")
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall(head.replace("\n", "\r\n").encode() + end)
        with connection.makefile("rb") as answer:
            text = answer.read()
    return int(text.split()[1]), text


@pytest.fixture
def url(tmp_path: Path, fake: FakeJudge) -> object:
    with listening(tmp_path, fake) as url:
        yield url


def test_a_target_in_absolute_form_is_its_path(url: str) -> None:
    """As clients write it that speak to a proxy; the host that it names is the one that counts."""
    own = authority_of(url)
    for target, host, status in (
        (f"{url}/v1/problems", own, 200),
        (f"HTTP://{own}/v1/problems", own, 200),
        (f"{url}/v1/submissions?limit=1", own, 200),
        (f"{url}/v1/problems/%6cca", own, 200),
        (f"{url}/v1/problems", "evil.example", 200),
        (f"{url}", own, 200),
        (f"{url}/v1/nope", own, 404),
        ("http://evil.example/v1/problems", own, 403),
        ("http://evil.example/healthz", own, 403),
        (f"http://user@{own}/v1/problems", own, 403),
        ("http:///v1/problems", own, 403),
        ("ftp://x/v1/problems", own, 400),
        ("v1/problems", own, 400),
        ("*", own, 400),
    ):
        head = f"GET {target} HTTP/1.1\nHost: {host}\nConnection: close\n"
        got, text = exchanged(url, f"{head}Authorization: Bearer {TOKEN}")
        assert got == status, (target, text[:200])
    refused, _ = exchanged(url, f"GET {url}/v1/problems HTTP/1.1\nHost: {own}\nConnection: close")
    assert refused == 401, "without the token"


def test_options_may_ask_about_the_whole_server(url: str) -> None:
    """`OPTIONS *`, with the token."""
    head = f"OPTIONS * HTTP/1.1\nHost: {authority_of(url)}\nConnection: close\n"
    assert exchanged(url, f"{head}Authorization: Bearer {TOKEN}")[0] == 204
    assert exchanged(url, head.strip())[0] == 401


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("nonsense", 400),
        ("GET /healthz HTTP/1.1", 400),
        ("GET /healthz HTTP/1.1\nHost: x\nTransfer-Encoding: gzip", 501),
        (f"GET /{'x' * 70_000} HTTP/1.1", 431),
    ],
    ids=["nonsense", "no-host", "coding", "long-head"],
)
def test_what_is_no_http_is_a_problem_document_too(url: str, head: str, status: int) -> None:
    """What the library refuses looks like what the routes refuse."""
    # A head without an end is too long before it is anything else.
    got, text = exchanged(url, head, b"" if status == 431 else b"\r\n\r\n")
    assert got == status
    assert b"content-type: application/problem+json" in text.lower()
    assert json.loads(text.partition(b"\r\n\r\n")[2])["status"] == status


def test_the_language_is_the_problems_own_when_it_is_left_out(
    client: TestClient, open_judge: FakeJudge
) -> None:
    """And 422 names it where another one is asked for."""
    for path in ("/v1/submissions?wait=true", "/v1/runs"):
        for more in ({}, {"language": "python"}, {"language": None}):
            assert client.post(path, json={**SOURCE, **more}).status_code == 200
        refused = client.post(path, json={**SOURCE, "language": "sql"})
        assert refused.status_code == 422
        assert "python" in refused.json()["detail"]
    assert {one.language for one in open_judge.judged} == {"python"}


def test_the_longest_source_is_taken_whatever_its_bytes(client: TestClient) -> None:
    """Each of 256 KiB that are not UTF-8 takes six bytes of JSON."""
    source = (b"\xff" * 256 * 1024).decode("utf-8", "surrogateescape")
    answer = client.post(
        "/v1/submissions",
        content=json.dumps({**SOURCE, "source": source}),
        headers={**BEARER, **JSON},
    )
    assert answer.status_code == 202
