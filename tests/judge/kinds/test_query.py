"""The laws of the kind `query`: its table, what travels, and what it says of rows and steps."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.kinds.kind import Check, Result, Rule, Rules
from judge.kinds.query import QUERY, SMALL_STEPS
from judge.kinds.query_entry import read_tables
from judge.kinds.rows import rows_message
from judge.values.interface import Interface
from judge.verdict import Verdict

TABLE: dict[str, Any] = {
    "answer": ["name", "total"],
    "step_factor": 4,
    "tables": {"users": ["id INTEGER PRIMARY KEY", "name TEXT NOT NULL", "boss INTEGER"]},
}
USERS = Interface("query", ("users",), (), own=read_tables(TABLE)[0])
PLAN = [[4, 0, "SCAN u", "users", 3000], [9, 4, "USE TEMP B-TREE FOR ORDER BY", None, None]]


@dataclass
class One:
    """A case of any kind, as far as a kind looks at it."""

    expected: Any = field(default_factory=list)
    size: int | None = None
    figures: dict[str, Any] = field(default_factory=dict)
    arguments: dict[str, Any] = field(default_factory=dict)
    arguments_json: bytes = b""
    expected_json: bytes = b""


def checked(case: One, answer: Any, rule: Rule = "equal") -> Check:
    """Split an answer as a program sends it, and check it."""
    value, figures = QUERY.split(USERS, answer)
    rules = Rules(rule, lambda _case, rows: Check(rows == case.expected, "no"))
    return QUERY.check(USERS, rules, case, value, figures)


def answer(rows: Any, steps: int = 10, index_steps: int = 0) -> list[Any]:
    return [rows, steps, index_steps, PLAN, "3.54.1"]


SCALE = One([["Ann", 3]], 3000, {"steps": 100, "index_steps": 50, "plan": [], "sqlite": "3.54.1"})


@given(st.lists(st.tuples(st.integers(), st.text(), st.none() | st.integers())))
def test_rows_travel_as_columns_and_come_back(rows: list[tuple[Any, ...]]) -> None:
    """Encoding loses nothing, and an empty table has its columns."""
    arguments = {"users": [list(row) for row in rows]}
    assert QUERY.decode(USERS, QUERY.encode(USERS, arguments)) == arguments


@pytest.mark.parametrize(
    ("steps", "index_steps", "verdict"),
    [
        (400, 1000, None),
        (401, 0, Verdict.TIME_LIMIT_EXCEEDED),
        (1, 1001, Verdict.TIME_LIMIT_EXCEEDED),
    ],
)
def test_steps_are_held_against_the_reference(
    steps: int, index_steps: int, verdict: Verdict | None
) -> None:
    """Ten times the steps of its indexes, and the package's factor of those of its query."""
    check = checked(SCALE, answer([["Ann", 3]], steps, index_steps))
    assert check.verdict is verdict
    assert check.passed is (verdict is None)
    assert check.clock == ("steps" if verdict else None)


def test_a_slow_query_is_told_what_it_scans() -> None:
    """The message has the limit, what was counted, and the whole tables that were read."""
    message = checked(SCALE, answer(None, 5000)).message
    assert message == (
        "it took over 4 times the reference's 100 steps: stopped after 5,000; "
        "SCAN users: 3,000 rows"
    )


def test_rows_come_before_steps() -> None:
    """A query that is wrong and slow is wrong."""
    assert checked(SCALE, answer([["Ann", 4]], 5000)).verdict is None


def test_a_small_database_has_a_limit_of_its_own() -> None:
    """The reference's few steps are no measure there."""
    small = One([["Ann", 3]], None, {"steps": 1, "index_steps": 0})
    assert checked(small, answer([["Ann", 3]], SMALL_STEPS)).passed
    assert checked(small, answer(None, SMALL_STEPS + 1)).clock == "steps"
    assert QUERY.budget(USERS, small) == {"steps": SMALL_STEPS, "index_steps": SMALL_STEPS}


@pytest.mark.parametrize(
    "hostile",
    [None, 3, "rows", [], [[]] * 5, [[], "1", 0, [], ""], [[], 1, 2, 3, "x"], {"rows": []}],
)
def test_an_answer_of_another_shape_is_wrong(hostile: Any) -> None:
    """Whatever a program sends, checking it raises nothing."""
    check = checked(One(), hostile)
    assert (check.passed, check.verdict) == (False, None)


@pytest.mark.parametrize(
    "plan",
    [[3], [[]], [["1", 0, "x", None, None]], [[1, 1, "x", None, None]], [[1, 0, "x", "y", -1]]],
)
def test_a_hostile_plan_is_no_fault(plan: Any) -> None:
    """What is no step of a plan is left out; a step below itself ends nowhere."""
    _, figures = QUERY.split(USERS, [[], 1, 1, plan, "3"])
    assert len(figures["plan"]) <= 1


