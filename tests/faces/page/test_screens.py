"""Attempts, help, progress and rounds on the page, before a server that keeps a history."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faces.page.typing_people import (
    EDITOR,
    SAVED,
    head_of,
    open_problem,
    show,
    text_of,
    type_text,
    versions_of,
)
from tests.judge.service.served import Served, practising
from tests.waiting import until

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.needs("chromium", "full")
WRONG = "def lowest_common_ancestor(root, p, q):\n    return root\n"
WORSE = "def lowest_common_ancestor(root, p, q):\n    return None\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with a history of its own, and two attempts in it."""
    state = tmp_path_factory.mktemp("practised")
    served = Served(practising(state))
    for source in (WRONG, WORSE):
        served.submit(source)
    yield served
    served.stop()


def test_two_attempts_are_compared_line_by_line(page: Any, server: Served) -> None:
    show(page, server, "/submissions?problem=lca")
    boxes = page.get_by_role("checkbox")
    boxes.first.wait_for()
    assert boxes.count() == 2
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.wait_for_selector(".difference pre")
    assert page.locator(".difference pre del").all_inner_texts() == ["-     return root\n"]
    assert page.locator(".difference pre ins").all_inner_texts() == ["+     return None\n"]


def test_an_attempt_shows_its_source_and_gives_it_back(page: Any, server: Served) -> None:
    """The very text of that attempt; the one in the editor stays as a version."""
    open_problem(page, server)
    type_text(page, "mine = 1")
    page.wait_for_selector(SAVED)
    ids = [one["id"] for one in server.ask("/v1/submissions?problem=lca")["submissions"]]
    page.goto(f"{server.url}/submissions/{ids[-1]}")
    page.wait_for_selector("pre.source")
    assert page.locator("pre.source").inner_text().rstrip("\n") == WRONG.rstrip("\n")
    page.get_by_role("button", name="Put it into the editor").click()
    page.wait_for_selector(EDITOR)
    assert text_of(page).rstrip("\n") == WRONG.rstrip("\n")
    assert page.get_by_role("button", name="Keep mine").count() == 0
    assert head_of(server) == WRONG
    assert "mine = 1" in versions_of(server)


def test_help_tells_its_price_first(page: Any, server: Served) -> None:
    """One hint a press; the editorial asks before it tells."""
    open_problem(page, server)
    page.get_by_role("tab", name="Help").click()
    page.get_by_role("button", name="Open hint 1 of").wait_for()
    panel = page.locator("#left-panel")
    assert "in the schedule" in panel.inner_text()
    assert panel.locator("ol li").count() == 0
    page.get_by_role("button", name="Open hint 1 of").click()
    panel.locator("ol li").wait_for()
    until(lambda: "counts as" in panel.locator("[role=status]").inner_text())
    page.get_by_role("button", name="Read the editorial").click()
    page.get_by_role("button", name="Read it all the same").wait_for()
    assert panel.locator("details").count() == 0
    told = [event["kind"] for event in _events(server)]
    assert (told.count("hint"), told.count("editorial")) == (1, 0)
    page.expected_faults = None  # the browser tells of the refusal


def test_others_solutions_ask_first_and_show_a_text_on_demand(page: Any, server: Served) -> None:
    """Who says yes sees a list; a text is fetched when it is opened, by keys too."""
    open_problem(page, server, "two-sum")
    page.get_by_role("tab", name="Solutions").click()
    panel = page.locator("#left-panel")
    page.get_by_role("button", name="Read the solutions").click()
    yes = page.get_by_role("button", name="Read it all the same")
    yes.wait_for()
    assert "counts as not known today" in panel.inner_text()
    assert panel.locator("li").count() == 0
    yes.click()
    row = panel.locator("li", has=page.get_by_text("reference", exact=True))
    row.wait_for()
    assert "that is timed" in panel.inner_text()
    assert row.locator("pre").count() == 0
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("group", name="Source of reference").wait_for()
    reference = ROOT / "solutions" / "two-sum" / "accepted" / "reference.py"
    assert row.locator("pre").inner_text().rstrip("\n") == reference.read_text().rstrip("\n")
    told = [event["facts"]["name"] for event in _events(server) if event["kind"] == "solutions"]
    assert told == ["reference", None]
    page.expected_faults = None  # the browser tells of the refusal


