"""How a submission stands is told as it is: waiting, running, known, gone, refused, cancelled.

Before a real server; only what a server seldom does (to be busy, to fail) is put into its mouth.
"""

import contextlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from judge.cli.render.page_view import report_view
from judge.problems.catalog import default_catalog
from judge.reports.report import to_json
from judge.submission import Submission
from judge.verdict import Verdict
from tests.faces.page.signing_in import sign_in
from tests.faces.page.typing_people import EDITOR, open_problem, text_of, type_text
from tests.judge.cli.reports import report
from tests.judge.service.served import Served, environment_of
from tests.waiting import until

pytestmark = pytest.mark.needs("chromium", "full")

RIGHT = (Path(__file__).parents[3] / "examples" / "lca.py").read_text()
WRONG = "def lowest_common_ancestor(root, p, q):\n    return root\n"
ENDLESS = "def lowest_common_ancestor(root, p, q):\n    while True: pass\n"
BELOW = "section.below"
#: Keeps every state and its words, in their order.
WATCH = """
window.seen = [];
const look = () => {
  const below = document.querySelector("section.below");
  if (below === null) return;
  const told = below.querySelector("[role=status]").textContent.trim();
  const one = JSON.stringify([below.dataset.state, told]);
  if (window.seen.at(-1) !== one) window.seen.push(one);
};
new MutationObserver(look).observe(document,
  { subtree: true, childList: true, attributes: true, characterData: true });
"""
#: Has the page believe that it is not, or is, in view.
HIDE = """
hidden => {
  Object.defineProperty(document, "visibilityState",
    { configurable: true, get: () => hidden ? "hidden" : "visible" });
  document.dispatchEvent(new Event("visibilitychange"));
}
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of one worker; the page asks it to measure times."""
    state = str(tmp_path_factory.mktemp("state"))
    served = Served(environment_of(JUDGE_STATE_DIR=state, JUDGE_WORKERS="1"))
    yield served
    served.stop()


def write(page: Any, server: Served, source: str) -> None:
    """Open the problem with a text, and have each state from now on kept."""
    page.add_init_script(WATCH)
    open_problem(page, server)
    type_text(page, source)


def submit(page: Any) -> None:
    page.keyboard.press("Control+Enter")


def wait_for(page: Any, state: str) -> None:
    page.wait_for_selector(f"{BELOW}[data-state={state}]")


def told(page: Any) -> str:
    return str(page.locator(f"{BELOW} [role=status]").first.inner_text())


def seen(page: Any) -> list[tuple[str, str]]:
    return [tuple(json.loads(one)) for one in page.evaluate("window.seen")]


def all_of(server: Served) -> list[dict[str, Any]]:
    """Return every submission, newest first."""
    found: Any = server.ask("/v1/submissions")["submissions"]
    return list(found)


def new_of(server: Served, before: int) -> list[dict[str, Any]]:
    found = all_of(server)
    return found[: len(found) - before]


@contextlib.contextmanager
def busy(server: Served) -> Iterator[None]:
    """Keep the worker busy, so that whatever comes now waits."""
    ahead = [server.submit(f"{ENDLESS}# {n}", query="")["id"] for n in range(3)]
    yield
    for identity in ahead:
        cancel(server, identity)


def cancel(server: Served, identity: str) -> None:
    with contextlib.suppress(ValueError, OSError):  # no content is no JSON; it may be over
        server.ask(f"/v1/submissions/{identity}", method="DELETE")


def posts(page: Any, answer: Callable[[Any, int], None]) -> list[str]:
    """Have each submission that is sent answered by `answer`; return their keys as they come."""
    keys: list[str] = []

    def sent(route: Any) -> None:
        if route.request.method != "POST":
            route.fallback()
            return
        keys.append(route.request.headers["idempotency-key"])
        answer(route, len(keys))

    page.route("**/v1/submissions", sent)
    return keys


def test_nothing_is_handed_in_yet(page: Any, server: Served) -> None:
    write(page, server, WRONG)
    wait_for(page, "idle")
    assert told(page) == ""
    page.get_by_role("tab", name="Result").click()
    assert "Nothing is submitted yet." in page.inner_text("#below-panel")


