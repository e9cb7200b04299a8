"""The page's login and sessions, against what other pages and other programs may try."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from judge.errors import UsageError
from judge.service.access.access import Address
from judge.service.access.login_codes import MOST_CODES, MOST_OF_ONE, LoginCodes
from judge.service.access.page_sessions import SESSION_SECONDS, PageSessions
from judge.service.access.rate_limits import (
    MOST_ADDRESSES,
    TRIES_PER_MINUTE,
    LoginTries,
    RateLimitError,
)
from judge.storage.queue import LOCAL_OWNER
from judge.storage.tokens import Scope, Tokens
from judge.testing import FakeJudge
from tests.judge.service.apps import BEARER, PORT, SOURCE, TOKEN, app_of, client_of, store

ORIGIN = {"Origin": f"http://127.0.0.1:{PORT}"}
SAME = {"Sec-Fetch-Site": "same-origin"}
COOKIE = f"judge-{PORT}"


def _browser(folder: Path) -> Iterator[TestClient]:
    fake = FakeJudge()
    with client_of(folder, fake) as client:
        del client.headers["Authorization"]
        yield client
        fake.gate.set()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client without the token, as a browser is."""
    yield from _browser(tmp_path_factory.mktemp("service"))


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[TestClient]:
    """Likewise, of a server of its own: logins that fail are counted."""
    yield from _browser(tmp_path)


def new_code(client: TestClient) -> str:
    answer = client.post("/v1/login-codes", json={}, headers=BEARER)
    assert answer.status_code == 201
    return str(answer.json()["code"])


def log_in(client: TestClient, body: dict[str, str] | None = None) -> dict[str, str]:
    """Return the headers that the page then sends. Nothing else keeps the cookie."""
    answer = client.post("/login", json=body or {"code": new_code(client)}, headers=ORIGIN)
    assert answer.status_code == 200, answer.text
    cookie = answer.headers["set-cookie"].partition(";")[0]
    client.cookies.clear()
    return {**SAME, "Cookie": cookie, "X-Judge-Page": answer.json()["page_secret"]}


def test_a_code_logs_a_browser_in(browser: TestClient) -> None:
    """It reads, hands in, and learns who it is; no script can read the cookie."""
    answer = browser.post("/login", json={"code": new_code(browser)}, headers=ORIGIN)
    given = answer.headers["set-cookie"]
    assert re.fullmatch(
        rf"{COOKIE}=[^;\s]+; HttpOnly; SameSite=Strict; Path=/; Max-Age={SESSION_SECONDS}", given
    )
    page = log_in(browser)
    session = browser.get("/v1/session", headers=page).json()
    assert (session["owner"], session["local"]) == (LOCAL_OWNER, True)
    assert session["scopes"] == ["admin", "read", "submit"]
    assert session["server"].keys() == {"version", "tier", "timing", "hidden", "workers"}
    assert browser.get("/v1/problems", headers=page).status_code == 200
    assert browser.post("/v1/submissions", json=SOURCE, headers=page).status_code == 202


def test_the_address_of_a_code_names_the_server_as_it_was_asked(browser: TestClient) -> None:
    """And the code stands in its fragment, which no log and no other page sees."""
    answer = browser.post("/v1/login-codes", json={}, headers=BEARER).json()
    assert answer["url"] == f"http://127.0.0.1:{PORT}/login#code={answer['code']}"
    assert answer["expires_in"] == 60
    assert len(answer["code"]) == 32, "192 bits"


def test_behind_tls_the_cookie_is_sent_over_nothing_else(tmp_path: Path) -> None:
    """And the address of a code begins with https, under the public name alone."""
    app = app_of(tmp_path, FakeJudge(), address=Address(PORT, ("judge.example.org",)))
    public = {"Host": "judge.example.org"}
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}") as client:
        made = client.post("/v1/login-codes", json={}, headers={**BEARER, **public}).json()
        assert made["url"].startswith("https://judge.example.org/login#code=")
        headers = {**public, "Origin": "https://judge.example.org"}
        answer = client.post("/login", json={"code": made["code"]}, headers=headers)
        assert answer.headers["set-cookie"].endswith("; Secure")
        named = {**BEARER, "Host": f"LOCALHOST:{PORT}"}
        made = client.post("/v1/login-codes", json={}, headers=named).json()
        assert made["url"].startswith(f"http://localhost:{PORT}/login#code=")


def test_a_code_is_good_once(fresh: TestClient) -> None:
    """Who sees it afterwards, in a history or over a shoulder, has nothing."""
    code = new_code(fresh)
    assert fresh.post("/login", json={"code": code}, headers=ORIGIN).status_code == 200
    again = fresh.post("/login", json={"code": code}, headers=ORIGIN)
    assert again.status_code == 403
    assert "judge open" in again.json()["detail"]
    assert "set-cookie" not in again.headers


