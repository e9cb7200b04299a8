"""The result of a submission in Chromium: each picture, its text, and what is hostile."""

import json
from pathlib import Path
from typing import Any

import pytest

from judge.cli.render.page_measured import measured_view
from judge.reports.report import Growth, Growths, Ladder, Point, Rung, Runtime
from tests.judge.cli.reports import report
from tests.judge.service.served import Served

pytestmark = pytest.mark.needs("chromium", "full")

SOLUTIONS = Path(__file__).parents[3] / "solutions"
FEW = """
from solution import TreeNode, lowest_common_ancestor

def test_the_root():
    root = TreeNode(1, TreeNode(2), TreeNode(3))
    assert lowest_common_ancestor(root, root.left, root.right) is root
"""
HOSTILE = """
print("<img src=x onerror=alert(1)>")
def lowest_common_ancestor(root, p, q):
    print("</code><script>document.title = 'taken'</script>")
    print(chr(0x202e) + "olleh" + chr(27) + "]0;title" + chr(7) + "[red]x[/red]")
    print("javascript:alert(1) " + "x" * 5_000)
    raise ValueError("<svg onload=alert(1)>" + chr(0x2066) + chr(0x200b))
"""


def judged(server: Served, problem: str, source: str) -> str:
    """Return the id of a submission, once it is judged."""
    body = {"problem": problem, "source": source}
    identity: str = server.ask("/v1/submissions", body)["id"]
    server.report_of(identity, 300.0)
    return identity


def solution(problem: str, name: str) -> str:
    return next((SOLUTIONS / problem).glob(f"*/{name}.*")).read_text()


def show(page: Any, server: Served, identity: str) -> Any:
    """Open a submission's screen and return its result."""
    page.goto(f"{server.url}/submissions/{identity}")
    page.wait_for_selector(".result")
    return page.locator(".result")


def open_problem(page: Any, server: Served, slug: str, source: str) -> None:
    page.goto(f"{server.url}/problems/{slug}")
    page.wait_for_selector(".cm-content")
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(source)


def test_a_wrong_answer_on_a_tree_is_drawn(page: Any, server: Served) -> None:
    """Its marked nodes have letters, and the same facts stand below as text."""
    identity = judged(server, "lca", "def lowest_common_ancestor(root, p, q):\n    return q\n")
    view = server.ask(f"/v1/submissions/{identity}?view=page")["view"]
    result = show(page, server, identity)
    assert result.locator("h2").inner_text() == "WA wrong answer"
    tree = result.get_by_role("img")
    told = tree.get_attribute("aria-label")
    assert told == view["alt"]
    nodes = view["arguments"][0]["draw"]["nodes"]
    assert tree.locator("g.node").count() == len(nodes) >= 2
    assert tree.locator("line.edge").count() == len(nodes) - 1
    assert sorted(tree.locator("g.marked .letter").all_text_contents()) == ["p", "q"]
    result.get_by_text("As text").click()
    assert result.locator("figure details p").inner_text() == told
    expected, yours = (result.get_by_label(one, exact=True) for one in ("Expected", "Yours"))
    marked = expected.locator("mark.missing").inner_text(), yours.locator("mark").inner_text()
    assert marked == (view["expected"]["text"], view["actual"]["text"])
    assert "judge run lca" in result.get_by_label("Play it again").inner_text()


def test_linked_lists_are_drawn_as_chains(page: Any, server: Served) -> None:
    """Nodes with arrows between them, in lines that a phone shows whole; many below each other."""
    source = solution("merge-k-lists", "falling_order")
    identity = judged(server, "merge-k-lists", source)
    drawn = server.ask(f"/v1/submissions/{identity}?view=page")
    view = drawn["view"]
    view["arguments"][0]["draw"]["chains"] = chains = [
        ["1", "4", "5"],
        [],
        [*map(str, range(100_000, 100_008)), "... 52 more ...", "7"],
    ]
    view["alt"] = "lists is 3 linked lists"
    page.route(f"**/v1/submissions/{identity}?view=page", lambda route: route.fulfill(json=drawn))
    page.set_viewport_size({"width": 390, "height": 844})
    result = show(page, server, identity)
    picture = result.get_by_role("img")
    assert picture.get_attribute("aria-label") == view["alt"]
    assert picture.locator("g.node text").all_text_contents() == [
        text for chain in chains for text in chain if not text.startswith("...")
    ]
    assert picture.locator("g.left-out text").all_text_contents() == ["empty", "... 52 more ..."]
    assert picture.locator("path.arrow").count() == 2 + 9
    assert picture.bounding_box()["width"] <= 330
    tops = {round(one.bounding_box()["y"]) for one in picture.locator("g.node rect").all()}
    assert len(tops) >= 4, "a long one goes on in the next line"


def test_a_wrong_answer_on_a_linked_list_is_drawn(page: Any, server: Served) -> None:
    """As the server's own view has it, and as text."""
    source = solution("reverse-linked-list", "stops_before_the_last")
    identity = judged(server, "reverse-linked-list", source)
    view = server.ask(f"/v1/submissions/{identity}?view=page")["view"]
    result = show(page, server, identity)
    texts = result.locator("svg.chains g.node text").all_text_contents()
    assert [texts] == view["arguments"][0]["draw"]["chains"]
    result.get_by_text("As text").click()
    assert result.locator("figure details p").inner_text() == view["alt"]


