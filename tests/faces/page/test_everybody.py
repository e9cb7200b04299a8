"""Every screen for everybody: axe-core, three widths, light and dark, a phone, keys alone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faces.page.conftest import watched
from tests.faces.page.typing_people import EDITOR, open_problem, show, type_text
from tests.judge.service.served import Served, practising

pytestmark = pytest.mark.needs("chromium", "full", "web")

AXE = Path(__file__).parents[3] / "web" / "node_modules" / "axe-core" / "axe.min.js"
WRONG = "def lowest_common_ancestor(root, p, q):\n    return root\n"
WORSE = "def lowest_common_ancestor(root, p, q):\n    return None\n"
WIDTHS = {390: 844, 768: 1024, 1440: 900}
#: What axe is asked in each theme: in the dark nothing but the colours is other (test_built).
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
RULES: dict[str, Any] = {"light": {}, "dark": {"runOnly": COLOURS}}
#: Only what violates a rule is written out; style sheets are for rules that are experiments.
BRIEF = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}
#: What stands outside of what is drawn, and cannot be scrolled to: (element, its text).
CUT = """
() => {
  const wide = document.documentElement.clientWidth;
  const seen = (one) => one.checkVisibility({ visibilityProperty: true })
    && getComputedStyle(one).clipPath === "none" && one.closest(".unseen, .skip, svg *") === null;
  const scrolls = (one) => {
    for (let at = one; at; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    return false;
  };
  const sideways = document.documentElement.scrollWidth > wide ? ["the page scrolls sideways"] : [];
  const cut = [...document.querySelectorAll("body *")].filter((one) => {
    if (!seen(one) || scrolls(one)) return false;
    const box = one.getBoundingClientRect();
    return box.width > 0 && (box.right > wide + 1 || box.left < -1);
  });
  const name = (one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 40)}`;
  return [...sideways, ...cut.map(name)];
}
"""
#: Things to press that are too small for a finger.
SMALL = """
() => [...document.querySelectorAll("button, select, input:not([type=checkbox])")]
  .filter((one) => one.checkVisibility() && !one.closest(".cm-editor, .link, dialog")
    && !one.matches(".small, .link"))
  .filter((one) => one.getBoundingClientRect().height < 39.5)
  .map((one) => `${one.tagName} ${one.textContent}`)
"""


class Facts:
    """A server with a history, two attempts at one problem, an ended and a running round."""

    def __init__(self, server: Served) -> None:
        self.server = server
        self.attempt = str(server.submit(WRONG)["id"])
        server.submit(WORSE)
        self.ended = self._round("two-sum")
        server.ask(f"/v1/rounds/{self.ended}/approach", {"text": "each pair, one by one"})
        server.ask(f"/v1/rounds/{self.ended}/finish", {})
        self.round = self._round("kth-largest")

    def _round(self, problem: str) -> str:
        body: Any = {"minutes": 60, "problems": [problem]}
        return str(self.server.ask("/v1/rounds", body)["id"])


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    state = tmp_path_factory.mktemp("everybody")
    served = Served(practising(state))
    yield Facts(served)
    served.stop()


@pytest.fixture(scope="module")
def server(facts: Facts) -> Served:
    return facts.server


def _login(page: Any, facts: Facts) -> None:
    page.goto(f"{facts.server.url}/login")
    page.wait_for_selector("main form, main p")


def _list(page: Any, facts: Facts) -> None:
    show(page, facts.server, "/")
    page.get_by_role("searchbox").wait_for()
    page.wait_for_selector("table.problems")


def _problem(page: Any, facts: Facts) -> None:
    """With a counterexample that is drawn."""
    open_problem(page, facts.server)
    type_text(page, WRONG)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("section.below[data-state=done] .result", state="attached")


def _solutions(page: Any, facts: Facts) -> None:
    """With the text of one."""
    open_problem(page, facts.server)
    page.get_by_role("tab", name="Solutions").click()
    page.get_by_role("button", name="Read the solutions").click()
    page.get_by_role("button", name="Read it all the same").click()
    page.locator("#left-panel summary").first.click()
    page.get_by_role("group", name="Source of").wait_for()


def _results(page: Any, facts: Facts) -> None:
    show(page, facts.server, "/results")
    page.get_by_role("rowheader").first.wait_for()


def _attempts(page: Any, facts: Facts) -> None:
    """With the difference of two."""
    show(page, facts.server, "/submissions?problem=lca")
    # The oldest two: other tests hand in the same text once more.
    page.get_by_role("checkbox").nth(-1).check()
    page.get_by_role("checkbox").nth(-2).check()
    page.wait_for_selector(".difference pre")


def _attempt(page: Any, facts: Facts) -> None:
    show(page, facts.server, f"/submissions/{facts.attempt}")
    page.wait_for_selector("pre.source")


def _rounds(page: Any, facts: Facts) -> None:
    show(page, facts.server, "/rounds")


def _round(page: Any, facts: Facts) -> None:
    """Its problem, and what is said to the interviewer."""
    show(page, facts.server, f"/rounds/{facts.round}")
    page.wait_for_selector(EDITOR)
    page.get_by_role("tab", name="Talk").click()


def _card(page: Any, facts: Facts) -> None:
    """What a round is worth that ended."""
    show(page, facts.server, f"/rounds/{facts.ended}")
    page.get_by_role("heading", name="Scorecard").wait_for()


def _progress(page: Any, facts: Facts) -> None:
    show(page, facts.server, "/progress")
    page.wait_for_selector("table.heat")


def _settings(page: Any, facts: Facts) -> None:
    show(page, facts.server, "/settings")


def _nothing(page: Any, facts: Facts) -> None:
    """No such problem; a near one is named."""
    show(page, facts.server, "/problems/lcaa")


SCREENS: dict[str, Callable[[Any, Facts], None]] = {
    "login": _login,
    "list": _list,
    "problem": _problem,
    "solutions": _solutions,
    "results": _results,
    "attempts": _attempts,
    "attempt": _attempt,
    "rounds": _rounds,
    "round": _round,
    "card": _card,
    "progress": _progress,
    "settings": _settings,
    "nothing": _nothing,
}
#: Of these the browser tells that something was refused.
REFUSED = ("nothing", "solutions")
PANES = ("Statement", "Code", "Result")


@pytest.fixture(scope="module", params=SCREENS)
def shown(request: pytest.FixtureRequest, browser: Any, signed: Any, facts: Facts) -> Iterator[Any]:
    """Return a page with a screen; the tests that look at one come one after the other."""
    context = browser.new_context(storage_state=None if request.param == "login" else signed)
    context.set_default_timeout(120_000)  # milliseconds; for a busy host
    with watched(context.new_page(), facts.server) as page:
        SCREENS[request.param](page, facts)
        page.expected_faults = None if request.param in REFUSED else []
        yield page
    context.close()


def _panes(page: Any) -> Iterator[None]:
    """Show each pane in its turn where one is shown at a time; else what there is."""
    bar = page.get_by_role("group", name="Panes")
    if bar.count() == 0 or not bar.is_visible():
        yield
        return
    for name in PANES:
        bar.get_by_role("button", name=name).click()
        yield


@pytest.fixture
def axe(shown: Any) -> Callable[[Any], list[str]]:
    """Return what has axe look for violations of some rules."""
    shown.evaluate(AXE.read_text())
    shown.expected_faults = None  # axe tries styles that the policy refuses

    def violations(rules: Any) -> list[str]:
        ask = "async options => (await axe.run(options)).violations"
        found = shown.evaluate(ask, {**BRIEF, **rules})
        return [
            f"{one['id']}: {node['target']} {node['html'][:90]}"
            for one in found
            for node in one["nodes"]
        ]

    return violations


# Before the next one, which has axe do what the browser complains of.
def test_on_a_phone_nothing_is_cut_or_scrolls_sideways(shown: Any) -> None:
    """390 pixels wide, and the same at twice the size of letters; a finger can press all of it."""
    for width in (390, 320):
        shown.set_viewport_size({"width": width, "height": 844})
        for _ in _panes(shown):
            assert shown.evaluate(CUT) == [], width
            assert shown.evaluate(SMALL) == []
    assert shown.expected_faults is None or shown.faults == []


def test_axe_finds_nothing(shown: Any, axe: Callable[[Any], list[str]]) -> None:
    """In three widths, light and dark; and there is one title, and nothing but for a mouse."""
    assert shown.locator("h1").count() <= 1
    assert shown.locator("main").count() == 1
    assert "judge" in shown.title()
    pressed = "button, a[href], input, select, textarea, [role=tab], [role=separator]"
    lost = "all => all.filter(one => one.tabIndex < 0 && !one.matches('[role=tab]')).length"
    assert shown.locator(pressed).evaluate_all(lost) == 0
    found = []
    for width, height in WIDTHS.items():
        shown.set_viewport_size({"width": width, "height": height})
        for _ in _panes(shown):
            for theme, rules in RULES.items():
                shown.emulate_media(color_scheme=theme)
                found += [f"{width} {theme} {one}" for one in axe(rules)]
    assert found == []


def test_a_problem_is_solved_by_keys_alone(page: Any, facts: Facts) -> None:
    """From the list to the verdict and into its pane; the splitters and tabs move too."""
    _list(page, facts)
    active = "document.activeElement"
    assert page.evaluate(f"{active}.type") == "search"
    page.keyboard.type("lowest common")
    page.keyboard.press("Enter")
    page.wait_for_selector(EDITOR)
    page.wait_for_function(f"() => {active}.matches('.cm-content')")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(WRONG)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("section.below[data-state=done] .result")
    assert page.evaluate(f"{active}.matches('.cm-content')"), "typing goes on"
    page.keyboard.press("Alt+3")
    page.wait_for_function(f"() => {active}.id === 'below-panel'")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(f"{active}.id") == "below-result"
    page.keyboard.press("ArrowLeft")
    page.wait_for_selector("#input-root")
    page.keyboard.press("Alt+1")
    page.wait_for_function(f"() => {active}.id === 'left-panel'")
    page.get_by_role("separator", name="Width of the statement").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(f"{active}.getAttribute('aria-valuenow')") == "47"
    page.keyboard.press("Shift+?")
    page.get_by_role("dialog").wait_for()
    assert "submit" in page.get_by_role("dialog").inner_text()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")


@pytest.mark.parametrize("way", ["Escape", "Control+m"])
def test_the_editor_is_no_trap_for_keys(page: Any, facts: Facts, way: str) -> None:
    """Tab indents, until one of both ways says otherwise; the label tells it."""
    open_problem(page, facts.server)
    type_text(page, "x")
    assert "Escape, then Tab" in page.locator(EDITOR).get_attribute("aria-label")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.cm-content')")
    page.keyboard.press(way)
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('.cm-editor')")


def test_the_first_tab_skips_to_the_content(page: Any, facts: Facts) -> None:
    show(page, facts.server, "/settings")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_nothing_moves_for_who_wants_that(page: Any, facts: Facts) -> None:
    """The caret does not blink either."""
    page.emulate_media(reduced_motion="reduce")
    open_problem(page, facts.server)
    type_text(page, "x")
    page.wait_for_selector(".cm-cursorLayer", state="attached")
    assert page.evaluate("document.getAnimations().length") == 0
    blink = "getComputedStyle(document.querySelector('.cm-cursorLayer')).animationDuration"
    assert page.evaluate(blink) in ("0s", "1200ms", "0ms", "")
    page.emulate_media(reduced_motion="no-preference")


def test_borders_stay_where_colours_are_the_systems(page: Any, facts: Facts) -> None:
    """The counterexample's marks are lines and letters then."""
    page.emulate_media(forced_colors="active")
    _problem(page, facts)
    assert page.locator("g.marked .letter").count() >= 1
    outline = "one => getComputedStyle(one).outlineStyle"
    assert page.locator(".result mark").first.evaluate(outline) == "solid"


def test_a_phone_types_submits_and_reads_by_touch(
    browser: Any, facts: Facts, request: pytest.FixtureRequest
) -> None:
    """One pane at a time; the result comes forward by itself."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    open_problem(page, facts.server)
    bar = page.get_by_role("group", name="Panes")
    bar.get_by_role("button", name="Statement").tap()
    assert page.locator("article pre").first.is_visible()
    bar.get_by_role("button", name="Code").tap()
    page.locator(EDITOR).tap()
    assert page.locator(EDITOR).evaluate("one => parseFloat(getComputedStyle(one).fontSize)") >= 16
    type_text(page, WRONG)
    bar.get_by_role("button", name="Submit").tap()
    page.wait_for_selector("section.below[data-state=done] .result", timeout=120_000)
    assert page.locator(".result svg").first.is_visible()
    assert page.evaluate(CUT) == []
    context.close()