@pytest.mark.parametrize("code", ["", "x" * 32, "é", "\ud800"])
def test_what_is_no_code_is_refused(fresh: TestClient, code: str) -> None:
    body = ('{"code": "' + code.encode("ascii", "backslashreplace").decode() + '"}').encode()
    body = body.replace(b"\\xe9", b"\\u00e9")
    headers = {**ORIGIN, "Content-Type": "application/json"}
    status = 422 if code == "\ud800" else 403
    assert fresh.post("/login", content=body, headers=headers).status_code == status


def test_an_old_code_is_refused() -> None:
    """A minute for one that was asked for, five for the one that the server prints."""
    now = [1000.0]
    codes = LoginCodes(lambda: now[0])
    short, long = codes.issue("ann"), codes.issue("ann", 300)
    now[0] += 60
    assert codes.redeem(short) is None
    assert codes.redeem(long) == "ann"


def test_codes_of_others_take_none_of_the_local_owners_away() -> None:
    """However many are asked for, few are open."""
    codes = LoginCodes()
    own = [codes.issue(LOCAL_OWNER) for _ in range(MOST_OF_ONE)]
    theirs = [codes.issue(f"a{number}") for number in range(100)]
    assert [codes.redeem(code) for code in own] == [LOCAL_OWNER] * MOST_OF_ONE
    live = [code for code in theirs if codes.redeem(code) is not None]
    assert live == theirs[-(MOST_CODES - MOST_OF_ONE) :]


def test_one_owner_has_few_codes() -> None:
    codes = LoginCodes()
    made = [codes.issue("ann") for _ in range(MOST_OF_ONE + 1)]
    assert codes.redeem(made[0]) is None
    assert [codes.redeem(code) for code in made[1:]] == ["ann"] * MOST_OF_ONE


def test_a_cookie_without_the_header_is_no_login(browser: TestClient) -> None:
    """A browser sends it for pages of every port of this machine."""
    page = log_in(browser)
    del page["X-Judge-Page"]
    for method, path in [("GET", "/v1/problems"), ("POST", "/v1/submissions"), ("GET", "/nope")]:
        assert browser.request(method, path, json={}, headers=page).status_code == 401


def test_the_header_without_the_cookie_is_no_login(browser: TestClient) -> None:
    page = log_in(browser)
    del page["Cookie"]
    assert browser.get("/v1/problems", headers=page).status_code == 401


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"Sec-Fetch-Site": "none"}, 401),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://127.0.0.1:9999"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "evil.example"}, 403),
        ({"Host": f"judge.evil.test:{PORT}"}, 403),
        ({"X-Judge-Page": ""}, 401),
        ({"X-Judge-Page": "0" * 64}, 401),
        ({"X-Judge-Page": "\xe9"}, 401),
        ({"Cookie": f"{COOKIE}="}, 401),
        ({"Cookie": "judge-1=x"}, 401),
    ],
)
def test_a_session_is_good_for_its_own_page_alone(
    browser: TestClient, change: dict[str, str], status: int
) -> None:
    """Another port of this machine is the same site, and so is refused by its own name."""
    page = {**log_in(browser), **change}
    sent = [(name.encode(), value.encode("latin-1")) for name, value in page.items()]
    assert browser.get("/v1/problems", headers=sent).status_code == status


def test_a_request_that_no_browser_calls_a_pages_has_no_session(browser: TestClient) -> None:
    page = log_in(browser)
    del page["Sec-Fetch-Site"]
    assert browser.get("/v1/problems", headers=page).status_code == 401


def test_a_token_counts_before_a_session(browser: TestClient) -> None:
    """With both, the cookie is not looked at, whatever the token is worth."""
    page = log_in(browser)
    wrong = {**page, "Authorization": "Bearer nonsense"}
    assert browser.get("/v1/problems", headers=wrong).status_code == 401
    both = browser.get("/v1/session", headers={**page, **BEARER}).json()
    assert "metrics" in both["scopes"], "the token's, not the page's"


def test_a_page_may_not_scrape_figures_or_make_codes(browser: TestClient) -> None:
    page = log_in(browser)
    assert browser.get("/metrics", headers=page).status_code == 403
    assert browser.post("/v1/login-codes", json={}, headers=page).status_code == 403


def test_a_cookie_set_by_another_port_keeps_nobody_out(browser: TestClient) -> None:
    """It may set one of our name; ours is found beside it."""
    page = log_in(browser)
    page["Cookie"] = f"{COOKIE}=planted; {page['Cookie']}; other=1"
    assert browser.get("/v1/problems", headers=page).status_code == 200


def test_a_session_of_another_owner_does_not_fit_the_secret(browser: TestClient) -> None:
    """Nobody is made to work as somebody else by a cookie that was planted."""
    one, other = log_in(browser), log_in(browser)
    mixed = {**one, "Cookie": other["Cookie"]}
    assert browser.get("/v1/problems", headers=mixed).status_code == 401


