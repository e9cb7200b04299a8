"""What the page may cost: bytes, waiting, and requests while nobody does anything.

`python -m benchmarks.page` prints the true times of a quiet machine; here the limits are in starts
of a bare interpreter, several times the target, as the machine may be busy.
"""

from typing import Any

import pytest

from benchmarks import clock
from benchmarks import page as budget
from tests.faces.page.typing_people import SAVED, open_problem, type_text
from tests.judge.service.served import Served

pytestmark = pytest.mark.needs("chromium", "full")

#: A bare start on the machine of the targets, in seconds; and the room for a busy one.
BARE_SECONDS = 0.0073
ROOM = 3.0


@pytest.fixture(scope="module")
def unit() -> float:
    """Return how much slower this machine is now than the one of the targets, with room."""
    return ROOM * max(1.0, clock.bare_seconds() / BARE_SECONDS)


def test_a_first_visit_loads_four_files_and_no_more_than_its_budget(
    page: Any, server: Served
) -> None:
    """The rest is loaded when it is first used."""
    loaded: list[str] = []
    page.on("response", lambda one: loaded.append(one.url.partition("/static/")[2]))
    open_problem(page, server)
    names = {name for name in loaded if name}
    assert names == set(budget.FIRST_LOAD) - {"index.html"}
    assert budget.first_load() <= budget.MOST_BYTES


@pytest.mark.alone
def test_the_editor_is_ready_and_a_wrong_answer_drawn_in_time(
    browser: Any, signed: Any, server: Served, unit: float
) -> None:
    """The medians of three rounds, after one that warms all up."""
    lca = budget.Signed(f"{server.url}/problems/lca", signed)
    ready = [budget.ready_seconds(browser, lca) for _ in range(4)][1:]
    assert sorted(ready)[1] <= unit * budget.READY_SECONDS, ready
    drawn = budget.drawn_seconds(browser, lca, 4)[1:]
    assert sorted(drawn)[1] <= unit * budget.DRAWN_SECONDS, drawn


@pytest.fixture
def asked(page: Any) -> list[str]:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(f"{one.method} {one.url}"))
    return asked


def test_an_idle_page_asks_nothing(page: Any, server: Served, asked: list[str]) -> None:
    """Once all is saved and judged, in an editor that has the focus; for ten minutes of timers."""
    page.clock.install()
    open_problem(page, server)
    type_text(page, "def lowest_common_ancestor(root, p, q):\n    return root\n")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("section.below[data-state=done] .result")
    page.wait_for_selector(SAVED)
    page.wait_for_timeout(300)
    asked.clear()
    page.clock.run_for(600_000)
    page.wait_for_timeout(1_000)
    assert asked == []
