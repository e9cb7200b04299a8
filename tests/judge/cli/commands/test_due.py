"""`judge due` and `judge next`: what to do again, and what to do at all."""

import io
import json
import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from judge.cli.main import commands
from judge.cli.render.due import show_queue, show_what_else
from judge.cli.setup import Setup
from judge.practice import Event, History, Queue, Rating, Recall, Review, Step, new_event
from judge.problems.catalog import Catalog
from judge.problems.problem import Problem
from tests.packages import largest

TODAY = date(2026, 11, 3)
NOW = datetime.now().astimezone()
WELL = "it was accepted"


def done(days: int, verdict: str, problem: str = "largest") -> Event:
    """Return a submission so many days ago."""
    return new_event("submit", now=NOW - timedelta(days=days), problem=problem, verdict=verdict)


def asked(problem: Problem, *words: str, events: tuple[Event, ...] = ()) -> Result:
    """Run a command with that past on the packages beside a problem."""
    root = problem.folder.parent.parent
    told: list[str] = []
    if events:
        assert History(root / "data", told.append).extend(events, {})
    environment = {"JUDGE_DATA_DIR": str(root / "data"), "JUDGE_CACHE_DIR": str(root / "cache")}
    packages = Catalog(problem.folder.parent, problem.solutions.parent)
    return CliRunner().invoke(
        commands, words, obj=Setup(packages=packages, environment=environment)
    )


def drawn(queue: Queue, *, terminal: bool = True, width: int = 80) -> list[str]:
    """Return the lines of a queue."""
    file = io.StringIO()
    show_queue(
        Console(file=file, width=width, force_terminal=terminal, color_system=None), queue, TODAY
    )
    return [re.sub(r"\x1b\[[\d;]*m", "", line) for line in file.getvalue().splitlines()]


def recall(problem: str, days: int, likelihood: float = 0.5, why: str = WELL) -> Recall:
    """Return a problem that is due so many days from today."""
    rating = Rating.GOOD if why == WELL else Rating.HARD
    last = Review(problem, TODAY - timedelta(days=9), rating, why)
    return Recall(problem, TODAY + timedelta(days=days), likelihood, last)


def test_what_was_failed_is_due_the_next_day(tmp_path: Path) -> None:
    """With the same sentence from both commands."""
    problem, events = largest(tmp_path), (done(2, "WA"),)
    due = json.loads(asked(problem, "due", "--json", events=events).stdout)
    (one,) = due.pop("asked")
    assert one.pop("likelihood") < 0.9
    assert date.fromisoformat(due.pop("today")) - date.fromisoformat(one.pop("due")) == timedelta(1)
    assert one.pop("reviewed")
    assert one == {"problem": "largest", "rating": "again", "why": "it was not accepted"}
    assert due == {"waiting": [], "done": [], "later": []}
    why = "due since yesterday; last time it was not accepted"
    assert json.loads(asked(problem, "next", "--json").stdout) == {
        "problem": "largest",
        "kind": "review",
        "why": why,
    }
    assert asked(problem, "due").stdout.split("\t")[3] == f"{why}\n"
    assert asked(problem, "next").stdout == (
        f"largest  easy, largest\n{why}\nBegin: judge start largest\n"
    )


def test_without_a_past_a_new_problem_is_next(tmp_path: Path) -> None:
    problem = largest(tmp_path, topic="graphs")
    assert "new: no graph problem yet" in asked(problem, "next").stdout
    assert asked(problem, "due").stdout == ""


def test_what_was_opened_has_a_file_already(tmp_path: Path) -> None:
    """To start it again would make another, which is said."""
    opened = new_event("start", problem="largest")
    said = asked(largest(tmp_path), "next", events=(opened,)).stdout
    assert said.endswith("Go on in your file, or begin anew: judge start largest\n")


def test_nothing_may_be_left(tmp_path: Path) -> None:
    """Which is no mistake."""
    result = asked(largest(tmp_path), "next", events=(done(0, "AC"),))
    assert result.exit_code == 0, result.stderr
    assert result.stdout == (
        "Nothing is due today, and no problem is new.\n"
        "To write: judge question design-distributed-cache\n"
    )
    assert json.loads(asked(largest(tmp_path), "next", "--json").stdout) is None


def test_a_problem_that_is_not_here_is_not_asked(tmp_path: Path) -> None:
    """Nor does it take the place of one that is."""
    past = (done(9, "WA", "gone"), done(8, "WA", "also-gone"), done(2, "WA"))
    (line,) = asked(largest(tmp_path), "due", events=past).stdout.splitlines()
    assert line.startswith("largest\t")


@pytest.mark.parametrize("words", [["due"], ["next"], ["stats"], ["list"], ["due", "--json"]])
def test_a_broken_history_costs_one_line(tmp_path: Path, words: list[str]) -> None:
    """The command answers as without a past."""
    problem = largest(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "history.jsonl").write_bytes(b"\x00\xff\n" * 9)
    result = asked(problem, *words)
    assert result.exit_code == 0
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("judge: ")
    assert result.stdout == asked(problem, *words).stdout


@pytest.mark.parametrize("width", [80, 120])
def test_a_terminal_shows_the_queue(width: int) -> None:
    """The least likely first, then what waits, in words."""
    why = "the growth was n^2"
    queue = Queue(
        asked=(recall("letter-combinations", -1, 0.512, why), recall("lca", 0)),
        waiting=tuple(recall(f"p{n}", 0) for n in range(7)),
    )
    assert drawn(queue, width=width) == [
        "Do again today, the least likely to be remembered first:",
        "  letter-combinations   51%  due since yesterday; last time the growth was n^2",
        "  lca                   50%  due today; accepted 9 days ago",
        "Due too, on another day: p0, p1, p2, p3, p4 and 2 more",
    ]
    assert max(map(len, drawn(queue, width=40))) <= 40


def test_a_day_without_reviews_says_when_the_next_is() -> None:
    later = (recall("lca", 1),)
    assert drawn(Queue(later=later)) == ["Nothing is due today.", "Next: lca, tomorrow"]
    assert drawn(Queue(done=(recall("trie", 0),), later=(recall("lca", 9),))) == [
        "All reviews of today are done.",
        "Next: lca, in 9 days, on 2026-11-12",
    ]
    assert drawn(Queue()) == ["Nothing is due today."]


def test_a_pipe_gets_words_by_tabs() -> None:
    queue = Queue(asked=(recall("lca", -3, 0.333),), waiting=(recall("trie", 0),))
    assert drawn(queue, terminal=False, width=20) == [
        "lca\t2026-10-31\t0.33\tdue for 3 days; accepted 9 days ago"
    ]


def test_who_wants_more_is_told_what_the_plan_has() -> None:
    """A question to write, and the problem that was held back."""
    file = io.StringIO()
    show_what_else(Console(file=file, width=80), [Step("question", "cap"), Step("problem", "lca")])
    assert file.getvalue() == (
        "That is all for today: with more new problems, reviews would pile up.\n"
        "To write: judge question cap\n"
        "One more all the same: judge start lca\n"
    )
