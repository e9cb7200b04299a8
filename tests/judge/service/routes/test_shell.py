"""The page's document and files: served to anybody, and worth nothing to anybody."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from judge.errors import HostError
from judge.service.routes.shell import FOLDER, Shell, policy
from judge.testing import FakeJudge
from tests.judge.service.apps import BEARER, PORT, TOKEN, client_of

SCREENS = [
    "/",
    "/login",
    "/problems/lca",
    "/problems/no-such-problem",
    "/submissions",
    "/submissions/" + "0" * 32,
    "/rounds/7",
    "/progress",
    "/results",
    "/settings",
]
FILES = ["/sw.js", "/static/app.js", "/static/app.css"]
FOLLOWED = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
PIECES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src-attr": "'none'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "judge",
}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client without the token."""
    with client_of(tmp_path_factory.mktemp("service"), FakeJudge()) as client:
        del client.headers["Authorization"]
        yield client


@pytest.mark.parametrize("path", [*SCREENS, *FILES])
def test_no_answer_holds_a_secret_or_depends_on_who_asks(browser: TestClient, path: str) -> None:
    """What is sent to a stranger is, but for the nonce, what is sent to the owner."""
    stranger, owner = browser.get(path), browser.get(path, headers=BEARER)
    assert stranger.status_code == 200
    assert TOKEN not in stranger.text
    assert "set-cookie" not in stranger.headers
    assert _bare(stranger.text) == _bare(owner.text)
    head = browser.head(path)
    assert (head.status_code, head.content) == (200, b"")


def _bare(text: str) -> str:
    return re.sub(r'name="style-nonce" content="[^"]+"', "", text)


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_has_the_policy_of_the_page(browser: TestClient, path: str) -> None:
    """Word by word, and a nonce that is new in each answer and stands in the document."""
    answer = browser.get(path)
    found = dict(one.split(" ", 1) for one in answer.headers["content-security-policy"].split("; "))
    style = found.pop("style-src")
    assert found == PIECES
    nonce = re.fullmatch(r"'self' 'nonce-([A-Za-z0-9_-]{24})'", style)
    assert nonce is not None
    assert f'<meta name="style-nonce" content="{nonce[1]}">' in answer.text
    assert nonce[1] not in browser.get(path).text
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("path", SCREENS)
def test_a_link_from_anywhere_leads_to_a_screen(browser: TestClient, path: str) -> None:
    headers = {**FOLLOWED, "Sec-Fetch-Dest": "document"}
    assert browser.get(path, headers=headers).status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site", "same-origin", "none"])
@pytest.mark.parametrize("frame", ["iframe", "frame", "embed", "object"])
def test_no_screen_is_sent_into_a_frame(browser: TestClient, site: str, frame: str) -> None:
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": frame}
    assert browser.get("/problems/lca", headers=headers).status_code == 403


@pytest.mark.parametrize("path", ["/", "/problems/lca", *FILES])
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("kind", ["script", "style", "image", "empty", "worker", ""])
def test_other_pages_take_nothing_in(browser: TestClient, path: str, site: str, kind: str) -> None:
    """By `<script src>`, an image or fetch, from another site or another port."""
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": kind}
    assert browser.get(path, headers=headers).status_code == 403


@pytest.mark.parametrize("path", ["/v1/problems", "/v1/session", "/openapi.json", "/metrics"])
def test_a_followed_link_to_what_is_no_screen_is_refused(browser: TestClient, path: str) -> None:
    headers = {**FOLLOWED, **BEARER, "Sec-Fetch-Dest": "document"}
    assert browser.get(path, headers=headers).status_code == 403


def test_a_service_worker_may_fetch_the_document(browser: TestClient) -> None:
    """It asks as a script does, from our own origin."""
    headers = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}
    assert browser.get("/", headers=headers).status_code == 200


@pytest.mark.parametrize("host", ["judge.evil.test", f"judge.evil.test:{PORT}", "127.0.0.1:1"])
def test_another_name_of_this_machine_gets_no_page(browser: TestClient, host: str) -> None:
    """A name that was made to point here shows nothing, though nothing secret is there."""
    for path in [*SCREENS, *FILES]:
        assert browser.get(path, headers={"Host": host}).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/static/",
        "/static/index.html",
        "/static/sw.js",
        "/static/nope.js",
        "/static/../shell.py",
        "/static/..%2fshell.py",
        "/static/%2e%2e/shell.py",
        "/static/page/app.js",
        "/static//etc/passwd",
        "/static/app.js/",
    ],
)
def test_nothing_but_the_pages_files_is_sent(browser: TestClient, path: str) -> None:
    """Names are looked up, and joined to no path."""
    assert browser.get(path).status_code in (401, 404)


@pytest.mark.parametrize("path", ["/problemsx", "/problem/lca", "/settings/x", "/LOGIN", "/sw.jsx"])
def test_what_is_no_screen_needs_the_token(browser: TestClient, path: str) -> None:
    assert browser.get(path).status_code == 401


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_a_screen_is_only_ever_read(browser: TestClient, method: str) -> None:
    for path in [path for path in [*SCREENS, *FILES] if (method, path) != ("POST", "/login")]:
        assert browser.request(method, path).status_code == 401, path


def test_a_file_that_a_browser_has_is_not_sent_again(browser: TestClient) -> None:
    first = browser.get("/static/app.js")
    assert first.headers["content-type"] == "text/javascript; charset=utf-8"
    again = browser.get("/static/app.js", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_worker_may_ask_for_the_page(browser: TestClient) -> None:
    """The policy of its own file is what binds a worker."""
    found = browser.get("/sw.js")
    assert found.headers["content-security-policy"] == "default-src 'none'; connect-src 'self'"
    assert found.headers["cache-control"] == "no-store"


#: What others wrote: it names the namespaces of SVG and MathML, and properties that are not used.
OTHERS = {"licences.txt", "merge.js", "sql.js", "vendor.js", "vim.js"}


def test_the_document_asks_for_nothing_of_anybody_else() -> None:
    """And holds no style and no program in itself, which the policy would refuse."""
    for path in FOLDER.iterdir():
        text = path.read_text() if path.name not in OTHERS else ""
        assert not re.findall(r"(?:https?:)?//[a-z0-9]", text), path
    document = (FOLDER / "index.html").read_text()
    assert not re.search(r"<style|style=|\son[a-z]+=|<script(?![^>]*\ssrc=)", document)


def test_no_text_becomes_markup_in_the_page() -> None:
    """The names of what would parse it are not there; text is placed as text."""
    sinks = r"innerHTML|outerHTML|insertAdjacent|document\.write|dangerouslySet|eval\(|new Function"
    own = [path for path in FOLDER.glob("*.js") if path.name not in OTHERS]
    assert own
    for path in own:
        assert not re.findall(sinks, path.read_text()), path


def test_a_nonce_is_never_the_same() -> None:
    shell = Shell()
    documents = {shell.document()[0] for _ in range(50)}
    assert len(documents) == 50
    assert policy("a") != policy("b")


def test_a_page_that_is_not_whole_is_said(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html>")
    with pytest.raises(HostError, match="not whole"):
        Shell(tmp_path)
