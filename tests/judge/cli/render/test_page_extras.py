"""What the page shows of the fields that kinds add: schedule, score and cost."""

from typing import Any

import pytest

from judge.cli.render.page_extras import extras_view
from judge.verdict import Verdict
from tests.judge.cli.reports import HOSTILE, failure, report

STEPS = [
    {"thread": 1, "line": 17, "text": "balance = self.money[account]"},
    {"thread": 2, "line": 17, "text": "balance = self.money[account]"},
    {"thread": 1, "line": 18, "text": "self.money[account] = balance + amount"},
]
SCHEDULE = {"threads": 2, "preemptions": 1, "steps": STEPS, "why": "no order explains it"}
SCORE = {"caught": 34, "of": 36, "tests": 10, "calls": 512, "false_alarms": 0}
PLAN = [{"text": "SCAN o", "table": "orders", "rows": 9, "below": [{"text": "SEARCH u"}]}]
COST = {"steps": 900, "reference_steps": 300, "step_factor": 10.0, "index_steps": 0, "plan": PLAN}


def view(**extras: Any) -> dict[str, Any]:
    return extras_view(report(Verdict.WRONG_ANSWER, extras=extras))


def test_a_schedule_has_a_column_for_each_thread() -> None:
    found = view(schedule=SCHEDULE)["schedule"]
    assert found["columns"] == ("thread 1", "thread 2")
    assert [one["column"] for one in found["steps"]] == [0, 1, 0]
    assert [one["switched"] for one in found["steps"]] == [False, True, True]
    assert found["steps"][2]["line"] == 18
    assert (found["title"], found["why"]) == (
        "The schedule, with 1 preemption:",
        "no order explains it",
    )


def test_of_a_long_schedule_the_end_is_shown_where_it_goes_wrong() -> None:
    found = view(schedule={**SCHEDULE, "steps": STEPS * 100})["schedule"]
    assert (len(found["steps"]), found["left_out"]) == (60, 240)


def test_why_is_not_told_twice() -> None:
    told = failure(message="so: no order explains it")
    given = report(Verdict.WRONG_ANSWER, failure=told, extras={"schedule": SCHEDULE})
    assert extras_view(given)["schedule"]["why"] == ""


def test_a_score_has_a_row_for_each_test() -> None:
    kills = [{"test": "test_few", "first": 5}, {"test": "test_none", "first": 0}]
    found = view(score={**SCORE, "kills": kills})["score"]
    assert (found["caught"], found["of"]) == (34, 36)
    assert found["kills"] == (("test_few", 5), ("test_none", 0))
    assert found["line"] == "tests: 10, calls: 512, false alarms: 0"
    assert view(score={**SCORE, "kills": kills * 50})["score"]["left_out"] == 80


def test_plans_are_steps_with_their_depth() -> None:
    found = view(cost={**COST, "reference_plan": []})["cost"]
    assert found["text"].startswith("900 steps, 3.00x the reference's 300 (at most 10x)")
    assert found["plans"][0]["steps"] == [
        {"depth": 0, "text": "SCAN o (orders): 9 rows"},
        {"depth": 1, "text": "SEARCH u"},
    ]
    assert found["plans"][1]["steps"] == []


def test_a_plan_that_is_nothing_to_read_is_bounded() -> None:
    deep: list[Any] = []
    for _ in range(6):
        deep = [{"text": "SCAN", "below": deep}] * 9
    assert len(view(cost={**COST, "plan": deep})["cost"]["plans"][0]["steps"]) == 40


@pytest.mark.parametrize("name", ["schedule", "score", "cost"])
@pytest.mark.parametrize("given", [None, 3, "x", [], {}, {"steps": 3, "kills": 1, "plan": "x"}])
def test_another_servers_nonsense_is_no_fault(name: str, given: Any) -> None:
    found = view(**{name: given})
    assert (found[name] is not None) is isinstance(given, dict)


def test_no_hostile_text_comes_through() -> None:
    steps = [{"thread": 1, "line": 1, "text": HOSTILE}]
    found = view(
        schedule={**SCHEDULE, "steps": steps, "why": HOSTILE},
        score={**SCORE, "kills": [{"test": HOSTILE, "first": 1}]},
        cost={**COST, "sqlite": HOSTILE, "plan": [{"text": HOSTILE}]},
    )
    texts = [
        found["schedule"]["steps"][0]["text"],
        found["schedule"]["why"],
        found["score"]["kills"][0][0],
        found["cost"]["text"],
        found["cost"]["plans"][0]["steps"][0]["text"],
    ]
    assert all(text.isprintable() for text in texts)