def test_a_slow_query_shows_both_plans(page: Any, server: Served) -> None:
    """Step by step, those inside others further in; and what it cost in words."""
    identity = judged(server, "slow-query", solution("slow-query", "no_index"))
    view = server.ask(f"/v1/submissions/{identity}?view=page")["view"]
    cost = show(page, server, identity).get_by_label("Cost", exact=True)
    assert view["cost"]["text"] in cost.inner_text()
    plans = [plan for plan in view["cost"]["plans"] if plan["steps"]]
    assert [plan["name"] for plan in plans] == ["your plan", "the reference's plan"]
    shown = cost.locator("ul.plan")
    for place, plan in enumerate(plans):
        steps = shown.nth(place).locator("li")
        assert steps.all_inner_texts() == [step["text"] for step in plan["steps"]]
        left = [one.bounding_box()["x"] for one in steps.all()]
        depths = [step["depth"] for step in plan["steps"]]
        assert sorted(set(left)) == [left[depths.index(depth)] for depth in sorted(set(depths))]


def test_the_wrong_call_is_marked_in_words_too(page: Any, server: Served) -> None:
    source = solution("lru-cache", "get_does_not_refresh")
    identity = judged(server, "lru-cache", source)
    calls = server.ask(f"/v1/submissions/{identity}?view=page")["view"]["calls"]
    result = show(page, server, identity)
    assert result.locator("table.calls tbody tr").count() == len(calls) >= 5
    (last,) = (one for one in calls if one["mark"])
    assert result.locator("table.calls tr.wrong td").all_inner_texts() == [
        str(last["n"]),
        last["call"],
        last["expected"],
        f"{last['actual']} differs",
    ]


def test_rows_of_a_query_stand_in_tables(page: Any, server: Served) -> None:
    result = show(page, server, judged(server, "slow-query", solution("slow-query", "no_end")))
    captions = result.locator("table.rows caption").all_inner_texts()
    assert [one.partition(":")[0] for one in captions][-2:] == ["expected", "actual"]
    assert {"users", "orders", "items"} <= {one.partition(":")[0] for one in captions}
    assert "differs" in result.locator("table.rows tr.wrong").first.inner_text()


def test_a_schedule_has_a_column_for_each_thread(page: Any, server: Served) -> None:
    source = solution("race-condition", "lost_update")
    result = show(page, server, judged(server, "race-condition", source))
    table = result.locator("table.schedule")
    assert table.locator("th").all_inner_texts() == ["thread 1", "thread 2"]
    assert table.locator("tbody tr").count() >= 4
    assert table.locator("tr.switched").count() >= 1
    assert "preemption" in result.get_by_label("Schedule", exact=True).inner_text()


def test_a_suite_of_tests_has_a_kill_table(page: Any, server: Served) -> None:
    result = show(page, server, judged(server, "test-lca", FEW))
    score = result.get_by_label("Score", exact=True)
    assert score.locator("h3").inner_text().startswith("Caught ")
    row = score.locator("table.kills tbody tr")
    assert row.locator("td").first.inner_text() == "test_the_root"
    assert row.get_by_role("meter").count() == 1


def test_what_was_measured_is_drawn(page: Any, server: Served) -> None:
    """Ratio, growth and ladder of figures that are known, as the server's view has them."""
    identity = judged(server, "lca", solution("lca", "reference"))
    points = [
        Point(n=10**k, cpu_seconds=1e-6 * 10**k, reference_cpu_seconds=1e-6 * 5**k)
        for k in range(1, 5)
    ]
    ratio = Runtime(
        ratio=1.5,
        low=1.25,
        high=1.75,
        cpu_seconds=0.003,
        reference_cpu_seconds=0.002,
        points=points,
    )
    figures = measured_view(
        report(
            runtime=ratio,
            growth=Growths(time=Growth(measured="n", reference="sqrt n")),
            ladder=Ladder(
                rank=2, of=3, rungs=[Rung(name="a", ratio=0.5), Rung(name="b", ratio=2.0)]
            ),
        )
    )

    drawn = server.ask(f"/v1/submissions/{identity}?view=page")
    drawn["view"] |= figures
    page.route(f"**/v1/submissions/{identity}?view=page", lambda route: route.fulfill(json=drawn))
    result = show(page, server, identity)
    bar = result.get_by_label("Runtime", exact=True).get_by_role("img")
    assert bar.get_attribute("aria-label").startswith("1.50x the reference (1.25-1.75)")
    box = bar.locator("rect.interval").bounding_box()
    assert abs(box["width"] - 0.5 / 2.5 * 296) < 3
    growth = result.get_by_label("Growth", exact=True)
    assert growth.locator("g.curve.yours circle").count() == 4
    assert growth.locator("g.curve.reference rect").count() == 4
    assert "yours grows like n; reference grows like sqrt n" in growth.get_by_role(
        "img"
    ).get_attribute("aria-label")
    growth.get_by_text("The figures").click()
    assert growth.locator("tbody tr").last.locator("td").all_inner_texts() == [
        "10,000",
        "10 ms",
        "0.625 ms",
    ]
    rungs = result.locator("ol.ladder li")
    assert rungs.all_inner_texts() == ["a 0.50x", "yours, here 1.50x", "b 2.00x"]
    assert rungs.nth(1).get_attribute("aria-current") == "true"


