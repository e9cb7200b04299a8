"""`judge plan`: where a person stands, and the beginning that history keeps."""

import io
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from rich.console import Console

from judge.cli.render.plan import show_plan
from judge.practice import Beginning, History, load_plan, local_today, plan_event, stand
from judge.testing import FakeJudge
from tests.judge.cli.command import invoke

TODAY = local_today()


def plan(*arguments: str) -> Result:
    return invoke(FakeJudge(), "plan", *arguments)


def as_json() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(plan("--json").stdout)
    return found


def test_a_plan_that_was_not_begun_can_be_looked_at() -> None:
    """And says how it is begun."""
    shown = plan()
    assert shown.exit_code == 0
    assert "Not begun yet." in shown.stdout
    assert "Begin: judge plan start\n" in shown.stdout
    found = as_json()
    assert (found["begun"], found["week"], found["evening"]) == (None, None, 0)
    assert len(found["weeks"]) == 7


def test_a_beginning_is_kept_in_history(data_dir: Path) -> None:
    """With its name, evenings and first day; the last one counts."""
    assert plan("start", "--evenings", "2").exit_code == 0
    day = TODAY - timedelta(days=8)
    assert "Week 2 of 7" in plan("start", "--date", day.isoformat()).stdout
    kept = History(data_dir, print).read()
    assert [one.kind for one in kept] == ["plan", "plan"]
    assert kept[1].facts == {"name": "seven-weeks", "evenings": 4, "date": day.isoformat()}
    found = as_json()
    assert found["begun"] == {"date": day.isoformat(), "evenings": 4}
    assert found["week"] == 2


def test_the_plan_leaves_out_packages_that_are_missing() -> None:
    """What is named can be begun."""
    named = [slug for week in as_json()["weeks"] for slug in week["left"]["problems"]]
    here = Path(__file__).resolve().parents[4] / "problems"
    assert named
    assert all((here / slug).is_dir() for slug in named)


@pytest.mark.parametrize("words", [["--evenings", "0"], ["--evenings", "8"], ["--date", "soon"]])
def test_what_no_calendar_has_is_a_mistake(words: list[str], data_dir: Path) -> None:
    assert plan("start", *words).exit_code == 2
    assert not (data_dir / "history.jsonl").exists()


def test_a_beginning_that_cannot_be_kept_is_an_error(data_dir: Path) -> None:
    (data_dir / "history.jsonl").mkdir()
    result = plan("start")
    assert result.exit_code == 3
    assert "is not begun" in result.stderr


@pytest.mark.parametrize(
    ("day", "said", "next_"),
    [
        (-3, "It begins on 2026-11-30, 4 evenings a week.", "judge start two-sum"),
        (15, "Week 3 of 7; it began on 2026-11-30", "judge start lru-cache"),
        (30, "Week 5 of 7; it began on 2026-11-30", "judge question yourself"),
        (45, "Week 7 of 7; it began on 2026-11-30", "judge round start"),
        (60, "Its 7 weeks are over", "judge round start"),
    ],
)
def test_a_terminal_of_80_columns_shows_the_week_and_what_is_next(
    day: int, said: str, next_: str
) -> None:
    """No line is longer, and each week has its own."""
    begun = Beginning("seven-weeks", date(2026, 11, 30), 4)
    standing = stand(load_plan(), [plan_event(begun)], begun.day + timedelta(days=day))
    console = Console(file=io.StringIO(), width=80, force_terminal=True, color_system=None)
    show_plan(console, standing)
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue()
    assert said in text
    assert f"Next: {next_}\n" in text
    assert all(len(line) <= 80 for line in text.splitlines())
    assert [f"week {number}  " in text for number in range(1, 9)] == [True] * 7 + [False]


def test_without_a_history_there_is_no_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Better said than begun again each evening."""
    monkeypatch.setenv("JUDGE_HISTORY", "off")
    assert plan().exit_code == 0
    result = plan("start")
    assert result.exit_code == 2
    assert "JUDGE_HISTORY is off" in result.stderr
