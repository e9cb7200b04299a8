"""Signing in, and what other sites, ports and names can do to somebody who is signed in."""

import urllib.error
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faces.page.other_site import OtherSite
from tests.faces.page.signing_in import address_of, sign_in
from tests.judge.service.served import Served

pytestmark = pytest.mark.needs("chromium", "full")


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    """Return a browser of its own that has not signed in yet."""
    context = browser.new_context()
    yield context
    context.close()


def in_page(page: Any, script: str) -> Any:
    return page.evaluate(f"async () => {{ {script} }}")


def test_one_address_signs_in_and_shows_the_problem(page: Any, server: Served) -> None:
    """The code is in no address and in no history afterwards, and no script reads the cookie."""
    address = sign_in(page, server, "lca")
    assert page.url == f"{server.url}/problems/lca"
    assert "Lowest" in page.inner_text("h1")
    assert page.locator("article pre").count() >= 2
    code = address.partition("#code=")[2]
    assert page.evaluate("document.cookie") == ""
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])")
    assert code not in kept
    assert server.token not in kept + page.content()
    page.go_back()
    assert page.url == "about:blank", "the login took its own place"


def test_the_list_has_every_problem_and_stays_signed_in(page: Any, server: Served) -> None:
    """A reload asks for no login, and a link leads to a problem."""
    sign_in(page, server)
    page.reload()
    page.wait_for_selector("main[data-state=done]")
    shown = page.locator("tbody tr").count()
    assert shown == len(server.ask("/v1/problems")["problems"])
    page.locator("a[href='/problems/lca']").click()
    page.wait_for_selector("article")
    assert page.url == f"{server.url}/problems/lca"


def test_a_code_that_was_used_says_what_to_run(page: Any, server: Served) -> None:
    address = sign_in(page, server)
    page.evaluate("localStorage.clear()")
    page.goto(f"{server.url}/settings")
    page.wait_for_selector("text=Signed out")
    page.goto(address)
    page.wait_for_selector("text=judge open")
    assert "used already" in page.inner_text("main")
    page.expected_faults = [
        f"Failed to load resource: the server responded with a status of {status}"
        for status in ("401 (Unauthorized)", "403 (Forbidden)")
    ]


def test_signing_out_ends_the_session_in_this_browser(
    page: Any, context: Any, server: Served
) -> None:
    sign_in(page, server)
    page.goto(f"{server.url}/settings")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{server.url}/login")
    assert context.cookies() == []
    assert page.evaluate("localStorage.length") == 0


def test_the_policy_is_kept_by_the_browser(page: Any, server: Served) -> None:
    """No text becomes markup, no program comes from a text, and only /sw.js is a worker."""
    sign_in(page, server)
    tried = in_page(
        page,
        """
        // Later: what a debugger evaluates itself is free of the policy.
        await new Promise((resolve) => setTimeout(resolve, 10));
        const outcome = [];
        const attempt = (name, action) => {
          try { action(); outcome.push(name); } catch (error) { /* refused */ }
        };
        attempt("markup", () => { document.body.innerHTML = "<b>x</b>"; });
        attempt("program", () => { (0, eval)("1"); });
        attempt("policy", () => trustedTypes.createPolicy("other", {}));
        attempt("again", () => trustedTypes.createPolicy("judge", {}));
        attempt("script", () => { document.createElement("script").src = "data:,1"; });
        return outcome;
        """,
    )
    assert tried == []
    page.expected_faults = None  # the browser tells of each


def test_the_page_shows_while_the_server_is_away(page: Any, context: Any, server: Served) -> None:
    """Its worker keeps the document and the files, and nothing of /v1."""
    sign_in(page, server)
    in_page(page, "await navigator.serviceWorker.ready; await new Promise(r => setTimeout(r, 200))")
    page.reload()
    page.wait_for_selector("main[data-state=done]")
    context.set_offline(True)
    page.reload()
    page.wait_for_selector("text=The server does not answer")
    kept = in_page(
        page,
        "const kept = await caches.open('page');"
        "return (await kept.keys()).map((one) => new URL(one.url).pathname)",
    )
    assert {"/", "/static/app.js", "/static/app.css", "/static/vendor.js"} == set(kept)
    page.expected_faults = None  # the browser tells of each