def test_an_accepted_text_is_told_before_its_time_is_measured(page: Any, server: Served) -> None:
    """Sent, queued or begun, running, known, done; and the words of each."""
    write(page, server, RIGHT)
    submit(page)
    wait_for(page, "done")
    states = [state for state, _ in seen(page)]
    order = ["idle", "sending", "queued", "running", "known", "done"]
    assert [one for one in order if one in states] == list(dict.fromkeys(states))
    assert {"sending", "queued", "known", "done"} <= set(states)
    words = dict(seen(page))
    assert words["sending"] == "Sending ..."
    assert words["queued"].startswith("Queued")
    assert words["known"].startswith("AC: ")
    assert words["known"].endswith("Its time is being measured.")
    assert words["done"].startswith("AC: ")
    assert page.locator(".result").get_by_label("Runtime", exact=True).count() == 1


def test_who_waits_is_told_how_many_are_ahead(page: Any, server: Served) -> None:
    """And it runs once it is its turn."""
    write(page, server, WRONG)
    with busy(server):
        submit(page)
        page.wait_for_selector(f"{BELOW} >> text=/Queued, [1-3] ahead/")
    wait_for(page, "done")
    assert told(page).startswith("WA: ")


def test_a_running_one_can_be_cancelled(page: Any, server: Served) -> None:
    """And nothing of it comes back with a reload."""
    write(page, server, ENDLESS)
    submit(page)
    wait_for(page, "running")
    assert told(page) == "Running ..."
    page.get_by_role("button", name="Cancel").click()
    wait_for(page, "cancelled")
    assert told(page) == "Cancelled."
    until(lambda: all_of(server)[0]["status"] == "cancelled")
    page.reload()
    page.wait_for_selector(EDITOR)
    assert page.locator(f"{BELOW}[data-state=idle]").count() == 1


@pytest.mark.parametrize("press", ["submit", "cancel"])
def test_a_press_that_has_no_id_yet_is_cancelled_all_the_same(
    page: Any, server: Served, press: str
) -> None:
    """By a second press, or by Cancel, before the server has answered the first."""
    before = len(all_of(server))
    held: list[Any] = []
    keys = posts(page, lambda route, n: held.append(route) if n == 1 else route.continue_())
    write(page, server, ENDLESS)
    submit(page)
    until_in_page(page, lambda: len(held) == 1)
    if press == "submit":
        type_text(page, WRONG)
        submit(page)
        until_in_page(page, lambda: len(keys) == 2)
    else:
        page.get_by_role("button", name="Cancel").click()
        wait_for(page, "cancelled")
    held[0].continue_()
    until_in_page(page, lambda: _endless(server, before) == ["cancelled"])
    if press == "submit":
        wait_for(page, "done")
        assert told(page).startswith("WA: ")
    else:
        assert told(page) == "Cancelled."
    assert len(new_of(server, before)) == len(set(keys)) == (2 if press == "submit" else 1)


def _endless(server: Served, before: int) -> list[str]:
    """Return how the endless ones among the new submissions stand."""
    return [one["status"] for one in new_of(server, before) if one["verdict"] != "WA"]


def until_in_page(page: Any, holds: Callable[[], bool]) -> None:
    """Wait as `until` does, while the routes of the page are served."""

    def look() -> bool:
        page.wait_for_timeout(20)
        return holds()

    until(look, 60.0)


def test_a_lost_answer_is_asked_for_again_and_nothing_is_judged_twice(
    page: Any, server: Served
) -> None:
    """The server has it, the browser does not know: the same key goes out once more."""
    before = len(all_of(server))
    ids: list[str] = []

    def lose(route: Any, n: int) -> None:
        if n > 2:
            route.continue_()
        else:
            # As the same owner, by the token: the strict cookie is the browser's alone.
            key = {"Idempotency-Key": route.request.headers["idempotency-key"]}
            ids.append(server.ask("/v1/submissions", route.request.post_data_json, key)["id"])
            route.abort()

    keys = posts(page, lose)
    write(page, server, WRONG)
    submit(page)
    wait_for(page, "done")
    assert any(words.startswith("The server does not answer") for _, words in seen(page))
    assert (len(keys), len(set(keys)), len(set(ids))) == (3, 1, 1)
    assert [one["id"] for one in new_of(server, before)] == ids[:1]
    page.expected_faults = None  # the browser tells of each