def test_hostile_text_is_text(page: Any, server: Served) -> None:
    """Markup, directions, terminal codes and 5,000 characters: nothing runs, all is readable."""
    result = show(page, server, judged(server, "lca", HOSTILE))
    text = result.inner_text()
    assert result.locator("h2").inner_text() == "RTE run-time error"
    for shown in (
        "<img src=x onerror=alert(1)>",
        "</code><script>document.title = 'taken'</script>",
        "\\u202eolleh\\x1b]0;title\\x07[red]x[/red]",
        "x" * 1_000,
        "ValueError: <svg onload=alert(1)>\\u2066\\u200b",
    ):
        assert shown in text
    assert not {"\u202e", "\u2066", "\u200b", "\x1b", "\x07"} & set(text)
    assert result.locator("img, script, svg[onload], a[href^='javascript:']").count() == 0
    assert "taken" not in page.title()
    isolated = "one => getComputedStyle(one).unicodeBidi"
    assert set(result.locator("code").evaluate_all(f"all => all.map({isolated})")) == {"isolate"}
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0


def test_a_line_leads_into_the_text_while_it_is_the_same(page: Any, server: Served) -> None:
    """And the counterexample can be taken as an input, and saved as a test."""
    source = "def lowest_common_ancestor(root, p, q):\n    print('hi')\n    return root.nothing\n"
    open_problem(page, server, "lca", source)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("section.below[data-state=done] .result")
    page.locator(".result button.link").first.click()
    # The editor moves in the next frame, once the phone's tab that holds it is shown.
    active = "document.querySelector('.cm-activeLine').textContent.trim()"
    page.wait_for_function(f"() => {active} === 'return root.nothing'", timeout=5_000)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as test").click()
    assert download.value.suggested_filename == "test_lca.py"
    assert "def test_" in Path(download.value.path()).read_text()
    before = page.locator(".result").count()
    page.get_by_role("button", name="Add to inputs").click()
    page.wait_for_selector("#input-root")
    assert before == 1


def test_an_input_that_cannot_be_read_is_marked_before_anything_is_sent(
    page: Any, server: Served
) -> None:
    """Python's words are understood; each input then has its outcome."""
    open_problem(page, server, "lca", "def lowest_common_ancestor(root, p, q):\n    return root\n")
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.post_data) if "/runs" in one.url else None)
    while page.get_by_role("button", name="Remove").count():
        page.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Add", exact=True).click()
    page.fill("#input-root", "[1, 2,, 3]")
    assert page.locator("#input-root").get_attribute("aria-invalid") == "true"
    assert "Character 7" in page.locator("#input-root-fault").inner_text()
    page.get_by_role("button", name="Run").click()
    page.wait_for_selector("text=Input 1 cannot be read")
    assert asked == []
    for name, text in (("root", "(2, None, 3,)"), ("p", "2"), ("q", "3")):
        page.fill(f"#input-{name}", text)
    page.get_by_role("button", name="Run").click()
    page.wait_for_selector("text=The input passed")
    assert json.loads(asked[0])["inputs"] == [{"root": [2, None, 3], "p": 2, "q": 3}]
    assert page.get_by_role("button", name="1 passed").count() == 1


READ = [
    ("[1, None, True]", "[1,null,true]"),
    ("(1,)", "[1]"),
    ("{'a': 5.0}", '{"a":5.0}'),
    ("9007199254740993", "9007199254740993"),
    ("1_000", "1000"),
    ("'it\\'s \\u00e9'", '"it\'s \u00e9"'),
]
UNREADABLE = [
    ("", "a value is missing"),
    ("[1", "a closing ] is missing"),
    ("(1)", "or a tuple as (1,)"),
    ("01", "a number begins with 0"),
    ("abc", "abc is no value"),
    ("1 2", "more than one value"),
    ("[1,\n2,\nx]", "Line 3"),
    ("[" * 200, "nested deeper than 100"),
]


def test_what_is_typed_is_sent_as_it_is_meant(page: Any, server: Served) -> None:
    """No number becomes one of the browser's, and what cannot be read says where."""
    open_problem(page, server, "lca", "def lowest_common_ancestor(root, p, q):\n    return root\n")
    asked: list[str] = []

    def answer(route: Any) -> None:
        asked.append(route.request.post_data)
        route.fulfill(json={"cases": []})

    page.route("**/v1/runs**", answer)
    for text, sent in READ:
        page.fill("#input-root", text)
        with page.expect_response("**/v1/runs**"):
            page.get_by_role("button", name="Run").click()
        assert f'"root":{sent},' in asked[-1], text
    for text, reason in UNREADABLE:
        page.fill("#input-root", text)
        assert reason in page.locator("#input-root-fault").inner_text(), text