@pytest.mark.parametrize(
    ("expected", "actual", "said"),
    [
        ([["Ann", 3]], [["Ann", 3]], None),
        ([["Ann", 3]], [["Ann", 4]], 'row 1: expected ("Ann", 3), got ("Ann", 4)'),
        ([["Ann", 200]], [["Ann", 200.0]], "200.0 is a REAL"),
        ([["Ann", 200]], [["Ann", "200"]], "is a text, not a number"),
        ([["Ann", 3]], [["Ann"]], "a row has 2 values"),
        ([["Ann", 3]], [], 'row 1 is missing: ("Ann", 3) (expected 1 row, got 0)'),
        ([], [["Ann", 3]], 'row 1 is too much: ("Ann", 3) (expected 0 rows, got 1)'),
        ([["A", 1], ["B", 1]], [["B", 1], ["A", 1]], 'row 1: expected ("A", 1), got ("B", 1)'),
        ([[None, 3]], [[0, 3]], "row 1: expected (None, 3), got (0, 3)"),
    ],
)
def test_rows_that_differ_are_told(expected: Any, actual: Any, said: str | None) -> None:
    """Types count; the first row that differs is named, and what a person cannot see."""
    message = rows_message(expected, actual, ordered=True)
    assert message is None if said is None else message is not None and said in message


@pytest.mark.parametrize(
    ("expected", "actual", "said"),
    [
        ([["A", 1], ["B", 1]], [["B", 1], ["A", 1]], None),
        ([["A", 1], ["A", 1]], [["A", 1], ["B", 1]], 'the row ("A", 1) is missing'),
        ([["A", 1]], [["A", 1], ["A", 1]], 'the row ("A", 1) is too much (expected 1 row, got 2)'),
        ([["A", 1]], [["A", 1.0]], 'the row ("A", 1) is missing'),
    ],
)
def test_without_an_order_rows_are_counted(expected: Any, actual: Any, said: str | None) -> None:
    """Where a package says any-order, equal rows still count as often as they occur."""
    message = rows_message(expected, actual, ordered=False)
    assert message is None if said is None else message is not None and said in message


def test_the_cost_is_told_of_the_scale_case_and_where_steps_ran_out() -> None:
    """A small case that passes adds no field to the report."""

    def extras(case: One, answered: Any, verdict: Verdict) -> Any:
        value, figures = QUERY.split(USERS, answered)
        result = Result("edge", 0, verdict, "", value, figures)
        return QUERY.extras(USERS, case, result).get("cost")

    assert extras(One(), answer([]), Verdict.ACCEPTED) is None
    assert extras(One(), answer([["x", 1]]), Verdict.WRONG_ANSWER) is None
    cost = extras(SCALE, answer([["Ann", 3]], 40, 7), Verdict.ACCEPTED)
    assert (cost["steps"], cost["reference_steps"], cost["index_steps"]) == (40, 100, 7)
    assert cost["plan"][0]["below"][0]["text"] == "USE TEMP B-TREE FOR ORDER BY"
    slow = extras(One(), answer(None, SMALL_STEPS + 1), Verdict.TIME_LIMIT_EXCEEDED)
    assert slow["steps"] == SMALL_STEPS + 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"answer": []}, "query.answer"),
        ({"step_factor": 0}, "query.step_factor"),
        ({"step_factor": "ten"}, "query.step_factor"),
        ({"tables": {}}, "query.tables"),
        ({"tables": {"Users": ["id INTEGER"]}}, "query.tables.Users"),
        ({"tables": {"users": []}}, "query.tables.users"),
        ({"tables": {"users": ["id"]}}, "query.tables.users"),
        ({"tables": {"users": ["id BLOB"]}}, "query.tables.users"),
        ({"tables": {"users": ["id INTEGER DEFAULT (random())"]}}, "query.tables.users"),
        ({"table": {}}, "query.table"),
    ],
)
def test_flaws_of_the_table_are_told_by_field(changes: dict[str, Any], field: str) -> None:
    """Each says what to write."""
    own, flaws = read_tables({**TABLE, **changes})
    assert own == {}
    assert field in [flaw.field for flaw in flaws]
    assert all(flaw.mend for flaw in flaws)


@pytest.mark.parametrize(
    ("rows", "expected", "field"),
    [
        ([[1, "Ann", None]], [["Ann", 3]], None),
        ([[1, None, None]], [], "arguments"),
        ([[1, "Ann"]], [], "arguments"),
        ([[True, "Ann", None]], [], "arguments"),
        ("rows", [], "arguments"),
        ([], [["Ann"]], "expected"),
        ([], None, "expected"),
    ],
)
def test_a_sample_has_rows_of_its_tables(rows: Any, expected: Any, field: str | None) -> None:
    """The types are those of the columns, NULL only where they allow it."""
    flaw = QUERY.sample_flaw(USERS, {"users": rows}, expected)
    assert (flaw and flaw.field) == field


def test_a_failing_database_is_made_smaller_row_by_row() -> None:
    """Rows are left out whole, then values made simple; tables and columns stay."""
    from judge.reduction import reduce_input  # noqa: PLC0415 - few tests need it

    rows = [[n, f"name {n}", n % 3] for n in range(1, 9)]
    found = reduce_input(
        QUERY.moves(USERS),
        lambda arguments: None if all(len(row) == 3 for row in arguments["users"]) else "no",
        {"users": rows},
        lambda arguments: sum(row[2] == 2 for row in arguments["users"]) >= 2,
    )
    assert len(found.arguments["users"]) == 2
    assert [row[2] for row in found.arguments["users"]] == [2, 2]
