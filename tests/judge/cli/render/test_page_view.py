"""Views of the page: what a browser shows of a report, with nothing left for it to decide."""

import ast
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from judge.cli.render.page_view import TEXT_CHARACTERS, difference, played_view, report_view
from judge.cli.render.tree import chain_texts
from judge.problems.catalog import default_catalog
from judge.reports.report import Failure, Played
from judge.submission import Submission
from judge.verdict import Verdict
from tests.judge.cli.reports import HOSTILE, failure, hostile_report, report

MINE = Submission(b"def lowest_common_ancestor(root, p, q):\n    return root\n", "lca.py", "python")
PROBLEMS = default_catalog()


def view(given: Failure | None = None, verdict: Verdict = Verdict.WRONG_ANSWER) -> dict[str, Any]:
    """Return the view of a failure of lca."""
    whole = report(verdict, failure=given or failure())
    return report_view(whole, PROBLEMS.get("lca"), MINE)


def texts(value: Any) -> Iterator[str]:
    """Find every text of a JSON value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def test_a_wrong_answer_on_a_tree_is_whole() -> None:
    """The tree with its nodes marked, both answers, and where they part; as text too."""
    found = view(failure(arguments={"root": [1, 2, 3], "p": 2, "q": 3}, expected=1, actual=3))
    root, p, q = found["arguments"]
    assert (root["name"], root["text"]) == ("root", "[1, 2, 3]")
    assert root["draw"] == {
        "kind": "tree",
        "nodes": [
            {"text": "1", "left": 1, "right": 2, "mark": ""},
            {"text": "2", "left": None, "right": None, "mark": "p"},
            {"text": "3", "left": None, "right": None, "mark": "q"},
        ],
    }
    assert (p["text"], p["draw"], q["text"]) == ("2", None, "3")
    assert (found["expected"], found["actual"]) == ({"text": "1"}, {"text": "3"})
    assert found["difference"] == [
        {"text": "1", "mark": "missing"},
        {"text": "3", "mark": "extra"},
    ]
    assert found["alt"].startswith(
        "root is a tree of 3 nodes: 1 with children 2 (p) and 3 (q); p is 2"
    )
    assert found["replay"].startswith("judge run lca lca.py --input ")
    assert [one["name"] for one in found["figures"]] == ["memory", "limits"]
    assert "256 MiB" in found["figures"][1]["text"]


@pytest.mark.parametrize(
    ("expected", "actual", "texts"),
    [
        ([5.0], [5], ("[5.0]", "[5]")),
        (2**53 + 1, 2**53, ("9007199254740993", "9007199254740992")),
        (True, 1, ("True", "1")),
        (None, {"float": "nan"}, ("None", "nan")),
        ("a\u200b", "a", ("'a\\u200b'", "'a'")),
    ],
)
def test_what_a_browser_cannot_tell_apart_is_told(
    expected: Any, actual: Any, texts: tuple[str, str]
) -> None:
    """Its numbers have no decimal point and 53 bits."""
    found = view(failure(expected=expected, actual=actual))
    assert (found["expected"]["text"], found["actual"]["text"]) == texts
    assert found["difference"] is not None


def test_a_difference_is_what_lies_between_what_both_have() -> None:
    assert difference("[1, 2]", "[1, 2]") is None
    parts = difference("[1, 2, 4]", "[1, 9, 4]")
    assert parts is not None
    assert "".join(one["text"] for one in parts if one["mark"] != "extra") == "[1, 2, 4]"
    assert "".join(one["text"] for one in parts if one["mark"] != "missing") == "[1, 9, 4]"
    assert [one["mark"] for one in parts] == ["same", "missing", "extra", "same"]
    assert difference("aa", "a") == [
        {"text": "a", "mark": "same"},
        {"text": "a", "mark": "missing"},
    ]


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("slug", ["lca", "rate-limiter", "slow-query", None])
def test_no_text_of_a_submission_comes_through(verdict: Verdict, slug: str | None) -> None:
    """Whatever the kind of the problem, and where the problem is gone."""
    problem = None if slug is None else PROBLEMS.get(slug)
    mine = replace(MINE, name=f"{HOSTILE}.py")
    found = report_view(replace(hostile_report(), verdict=verdict), problem, mine)
    for text in texts(found):
        assert text.replace("\n", "").replace("\t", "").isprintable(), ascii(text)
    json.dumps(found, ensure_ascii=False).encode()  # no lone surrogate is left either


def test_calls_stand_in_a_table_with_the_wrong_one_marked() -> None:
    given = {
        "calls": ["RateLimiter", "allow", "allow"],
        "arguments": [[1, 10], ["a", 0], ["a", 5]],
    }
    wrong = failure(
        arguments=given, expected=[None, True, False], actual=[None, True, True], call=2
    )
    whole = report(Verdict.WRONG_ANSWER, failure=wrong)
    found = report_view(whole, PROBLEMS.get("rate-limiter"), MINE)
    assert found["calls"][2] == {
        "n": 2,
        "call": "allow('a', 5)",
        "expected": "False",
        "actual": "True",
        "mark": "wrong",
    }
    assert [one["mark"] for one in found["calls"]] == ["", "", "wrong"]
    assert (found["arguments"], found["difference"]) == ([], None)


def test_what_is_no_answer_is_said() -> None:
    found = view(failure(flags=[Verdict.TIME_LIMIT_EXCEEDED]), Verdict.TIME_LIMIT_EXCEEDED)
    assert (found["actual"], found["difference"]) == ({"text": "no answer"}, None)


def test_a_value_that_is_nothing_to_read_is_cut_and_says_so() -> None:
    found = view(failure(actual=["x" * 100] * 1_000))
    assert len(found["actual"]["text"]) == TEXT_CHARACTERS
    assert found["actual"]["cut"] is True
    cut = view(failure(arguments={"root": "[1, ...]", "p": 1, "q": 1}, cut=["arguments.root"]))
    assert cut["arguments"][0]["cut"] is True
    assert cut["arguments"][0]["draw"] is None


def test_an_accepted_report_has_figures_and_no_case() -> None:
    found = report_view(report(), PROBLEMS.get("lca"), MINE)
    assert "arguments" not in found
    assert found["summary"] == "accepted: all 412 cases passed"


def test_an_input_that_was_played_is_drawn_as_a_failure_is() -> None:
    given = {"root": [2, 1], "p": 1, "q": 2}
    played = Played("own", given, 2, 2, Verdict.ACCEPTED, "", None, "hi\n", 0.001)
    found = played_view(played, PROBLEMS.get("lca"), MINE)
    assert found["arguments"][0]["draw"]["kind"] == "tree"
    assert (found["expected"], found["actual"], found["printed"]) == (
        {"text": "2"},
        {"text": "2"},
        "hi\n",
    )


@pytest.mark.parametrize("root", [list(range(64)), [1, *[2, None] * 11]])
def test_a_tree_too_large_to_draw_is_an_outline(root: list[Any]) -> None:
    """More than 63 nodes, or ten levels."""
    found = view(failure(arguments={"root": root, "p": root[0], "q": root[1]}))
    draw = found["arguments"][0]["draw"]
    assert draw["kind"] == "outline"
    assert draw["lines"][0].endswith("(p)")
    drawn = view(failure(arguments={"root": list(range(63)), "p": 0, "q": 1}))
    assert len(drawn["arguments"][0]["draw"]["nodes"]) == 63


def test_of_a_long_chain_both_ends_are_drawn() -> None:
    texts = chain_texts(list(range(1_000)), 48)
    assert (len(texts), texts[0], texts[32], texts[-1]) == (49, "0", "... 952 more ...", "999")


def test_linked_lists_are_chains_below_each_other() -> None:
    """One or many; what is cut, or no list at all, is only told."""

    def shown(slug: str, arguments: dict[str, Any]) -> dict[str, Any]:
        whole = report(Verdict.WRONG_ANSWER, failure=failure(arguments=arguments))
        return report_view(whole, PROBLEMS.get(slug), MINE)

    one = shown("reverse-linked-list", {"head": [1, 2]})
    assert one["arguments"][0]["draw"] == {"kind": "chains", "chains": [["1", "2"]], "left_out": 0}
    many = shown("merge-k-lists", {"lists": [[1, 4], [], [2]]})
    draw = many["arguments"][0]["draw"]
    assert draw == {"kind": "chains", "chains": [["1", "4"], [], ["2"]], "left_out": 0}
    assert many["alt"] == "lists is 3 linked lists: [[1, 4], [], [2]]"
    hundred = shown("merge-k-lists", {"lists": [list(range(100))] * 100})
    draw = hundred["arguments"][0]["draw"]
    assert (len(draw["chains"]), draw["left_out"]) == (12, 88)
    assert draw["chains"][0][8] == "... 88 more ..."
    cut = shown("merge-k-lists", {"lists": ["[1, ...]"]})
    assert cut["arguments"][0]["draw"] is None


def test_rows_that_differ_are_marked() -> None:
    rows = {"users": [[1, "Ann", "SE"]], "orders": [], "items": []}
    wrong = failure(
        arguments=rows, expected=[["Ann", 2], ["Bo", 1]], actual=[["Ann", 2], ["Bo", 9]]
    )
    found = report_view(
        report(Verdict.WRONG_ANSWER, failure=wrong), PROBLEMS.get("slow-query"), MINE
    )
    assert [(one["name"], one["wrong"]) for one in found["tables"][-2:]] == [
        ("expected", []),
        ("actual", [1]),
    ]
    assert found["alt"] == "users of 1 row, orders of 0 rows, items of 0 rows"


def test_an_input_can_be_put_into_fields_again() -> None:
    """As Python writes it, where all of it is there and all of it can be seen."""
    given = {"root": [2, None, 5.0], "p": 2**60, "q": "it's"}
    found = view(failure(arguments=given))["input"]
    assert {name: ast.literal_eval(text) for name, text in found.items()} == given
    assert view(failure(cut=["arguments.root"]))["input"] is None
    assert view(failure(arguments={"root": ["x" * 30_000], "p": 1, "q": 1}))["input"] is None


def test_the_place_that_is_to_blame_comes_with_its_line() -> None:
    assert view(failure(line=2))["place"] == {"line": 2, "column": None, "text": "return root"}
    assert view(failure(line=99, column=3))["place"] == {"line": 99, "column": 3, "text": ""}
    assert view()["place"] is None


def test_what_leads_out_of_the_report_is_said() -> None:
    found = view(failure(stdout_loading="hi", stdout_left_out=7))
    assert (found["title"], found["savable"], found["verdict"]) == (
        "The smallest failing input (from a generated case)",
        True,
        {"code": "WA", "words": "wrong answer"},
    )
    assert found["counts"].startswith("97 of 412 cases passed, then it stopped")
    assert (found["printed_loading"], found["printed_left_out"]) == ("hi", 7)
    assert view(failure(cut=["arguments.root"]))["savable"] is False
    assert report_view(report(), PROBLEMS.get("lca"), MINE)["savable"] is False
    query = report(Verdict.WRONG_ANSWER)
    assert report_view(query, PROBLEMS.get("slow-query"), MINE)["savable"] is False
    leak = failure(state_leak=True, calls=[{"root": [1], "p": 1, "q": 1}] * 2)
    assert view(leak)["leak"][1] == "call 2: root = [1], p = 1, q = 1"