def test_progress_names_each_day_and_the_mistakes(page: Any, server: Served) -> None:
    show(page, server, "/progress")
    cells = page.locator("table.heat tbody td span.unseen")
    assert 12 * 7 - 7 < cells.count() <= 12 * 7
    assert cells.filter(has_text=": 2 tries").count() == 1
    assert "WA, wrong answer: 2" in page.inner_text("main")


def test_a_new_person_has_three_problems_to_begin_with(page: Any, server: Served) -> None:
    page.route("**/v1/progress", _empty)
    show(page, server, "/progress")
    assert page.locator("main li a").count() == 3


@pytest.mark.slow
def test_a_round_from_its_start_to_its_card(page: Any, server: Served) -> None:
    """What was typed last is judged at its end, and the whole statement waits to be asked for."""
    show(page, server, "/rounds")
    page.get_by_label("Problems").select_option("1")
    page.get_by_role("button", name="Start the round").click()
    page.wait_for_selector(EDITOR)
    clock = page.get_by_role("timer").inner_text()
    assert clock.startswith(("59:", "1:00:00", "60:"))
    page.locator("#left-panel").wait_for()
    assert "Constraints" not in page.inner_text("#left-panel")
    assert page.get_by_role("tab", name="Solutions").count() == 0
    page.get_by_role("tab", name="Talk").click()
    page.get_by_role("button", name="Show the rules").click()
    page.wait_for_selector("#left-panel >> text=Constraints")
    page.get_by_label("Your approach").fill("walk the tree once, from the leaves up to the root")
    page.get_by_label("Time, such as").fill("O(n)")
    page.get_by_role("button", name="Record it").click()
    page.wait_for_selector("#left-panel >> text=is recorded")
    type_text(page, "last = 1")
    page.wait_for_selector(SAVED)
    page.get_by_role("button", name="Finish", exact=True).click()
    page.get_by_role("button", name="Finish the round now").click()
    page.get_by_role("heading", name="Scorecard").wait_for(timeout=120_000)
    kinds = [event["kind"] for event in _events(server)]
    assert {"round_reveal", "round_approach", "draft", "round_end"} <= set(kinds)
    [one] = server.ask("/v1/rounds")["rounds"]
    slug = one["parts"][0]["slug"]
    judged = server.ask(f"/v1/submissions?problem={slug}")["submissions"]
    assert server.ask(f"/v1/submissions/{judged[0]['id']}/source")["source"] == "last = 1"
    page.expected_faults = None


@pytest.mark.slow
def test_at_the_deadline_the_editor_is_closed(page: Any, server: Served) -> None:
    """By the server's clock, without a press."""
    body: Any = {"minutes": 5, "problems": ["kth-largest"]}
    one: Any = server.ask("/v1/rounds", body)
    ends = time.time() + 301
    page.clock.install()
    show(page, server, f"/rounds/{one['id']}")
    page.wait_for_selector(EDITOR)
    assert ends > time.time()
    facts = {**server.ask(f"/v1/rounds/{one['id']}"), "state": "over", "left": 0}
    page.route(f"**/v1/rounds/{one['id']}", lambda route: route.fulfill(json=facts))
    page.clock.fast_forward(6 * 60 * 1_000)
    page.wait_for_selector(".cm-content[contenteditable=true][aria-readonly=true]")
    assert "time is over" in page.inner_text(".bar.round")
    page.expected_faults = None


def _events(server: Served) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = server.ask("/v1/history?limit=100")["events"]
    return found


def _empty(route: Any) -> None:
    found = route.fetch().json()
    route.fulfill(json={**found, "problems": {}})