def test_a_busy_server_is_asked_again_when_it_says(page: Any, server: Served) -> None:
    """Its reason is shown, the seconds are counted down, and it goes on by itself."""
    before = len(all_of(server))
    busy = {"detail": "30 submissions a minute are judged; wait", "status": 429}
    headers = {"Retry-After": "1", "Content-Type": "application/problem+json"}

    def answer(route: Any, n: int) -> None:
        if n > 1:
            route.continue_()
        else:
            route.fulfill(status=429, headers=headers, body=json.dumps(busy))

    keys = posts(page, answer)
    write(page, server, WRONG)
    submit(page)
    wait_for(page, "waiting")
    assert told(page) == busy["detail"]
    assert page.locator(f"{BELOW} .stand span").inner_text() == "Sent again in 1 s."
    wait_for(page, "done")
    assert (len(keys), len(set(keys)), len(new_of(server, before))) == (2, 1, 1)
    page.expected_faults = None


def test_what_is_refused_says_why(page: Any, server: Served) -> None:
    """In the server's own words, here of a language that the problem has not."""

    def change(route: Any, n: int) -> None:
        body = {**route.request.post_data_json, "language": "cobol"}
        route.continue_(post_data=json.dumps(body))

    posts(page, change)
    write(page, server, WRONG)
    submit(page)
    wait_for(page, "refused")
    assert told(page) == "lca is solved in python"
    assert page.get_by_role("button", name="Cancel").count() == 0
    page.expected_faults = None


def test_a_submission_that_the_server_forgot_is_called_so(page: Any, server: Served) -> None:
    """A reload finds its id in this browser, and the server has no such row any more."""
    write(page, server, WRONG)
    kept = {"key": "k" * 32, "source": WRONG, "id": "A" * 22, "timing": False}
    page.evaluate("text => localStorage.setItem('judge.submission.lca', text)", json.dumps(kept))
    page.reload()
    wait_for(page, "refused")
    assert told(page) == "The server no longer has this submission."
    page.expected_faults = None


def test_a_fault_of_the_judge_is_called_so(page: Any, server: Served) -> None:
    """With the id by which whoever runs the server finds it."""
    fault = report(Verdict.INTERNAL_ERROR, summary="the sandbox did not start", failure=None)
    told_of = {
        "report": to_json(fault),
        "view": report_view(fault, default_catalog().get("lca"), Submission(b"", "lca.py")),
        "mark": None,
    }
    write(page, server, WRONG)

    def say(route: Any) -> None:
        row = server.ask(f"/v1/submissions/{route.request.url.split('/')[-2]}?view=page")
        body = f"event: report\nid: end\ndata: {json.dumps(row | told_of)}\n\n"
        route.fulfill(headers={"Content-Type": "text/event-stream"}, body=body)

    page.route("**/events?view=page", say)
    submit(page)
    wait_for(page, "done")
    assert told(page).startswith("IE: the sandbox did not start")
    assert "the judge's own fault, not yours" in told(page)
    assert all_of(server)[0]["id"] in told(page)


def test_a_server_that_is_gone_is_said_and_asked_until_it_is_back(
    page: Any, server: Served
) -> None:
    """What is known stays; typing goes on; and the report comes by itself."""
    write(page, server, WRONG)
    with busy(server):
        submit(page)
        page.wait_for_selector(f"{BELOW} >> text=/^Queued/")
        _cut_the_stream(page)
    wait_for(page, "done")
    assert told(page).startswith("WA: ")
    assert "does not answer" not in told(page)
    page.expected_faults = None


def _cut_the_stream(page: Any) -> None:
    # Streams that are open outlive what Chromium calls offline: this one is cut, as by a proxy.
    page.route("**/events?view=page", lambda route: route.abort())
    page.evaluate(HIDE, True)
    page.evaluate(HIDE, False)
    page.wait_for_selector(
        f"{BELOW} >> text=The server does not answer; asked again until it does."
    )
    assert "Queued" in told(page)
    page.unroute("**/events?view=page")


