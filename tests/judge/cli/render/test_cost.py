"""What a query cost, drawn: hostile plans and figures of other servers are drawn too."""

import io
from typing import Any

import pytest
from rich.console import Console

from judge.cli.render.cost import plan_lines, steps_line
from judge.cli.render.rows import show_tables, tables_line
from judge.cli.render.tree import ASCII, UNICODE
from judge.kinds import Table, Tables


def step(text: str, *below: Any, table: str | None = None, rows: int | None = None) -> Any:
    return {"text": text, "table": table, "rows": rows, "below": list(below)}


def test_a_plan_is_a_tree_of_its_steps() -> None:
    """What lies below a step is drawn below it; a scan says how many rows, and of which table."""
    plan = [step("CO-ROUTINE t", step("SCAN o", table="orders", rows=200_000)), step("SCAN t")]
    assert list(plan_lines(plan, UNICODE)) == [
        "├─ CO-ROUTINE t",
        "│  └─ SCAN o (orders): 200,000 rows",
        "└─ SCAN t",
    ]
    assert list(plan_lines([step("SCAN orders", table="orders", rows=3)], ASCII)) == [
        "`- SCAN orders: 3 rows"
    ]


@pytest.mark.parametrize(
    "plan", [None, 3, "x", {}, [3], [{}], [{"text": 3, "below": 7}], [{"below": [{}]}]]
)
def test_a_hostile_plan_is_drawn(plan: Any) -> None:
    """Whatever a server sends, each line is plain."""
    assert all(line.isprintable() for line in plan_lines(plan, UNICODE))


def test_a_deep_plan_ends() -> None:
    """So does one whose step holds a line break or an escape code."""
    plan = [step("\x1b[31mred\n")]
    for _ in range(100):
        plan = [step("x", *plan)]
    assert len(list(plan_lines(plan, UNICODE))) < 30
    assert "\x1b" not in "".join(plan_lines([step("\x1b[31mred\n")], UNICODE))


def test_the_steps_stand_beside_the_references() -> None:
    """A query that was stopped has no ratio: nobody knows how many it needs."""
    cost = {"steps": 500, "reference_steps": 250, "step_factor": 10.0, "index_steps": 9}
    assert steps_line(cost, stopped=False) == (
        "cost: 500 steps, 2.00x the reference's 250 (at most 10x); "
        "building indexes 9 steps, not charged"
    )
    assert "stopped after 500 steps; the reference needs 250" in steps_line(cost, stopped=True)
    assert steps_line({"steps": "x", "reference_steps": -1}, stopped=False).startswith("cost: 0")


def test_many_rows_are_counted_and_hostile_cells_escaped() -> None:
    """The first rows are drawn, with the cells that differ marked in words too."""
    console = Console(file=io.StringIO(), width=80)
    rows = tuple((number, "\x1b[31m") for number in range(40))
    expected = Table("expected", ("a", "b"), rows)
    view = Tables((Table("t", ("a",), ((None,),)),), expected, Table("actual", (), ((1, 2, 3),)))
    show_tables(console, view, actual=True)
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue()
    assert "... 24 more rows ..." in text
    assert "NULL" in text
    assert "<- differs" in text
    assert "\x1b[31m" not in text
    assert tables_line(view) == "t of 1 row"