ATTACK = """
const judge = JUDGE;
const outcome = [];
const asked = async (name, options) => {
  try {
    const answer = await fetch(judge + name, { credentials: "include", ...options });
    outcome.push([name, answer.type, answer.status]);
  } catch (error) { outcome.push([name, "error", 0]); }
};
await asked("/v1/problems", {});
await asked("/v1/session", {});
await asked("/", {});
await asked("/v1/problems", { headers: { "X-Judge-Page": "0".repeat(64) } });
await asked("/v1/submissions", { method: "POST", headers: { "Content-Type": "application/json" },
  body: '{"problem": "lca", "source": "x"}' });
await asked("/login", { method: "POST", headers: { "Content-Type": "application/json" },
  body: '{"code": "x"}' });
const loaded = (tag, attribute, path) => new Promise((resolve) => {
  const made = document.createElement(tag);
  made.onload = () => resolve(tag + " loaded " + path);
  made.onerror = () => resolve("");
  made[attribute] = judge + path;
  document.body.append(made);
});
outcome.push(["script", await loaded("script", "src", "/static/app.js"), 0]);
outcome.push(["style", await loaded("img", "src", "/static/app.css"), 0]);
// What sends without asking, and reads nothing.
for (const type of ["text/plain", "application/x-www-form-urlencoded"])
  await fetch(judge + "/v1/submissions", { method: "POST", mode: "no-cors", credentials: "include",
    headers: { "Content-Type": type }, body: '{"problem": "lca", "source": "x"}' }).catch(() => 0);
return outcome;
"""


@pytest.mark.parametrize("host", ["127.0.0.1", "evil.test"])
def test_another_site_reads_nothing_and_starts_nothing(
    context: Any, page: Any, server: Served, other_site: OtherSite, host: str
) -> None:
    """Another port of this machine, which does get the cookie, and a name that points here."""
    sign_in(page, server)
    before = len(server.ask("/v1/submissions")["submissions"])
    evil = context.new_page()
    other_site.cookies.clear()
    evil.goto(f"http://{host}:{other_site.port}/")
    if host == "127.0.0.1":
        assert f"judge-{server.port}=" in other_site.cookies[0], "the cookie alone is no secret"
    found = in_page(evil, ATTACK.replace("JUDGE", f'"{server.url}"'))
    assert [one for one in found if one[1] not in ("error", "")] == []
    # Framed: the browser shows nothing of ours.
    evil.evaluate(
        "url => { const frame = document.createElement('iframe'); frame.src = url;"
        " document.body.append(frame); }",
        f"{server.url}/problems/lca",
    )
    evil.wait_for_timeout(500)
    assert all(not frame.locator("main").count() for frame in evil.frames[1:])
    assert len(server.ask("/v1/submissions")["submissions"]) == before


def test_a_cookie_that_another_port_got_is_worth_nothing(
    context: Any, page: Any, server: Served, other_site: OtherSite
) -> None:
    """Sent back by a program, with every header that a page would have but the secret."""
    sign_in(page, server)
    evil = context.new_page()
    other_site.cookies.clear()
    evil.goto(f"http://127.0.0.1:{other_site.port}/")
    headers = {"Cookie": other_site.cookies[0], "Sec-Fetch-Site": "same-origin"}
    with pytest.raises(urllib.error.HTTPError) as refused:
        server.ask("/v1/problems", more={**headers, "Authorization": ""})
    assert refused.value.code == 401
    refused.value.close()


def test_a_name_that_was_made_to_point_here_shows_no_page(context: Any, server: Served) -> None:
    """Rebinding: such a page would be of its own origin."""
    evil = context.new_page()
    answer = evil.goto(f"http://judge.evil.test:{server.port}/")
    assert answer.status == 403
    assert evil.locator("main").count() == 0


def test_a_link_on_another_site_leads_to_the_page_signed_in(
    context: Any, page: Any, server: Served, other_site: OtherSite
) -> None:
    """The strict cookie does not come along, and is there when the page asks for its data."""
    sign_in(page, server)
    other = context.new_page()
    other.goto(f"http://evil.test:{other_site.port}/")
    other.evaluate("url => { location.href = url; }", f"{server.url}/problems/lca")
    other.wait_for_selector("article")
    assert other.url == f"{server.url}/problems/lca"


def test_a_login_leads_nowhere_else(page: Any, server: Served, tmp_path: Path) -> None:
    """Whatever the address says."""
    for wanted in ("//evil.test/", "/\\evil.test", "https://evil.test", "javascript:alert(1)"):
        address = address_of(server).replace("/login#", f"/login?to={wanted}#")
        page.goto(address)
        page.wait_for_url(f"{server.url}/")
        page.wait_for_selector("main[data-state=done]")
        assert page.url == f"{server.url}/"