def test_only_a_visible_page_has_a_stream(page: Any, server: Served) -> None:
    """One; when it is hidden it lets go of it, so that many tabs leave room for each other."""
    streams: list[Any] = []
    over: list[Any] = []
    page.on("request", lambda one: streams.append(one) if "/events" in one.url else None)
    for event in ("requestfinished", "requestfailed"):
        page.on(event, lambda one: over.append(one) if "/events" in one.url else None)
    write(page, server, WRONG)
    with busy(server):
        submit(page)
        page.wait_for_selector(f"{BELOW} >> text=/^Queued, /")
        assert (len(streams), len(over)) == (1, 0)
        page.evaluate(HIDE, True)
        until_in_page(page, lambda: len(over) == 1)
        page.wait_for_timeout(700)
        assert len(streams) == 1, "a hidden page asks for nothing"
        page.evaluate(HIDE, False)
    wait_for(page, "done")
    assert len(streams) == 2
    page.expected_faults = None


def test_seven_tabs_leave_room_for_a_question(context: Any, page: Any, server: Served) -> None:
    """Each has a submission that is judged; all but the last are in the background."""
    tabs = [page, *(context.new_page() for _ in range(6))]
    for number, tab in enumerate(tabs):
        write(tab, server, f"{ENDLESS}# tab {number}")
        submit(tab)
        tab.wait_for_selector(f"{BELOW}:is([data-state=queued], [data-state=running])")
        tab.evaluate(HIDE, True)
    began = page.evaluate("performance.now()")
    status = page.evaluate("fetch('/healthz').then(answer => answer.status)")
    assert status == 200
    # A stream is let go of at the first moment, while a busy connection waits for a verdict.
    assert page.evaluate("performance.now()") - began < 10_000
    # The newest has taken the place of the others, and need not reach its limit.
    cancel(server, all_of(server)[0]["id"])
    for tab in tabs:
        tab.evaluate(HIDE, False)
        tab.wait_for_selector(f"{BELOW}:is([data-state=cancelled], [data-state=done])")
    page.expected_faults = None


def test_a_result_is_of_the_text_that_was_judged(page: Any, server: Served) -> None:
    """The one in the editor, saved or not; once more is typed, it is an earlier text's."""
    write(page, server, WRONG)
    submit(page)
    wait_for(page, "done")
    row = server.ask(f"/v1/submissions/{all_of(server)[0]['id']}/source")
    assert row["source"] == WRONG
    page.keyboard.insert_text("# more")
    assert "(of an earlier text)" in told(page)
    assert "This is the result of an earlier text." in page.inner_text(".result")
    assert page.locator(".cm-lint-marker").count() == 0
    active = "document.activeElement.classList.contains('cm-content')"
    assert page.evaluate(active), "a result takes no focus"


def test_a_result_is_there_after_a_reload(page: Any, server: Served) -> None:
    """Without a second submission, and of every problem its own."""
    write(page, server, WRONG)
    submit(page)
    wait_for(page, "done")
    count = len(all_of(server))
    page.reload()
    wait_for(page, "done")
    assert page.locator(".result h2").inner_text().startswith("WA")
    assert len(all_of(server)) == count
    page.goto(f"{server.url}/problems/kth-largest")
    page.wait_for_selector(EDITOR)
    assert page.locator(f"{BELOW}[data-state=idle]").count() == 1
    assert page.locator("#input-nums").count() == 1
    assert page.locator("#input-root").count() == 0


@pytest.mark.slow
def test_a_server_that_dies_while_it_judges(context: Any, tmp_path: Path) -> None:
    """The page opens without it, the text is there, and the verdict comes after its return."""
    environment = environment_of(JUDGE_STATE_DIR=str(tmp_path / "state"), JUDGE_WORKERS="1")
    server = Served(environment)
    page = context.new_page()
    sign_in(page, server, "lca")
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    page.reload()
    page.wait_for_selector(EDITOR)
    type_text(page, ENDLESS)
    submit(page)
    wait_for(page, "running")
    server.kill()
    page.wait_for_selector(f"{BELOW} >> text=The server does not answer")
    page.reload()
    page.wait_for_selector(EDITOR)
    assert text_of(page).rstrip("\n") == ENDLESS.rstrip("\n")
    again = Served(environment, server.port)
    wait_for(page, "done")
    assert told(page).startswith("TLE: ")
    assert len(all_of(again)) == 1
    again.stop()