def test_login_demands_an_origin_of_this_server(browser: TestClient) -> None:
    """A program that is no page has the token's header; another page has another origin."""
    code = new_code(browser)
    tries: list[dict[str, str]] = [{}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"}]
    for headers in tries:
        assert browser.post("/login", json={"code": code}, headers=headers).status_code == 403
    assert browser.post("/login", json={"code": code}, headers=ORIGIN).status_code == 200


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_form_cannot_log_in(browser: TestClient, media_type: str) -> None:
    """Else a page could log a person in as somebody else."""
    headers = {**ORIGIN, "Content-Type": media_type}
    body = b'{"code": "' + new_code(browser).encode() + b'"}'
    assert browser.post("/login", content=body, headers=headers).status_code == 415


def test_logins_that_fail_are_few_a_minute(fresh: TestClient) -> None:
    body = {"code": "guess"}
    statuses = [
        fresh.post("/login", json=body, headers=ORIGIN).status_code for _ in range(TRIES_PER_MINUTE)
    ]
    assert set(statuses) == {403}
    refused = fresh.post("/login", json={"code": new_code(fresh)}, headers=ORIGIN)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) <= 60


def test_tries_are_counted_by_address_and_forgotten() -> None:
    """Who fails shuts nobody else out, and the addresses of all the world are not kept."""
    now = [0.0]
    tries = LoginTries(lambda: now[0])
    for _ in range(TRIES_PER_MINUTE):
        tries.check("a")
        tries.failed("a")
    tries.check("b")
    with pytest.raises(RateLimitError):
        tries.check("a")
    now[0] = 60.0
    tries.check("a")
    for number in range(2 * MOST_ADDRESSES):
        tries.failed(str(number))
    assert len(tries._failed) == MOST_ADDRESSES


def test_an_issued_token_logs_in_until_it_is_revoked(tmp_path: Path, fresh: TestClient) -> None:
    """The session is looked up at each request, so it ends with its token."""
    database = store(tmp_path)
    tokens = Tokens(database)
    token, text = tokens.issue("ann", [Scope.READ])
    page = log_in(fresh, {"token": text})
    session = fresh.get("/v1/session", headers=page).json()
    assert (session["owner"], session["local"], session["scopes"]) == (token.id, False, ["read"])
    assert fresh.post("/v1/submissions", json=SOURCE, headers=page).status_code == 403
    tokens.revoke(token.id)
    assert fresh.get("/v1/session", headers=page).status_code == 401
    answer = fresh.post("/login", json={"token": text}, headers=ORIGIN)
    assert answer.status_code == 403
    with pytest.raises(UsageError):
        tokens.revoke(token.id)
    database.close()


def test_logging_out_clears_the_cookie(browser: TestClient) -> None:
    page = log_in(browser)
    answer = browser.post("/logout", json={}, headers={**page, **ORIGIN})
    assert answer.status_code == 204
    assert f"{COOKIE}=; HttpOnly" in answer.headers["set-cookie"]
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert browser.post("/logout", json={}).status_code == 401


def sessions(token: str = TOKEN, port: int = PORT, now: float = 1e9) -> PageSessions:
    return PageSessions(token, port, lambda: now)


def sent(cookie: str, secret: str, port: int = PORT) -> Headers:
    return Headers({**SAME, "Cookie": f"judge-{port}={cookie}", "X-Judge-Page": secret})


def test_a_session_outlives_a_restart_and_no_new_token() -> None:
    """Nothing is kept of it: the key is made of the token's file."""
    new = sessions().begin("ann")
    headers = sent(new.cookie, new.page_secret)
    assert sessions().owner_of(headers) == "ann"
    assert sessions("u" * 43).owner_of(headers) is None
    assert sessions(port=PORT + 1).owner_of(headers) is None, "another server's"
    assert sessions(now=1e9 + SESSION_SECONDS - 1).owner_of(headers) == "ann"
    assert sessions(now=1e9 + SESSION_SECONDS).owner_of(headers) is None


@pytest.mark.parametrize("part", range(4))
def test_no_part_of_a_cookie_can_be_changed(part: int) -> None:
    """Neither the owner nor the end, and what signs the cookie is not what the page sends."""
    new = sessions().begin("ann")
    parts: list[Any] = new.cookie.split(".")
    parts[part] = {0: "x" * 22, 1: LOCAL_OWNER, 2: "99999999999", 3: new.page_secret}[part]
    assert sessions().owner_of(sent(".".join(parts), new.page_secret)) is None
    assert sessions().owner_of(sent(new.cookie, new.page_secret)) == "ann"


def test_a_login_names_one_thing(fresh: TestClient) -> None:
    """And what is null counts as left out."""
    for body in (
        {},
        {"code": None, "token": None},
        {"code": "x", "token": "y"},
        {"code": "x" * 201},
    ):
        assert fresh.post("/login", json=body, headers=ORIGIN).status_code == 422
    one = {"code": new_code(fresh), "token": None}
    assert fresh.post("/login", json=one, headers=ORIGIN).status_code == 200
