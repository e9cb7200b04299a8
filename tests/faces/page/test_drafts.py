"""Nothing that was typed is lost: tabs, crashes, a server that is away, a browser that refuses."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faces.page.signing_in import sign_in
from tests.faces.page.typing_people import (
    EDITOR,
    SAVED,
    Mortal,
    forget,
    head_of,
    open_problem,
    text_of,
    type_text,
    versions_of,
)
from tests.judge.service.served import Served, environment_of
from tests.waiting import until

pytestmark = pytest.mark.needs("chromium", "full")


#: The name under which a tab types.
NEWEST_CLIENT = """
() => new Promise((resolve) => {
  indexedDB.open("judge").onsuccess = ({ target: { result } }) => {
    const all = result.transaction("drafts").objectStore("drafts").getAll();
    all.onsuccess = () => resolve(all.result.sort((a, b) => b.at - a.at)[0].client);
  };
})
"""
#: Takes a name as soon as it is free, and holds it until another page waits for it.
HOLD_ON = """
client => void navigator.locks.request(`draft ${client}`, async ({ name }) => {
  window.held = true;
  for (let looks = 0; looks < 1_000; looks++) {
    const { pending } = await navigator.locks.query();
    if (pending.some((one) => one.name === name)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
})
"""
#: Has the browser's storage refuse what is written, or take it again.
FULL_DISK = """
full => {
  const store = IDBObjectStore.prototype;
  store.kept ??= store.put;
  const refuse = () => { throw new DOMException("full", "QuotaExceededError"); };
  store.put = full ? refuse : store.kept;
}
"""


@pytest.fixture(autouse=True)
def nothing_typed(server: Served) -> None:
    forget(server, "lca")
    forget(server, "kth-largest")


@pytest.fixture
def mortal(browser: Any, tmp_path: Path) -> Iterator[Mortal]:
    mortal = Mortal(browser, tmp_path / "profile")
    yield mortal
    mortal.stop()


@pytest.fixture
def fragile(tmp_path: Path) -> Iterator[list[Served]]:
    """A server that a test kills and starts again; the last one of the list is stopped."""
    environment = environment_of(JUDGE_STATE_DIR=str(tmp_path / "state"), JUDGE_WORKERS="1")
    servers = [Served(environment)]
    yield servers
    servers[-1].stop()


def test_typed_text_is_on_the_server_soon_and_there_after_a_reload(
    page: Any, server: Served
) -> None:
    """As are the versions before it."""
    open_problem(page, server)
    assert "saved" in page.inner_text("#state")
    type_text(page, "x = 1\n" * 20)
    page.wait_for_selector(SAVED)
    assert head_of(server) == "x = 1\n" * 20
    type_text(page, "y = 2")
    page.wait_for_selector(SAVED)
    page.reload()
    page.wait_for_selector(EDITOR)
    assert text_of(page) == "y = 2"
    assert "x = 1\n" * 20 in versions_of(server)


def test_leaving_at_once_loses_nothing(page: Any, server: Served) -> None:
    """By Back, by a link inside the page, and by closing the tab; no dialog stands in the way."""
    open_problem(page, server)
    type_text(page, "left = 1")
    page.goto("about:blank")
    page.go_back()
    page.wait_for_selector(EDITOR)
    assert text_of(page) == "left = 1"
    type_text(page, "left = 2")
    page.get_by_role("link", name="Problems").click()
    page.wait_for_selector("table.problems")
    page.go_back()
    page.wait_for_selector(EDITOR)
    assert text_of(page) == "left = 2"
    type_text(page, "left = 3")
    other = page.context.new_page()
    page.close()
    open_problem(other, server)
    assert text_of(other) == "left = 3"
    until(lambda: head_of(server) == "left = 3")


def test_a_page_that_is_slow_to_go_is_waited_for(page: Any, server: Served) -> None:
    """It holds its text a moment longer than it is seen: that text is gone on with all the same."""
    left = page.context.new_page()
    left.route("**/v1/drafts/lca", lambda route: route.abort())
    open_problem(left, server)
    type_text(left, "slow = 1")
    client = left.evaluate(NEWEST_CLIENT)
    page.goto(f"{server.url}/settings")
    page.evaluate(HOLD_ON, client)
    left.close()
    page.wait_for_function("() => window.held")
    other = page.context.new_page()
    open_problem(other, server)
    assert text_of(other) == "slow = 1"


def test_another_problem_has_its_own_text(page: Any, server: Served) -> None:
    open_problem(page, server)
    type_text(page, "of = 'lca'")
    page.goto(f"{server.url}/problems/kth-largest")
    page.wait_for_selector(EDITOR)
    assert "of = 'lca'" not in text_of(page)
    page.go_back()
    page.wait_for_selector(EDITOR)
    assert text_of(page) == "of = 'lca'"


@pytest.mark.parametrize("keep", ["Keep mine", "Take theirs"])
def test_two_tabs_keep_both_texts(page: Any, server: Served, keep: str) -> None:
    """Whichever is chosen, the other one stays among the versions; and typing goes on."""
    open_problem(page, server)
    other = page.context.new_page()
    open_problem(other, server)
    type_text(other, "theirs = 1")
    other.wait_for_selector(SAVED)
    type_text(page, "mine = 1")
    page.get_by_role("button", name=keep).wait_for()
    assert "beside" in page.inner_text("#state")
    assert text_of(page) == "mine = 1"
    assert head_of(server) == "theirs = 1"
    until(lambda: "mine = 1" in versions_of(server))
    page.get_by_role("button", name=keep).click()
    page.wait_for_selector(SAVED)
    kept = "mine = 1" if keep == "Keep mine" else "theirs = 1"
    assert text_of(page) == kept
    assert head_of(server) == kept
    assert {"mine = 1", "theirs = 1"} <= set(versions_of(server))
    type_text(page, "on = 1")
    page.wait_for_selector(SAVED)
    assert head_of(server) == "on = 1"
    page.expected_faults = None  # the browser tells of each conflict


def test_a_reset_can_be_undone_and_leaves_a_version(page: Any, server: Served) -> None:
    """Pressed at once after typing, before the server has anything of it."""
    open_problem(page, server)
    text = "precious = 1  # " + "and long " * 20
    type_text(page, text)
    page.get_by_role("button", name="Reset").click()
    assert "precious" not in text_of(page)
    page.locator(EDITOR).press("Control+z")
    assert text_of(page) == text
    page.get_by_role("button", name="Reset").click()
    page.wait_for_selector(SAVED)
    page.reload()
    page.wait_for_selector(EDITOR)
    assert "precious" not in text_of(page)
    page.get_by_role("tab", name="Versions").click()
    until(lambda: text in versions_of(server))
    page.expected_faults = None


def test_a_browser_that_keeps_nothing_says_so(page: Any, server: Served) -> None:
    """The text is on the server all the same, while that answers."""
    page.add_init_script(
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };"
    )
    open_problem(page, server)
    type_text(page, "bare = 1")
    page.wait_for_selector("#state:has-text('saved on the server, NOT kept in this browser')")
    assert head_of(server) == "bare = 1"
    page.context.set_offline(True)
    type_text(page, "bare = 2")
    page.wait_for_selector("#state:text-matches('^NOT kept')")
    page.context.set_offline(False)
    until(lambda: head_of(server) == "bare = 2")
    page.expected_faults = None


def test_a_full_disk_is_said_until_there_is_room(page: Any, server: Served) -> None:
    """Of the browser: the server has the text. Of the server: the browser has it."""
    open_problem(page, server)
    page.evaluate(FULL_DISK, True)
    type_text(page, "full = 1")
    page.wait_for_selector("#state:has-text('saved on the server, NOT kept in this browser')")
    assert head_of(server) == "full = 1"
    page.evaluate(FULL_DISK, False)
    full = {"detail": "the disk of the server is full", "status": 503}
    page.route("**/v1/drafts/lca", lambda route: route.fulfill(status=503, json=full))
    type_text(page, "full = 2")
    page.wait_for_selector("#state:has-text('in this browser; the server refuses it: the disk')")
    assert head_of(server) == "full = 1"
    page.unroute("**/v1/drafts/lca")
    page.wait_for_selector(SAVED)
    assert head_of(server) == "full = 2"
    page.expected_faults = None  # the browser tells of each refusal


def test_a_server_that_is_away_gets_it_when_it_is_back(page: Any, server: Served) -> None:
    """A reload shows the problem and the text meanwhile."""
    open_problem(page, server)
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    page.reload()
    page.wait_for_selector(EDITOR)
    page.context.set_offline(True)
    type_text(page, "away = 1")
    page.wait_for_selector("#state:has-text('kept in this browser; the server does not answer')")
    page.reload()
    page.wait_for_selector(EDITOR)
    assert text_of(page) == "away = 1"
    assert page.locator("article h2").count() >= 1, "the statement is remembered"
    page.context.set_offline(False)
    page.wait_for_selector(SAVED)
    assert head_of(server) == "away = 1"
    page.expected_faults = None


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.parametrize("seconds", [0.0, 1.5])
def test_a_killed_browser_has_the_text_again(
    mortal: Mortal, server: Served, seconds: float
) -> None:
    """Killed as soon as the last key is drawn, and a little later; without a false conflict."""
    page = mortal.start()
    sign_in(page, server, "lca")
    page.wait_for_selector(EDITOR)
    type_text(page, "before = 1")
    page.wait_for_selector(SAVED)
    type_text(page, "crash = 1")
    assert text_of(page) == "crash = 1"
    if seconds:
        page.wait_for_timeout(1_000 * seconds)
    mortal.kill()
    page = mortal.start()
    sign_in(page, server, "lca")
    page.wait_for_selector(EDITOR)
    assert text_of(page) == "crash = 1"
    assert page.get_by_role("button", name="Keep mine").count() == 0
    page.wait_for_selector(SAVED)
    until(lambda: head_of(server) == "crash = 1")


@pytest.mark.slow
def test_a_server_that_dies_while_somebody_types(context: Any, fragile: list[Served]) -> None:
    """It has all of it soon after its return, and the browser shows it meanwhile."""
    [server] = fragile
    page = context.new_page()
    open_problem(page, server)
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    page.reload()
    page.wait_for_selector(EDITOR)
    type_text(page, "one = 1")
    page.wait_for_selector(SAVED)
    server.kill()
    for word in ("two", "three"):
        page.keyboard.insert_text(f"\n{word} = 1")
    page.wait_for_selector("#state:has-text('does not answer')")
    page.reload()
    page.wait_for_selector(EDITOR)
    assert text_of(page) == "one = 1\ntwo = 1\nthree = 1"
    fragile.append(Served(server.environment, server.port))
    page.wait_for_selector(SAVED)
    assert head_of(fragile[-1]) == "one = 1\ntwo = 1\nthree = 1"
