"""`judge stats`: a table and a calendar that fit a terminal of 80 columns."""

import io
import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from rich.console import Console

from judge.cli.render.stats import WEEKS, show_stats
from judge.practice import Evenings, Event, Listed, evenings_of, stats_of
from judge.problems import TOPICS
from tests.judge.cli.commands.test_due import asked, done
from tests.judge.practice.happened import AC, EVENING, WA, at, growth
from tests.packages import largest

TODAY = date(2026, 11, 4)
LEVELS = ("easy", "medium", "hard")
MANY = [Listed(f"{topic}-{n}", topic, LEVELS[n % 3]) for topic in TOPICS for n in range(12)]
BUSY = [
    *(at(0, "start", problem=one.slug) for one in MANY),
    *(at(15 * n % 2000, "submit", "WA", problem=one.slug) for n, one in enumerate(MANY)),
    *(
        at(2000, *AC, problem=one.slug, growth=growth("n^2"), runtime={"ratio": 12345.678})
        for one in MANY
    ),
    *(at(2001, "hint", problem=one.slug, n=n) for one in MANY for n in range(40)),
]


def drawn(
    events: list[Event],
    problems: list[Listed] = MANY,
    *,
    width: int = 80,
    terminal: bool = True,
    encoding: str = "utf-8",
) -> list[str]:
    """Return the lines of `judge stats`."""
    data = io.BytesIO()
    file = io.TextIOWrapper(data, encoding, write_through=True)
    console = Console(file=file, width=width, force_terminal=terminal, color_system=None)
    found = stats_of(events, problems, TOPICS, LEVELS)
    show_stats(console, found, evenings_of(events, TODAY), TODAY)
    text = re.sub(r"\x1b\[[\d;]*m", "", data.getvalue().decode(encoding))
    return text.splitlines()


def row(lines: list[str], name: str) -> list[str]:
    """Return the words of one row, without its name."""
    (found,) = (line.split() for line in lines if line.startswith(f"{name} "))
    return found[1:]


@pytest.mark.parametrize("events", [[], BUSY])
@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_longer_than_the_terminal(events: list[Event], width: int) -> None:
    """However much was done, and nothing is left out for it."""
    lines = drawn(events, width=width)
    assert max(map(len, lines)) <= 80
    assert lines == drawn(events, width=width, terminal=False)
    assert any(line.split()[:3] == ["solved", "tried", "new"] for line in lines)
    assert all("hints" in line for line in lines if "growth" in line and "first" in line)


def test_a_narrow_terminal_loses_the_last_columns() -> None:
    lines = drawn(BUSY, width=40)
    assert max(map(len, lines)) <= 41  # the calendar is as wide as it is
    assert not any("hints" in line for line in lines)
    assert row(lines, "graphs")[:3] == ["12", "0", "0"]


def test_the_table_tells_what_was_done() -> None:
    """A dash stands for what there is not."""
    problems = [Listed("lca", "graphs", "easy"), Listed("a", "graphs", "hard"), MANY[0]]
    work = [
        at(0, "start"),
        at(12, *WA),
        at(18, *AC, growth=growth("n"), runtime={"ratio": 1.234}),
        at(20, "hint", n=1),
        at(0, "run", problem="a"),
    ]
    lines = drawn(work, problems)
    assert lines[0] == "1 of 3 problems solved, 1 tried"
    assert row(lines, "graphs") == ["1", "1", "0", "0/1", "18", "min", "1.23x", "1/1", "1"]
    assert row(lines, "arrays") == ["0", "0", "1", "-", "-", "-", "-", "0"]
    assert row(lines, "all") == ["1", "1", "1", "0/1", "18", "min", "1.23x", "1/1", "1"]
    assert not any("first:" in line for line in drawn([], problems))


def test_the_calendar_has_twelve_weeks() -> None:
    """From few minutes to many, and nothing for days to come."""
    days = {n: EVENING + timedelta(days=1 - n) for n in (0, 1, 7)}
    work = [at(0, *AC, day=days[0])]
    work += [at(10 * n, "run", day=days[1]) for n in range(5)]
    work += [at(10 * n, "run", day=days[7]) for n in range(10)]
    week = {line[:3]: line[5:] for line in drawn(work) if line[:3] in {"Mon", "Tue", "Thu"}}
    assert week["Tue"] == " ".join(["··"] * 10 + ["██", "░░"])
    assert week["Mon"] == " ".join(["··"] * 11 + ["▒▒"])
    assert week["Thu"] == " ".join(["··"] * (WEEKS - 1))
    plain = drawn(work, encoding="ascii")
    assert any(line.startswith("Tue  .. ..") and line.endswith("## --") for line in plain)


@pytest.mark.parametrize(
    ("row_now", "longest", "said"),
    [
        (0, 0, "The calendar fills from your first evening on."),
        (1, 1, "3 days of practice in 12 weeks."),
        (0, 3, "3 days of practice in 12 weeks, 3 in a row at best."),
        (3, 3, "3 days of practice in 12 weeks, 3 in a row now."),
        (2, 9, "3 days of practice in 12 weeks, 2 in a row now, 9 in a row at best."),
    ],
)
def test_what_was_not_done_is_not_said(row_now: int, longest: int, said: str) -> None:
    minutes = {TODAY - timedelta(days=n): 5 for n in range(3)} if longest else {}
    file = io.StringIO()
    console = Console(file=file, width=80)
    show_stats(console, stats_of([], [], (), ()), Evenings(minutes, row_now, longest), TODAY)
    assert file.getvalue().splitlines()[-1] == said


def test_stats_as_json(tmp_path: Path) -> None:
    """Times in seconds, and each problem."""
    found = json.loads(asked(largest(tmp_path), "stats", "--json", events=(done(1, "AC"),)).stdout)
    assert found["total"]["solved"] == found["difficulties"][0]["first_tries"] == 1
    assert found["problems"]["largest"]["seconds"] == 0
    assert [one["minutes"] for one in found["practice"]["days"]] == [0]
    assert found["topics"][0]["name"] == "other"


def test_what_was_measured_on_another_python_is_told() -> None:
    """In a line under the table, which fits."""
    versions = ["3.11.7", *["3.12.1"] * (len(MANY) - 1)]
    events = [
        at(n, *AC, problem=one.slug, runtime={"ratio": 2.0}, language_version=version)
        for n, (one, version) in enumerate(zip(MANY, versions, strict=True))
    ]
    said = "ratio: on Python 3.12.1; 1 problem measured on another version left out"
    assert said in drawn(events)
    assert all("another version" not in line for line in drawn(events[1:]))
