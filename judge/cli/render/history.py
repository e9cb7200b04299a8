"""What a person has done, as a table, one event of it, and the difference of two texts."""

import difflib
import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from judge import practice, reports
from judge.cli.render.console import ascii_only, say, say_text
from judge.cli.render.context import report_context
from judge.cli.render.literals import literal
from judge.cli.render.verdict import STYLES, show_report
from judge.practice import Event
from judge.problems import Problem
from judge.records import dataclass, replace
from judge.reports import ReportError
from judge.submission import Submission
from judge.values import escape
from judge.verdict import Verdict

#: Kinds that have a row of their own; the others with `--all`.
ROWS = ("submit", "import")
#: Kinds by which a person looks at a problem.
LOOKS = ("show", "start", "round_open")
NONE = "-"
ID_LETTERS, SHORT_ID = 8, 6
#: Below this width a ratio is its interval alone, and the year is left out.
WIDE = 100
#: So many letters of a problem's name are shown in the narrowest window.
LEAST_NAME = 12
GAP = "  "
LINE_CHARACTERS = 400
MOST_LINES = 2_000


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One event, and the minutes from the last look at its problem."""

    event: Event
    minutes: float | None


def history_rows(events: Sequence[Event], *, everything: bool) -> list[HistoryRow]:
    """Return the rows of a table, the newest first."""
    looked: dict[str | None, Event] = {}
    rows = []
    for event in events:
        if event.kind in LOOKS:
            looked[event.problem] = event
        if everything or event.kind in ROWS:
            look = looked.get(event.problem)
            minutes = None if look is None else (event.at - look.at).total_seconds() / 60
            rows.append(HistoryRow(event, minutes))
    return rows[::-1]


def history_json(rows: Sequence[HistoryRow]) -> list[dict[str, Any]]:
    """Return rows as plain JSON types."""
    return [{**row.event.to_json(), "minutes_since_look": row.minutes} for row in rows]


def show_history(console: Console, rows: Sequence[HistoryRow], *, named: bool) -> None:
    """Print a table; the problem is a column where it is `named`."""
    wide = console.width >= WIDE or not console.is_terminal
    other = _measured_elsewhere(rows)
    marked = {row.event.id for row in other}
    head = ["when", "problem", "verdict", "min", "ratio", "growth", "id"]
    lines = [head, *(_cells(row, wide=wide, marked=row.event.id in marked) for row in rows)]
    if not named:
        lines = [[*cells[:1], *cells[2:]] for cells in lines]
    widths = _widths(lines)
    over = sum(widths) + len(GAP) * (len(widths) - 1) - console.width
    if named and over > 0 and console.is_terminal:
        _shorten(lines, max(widths[1] - over, LEAST_NAME), "~" if ascii_only(console) else "…")
        widths = _widths(lines)
    styles = [""] + [_style(row.event) for row in rows]
    at = 1 + named
    for cells, style in zip(lines, styles, strict=True):
        padded = [
            cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True)
        ]
        line = Text(GAP.join(padded[:at]) + GAP, "bold" if not style and cells is lines[0] else "")
        line.append(padded[at], style or "bold")
        line.append((GAP + GAP.join(padded[at + 1 :])).rstrip())
        say_text(console, line)
    if other:
        versions = practice.interpreter_words(practice.interpreter_of(row.event) for row in other)
        say(console, f"* measured on {escape(versions, 200)}: not to be compared with the others")


def _widths(lines: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(cell_len, column)) for column in zip(*lines, strict=True)]


def _shorten(lines: Sequence[list[str]], width: int, end: str) -> None:
    """Cut the names of problems that are longer than their column may be."""
    for cells in lines:
        if cell_len(cells[1]) > width:
            cells[1] = set_cell_size(cells[1], width - 1) + end


def _measured_elsewhere(rows: Sequence[HistoryRow]) -> list[HistoryRow]:
    """Return the rows whose figures were measured on another interpreter than the newest ones."""
    timed = [row for row in rows if _ratio(row.event.facts.get("runtime"), wide=True) != NONE]
    versions = [practice.interpreter_of(row.event) for row in timed]
    return [row for row, version in zip(timed, versions, strict=True) if version != versions[0]]


def _cells(row: HistoryRow, *, wide: bool, marked: bool) -> list[str]:
    event, facts = row.event, row.event.facts
    done = event.verdict or NONE
    if event.kind not in ROWS:
        done = event.kind + (f" {event.verdict}" if event.verdict else "")
    growth = facts.get("growth")
    measured = growth.get("measured") if isinstance(growth, dict) else None
    return [
        _when(event) if wide else _when(event)[5:] or NONE,
        escape(event.problem or NONE, 64),
        escape(done, 24),
        NONE if row.minutes is None else f"{max(row.minutes, 0):.0f}",
        _ratio(facts.get("runtime"), wide=wide) + "*" * marked,
        escape(measured, 12) if isinstance(measured, str) else NONE,
        escape(event.id[: ID_LETTERS if wide else SHORT_ID], ID_LETTERS),
    ]


def _when(event: Event) -> str:
    """Return the moment by the clock where it happened."""
    try:
        return (event.at + timedelta(minutes=event.offset)).strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError):
        return NONE


def _ratio(runtime: object, *, wide: bool) -> str:
    figures = runtime if isinstance(runtime, dict) else {}
    found = [figures.get(name) for name in ("ratio", "low", "high")]
    if any(isinstance(one, bool) or not isinstance(one, int | float) for one in found):
        return NONE
    try:
        ratio, low, high = (f"{one:.3g}" for one in found)
    except OverflowError:  # a whole number that no float holds
        return NONE
    return f"{ratio} ({low}-{high})" if wide else f"{low}-{high}"


def _style(event: Event) -> str:
    try:
        return STYLES[Verdict(event.verdict or "")]
    except ValueError:
        return "none"


def event_json(event: Event, report: bytes | None, source: bytes | None) -> dict[str, Any]:
    """Return one event with its report and its text as plain JSON types."""
    return {
        **event.to_json(),
        "report": json.loads(report) if report is not None else None,
        "text": source.decode("utf-8", "surrogateescape") if source is not None else None,
    }


def show_event(
    console: Console,
    event: Event,
    report: bytes | None,
    source: bytes | None,
    problem: Problem | None,
) -> None:
    """Print one event: what it was, its report or its facts, and its text."""
    words = [event.kind, event.problem or "", event.verdict or "", _when(event), event.id]
    say(console, "  ".join(escape(word, 80) for word in words if word), "bold")
    whole = _report(report)
    if whole is not None:
        submission = Submission(source or b"", "the text below", whole.submission.language)
        # There is no such file that a command could play again.
        context = replace(report_context(problem, submission, whole), replay="", test="")
        show_report(console, whole, context)
    else:
        for name, value in event.facts.items():
            say(console, f"{escape(name, 40)}: {escape(literal(value), LINE_CHARACTERS)}")
    if source is not None:
        say(console, "")
        for number, line in enumerate(_lines(source)[:MOST_LINES], 1):
            say_text(console, Text.assemble((f"{number:5} ", "dim"), line))


def _report(text: bytes | None) -> reports.Report | None:
    try:
        return reports.read_report(json.loads(text)) if text is not None else None
    except (ReportError, ValueError, RecursionError):
        return None


def _lines(source: bytes) -> list[str]:
    text = source.decode("utf-8", "backslashreplace")
    return [escape(line.expandtabs(4), LINE_CHARACTERS) for line in text.splitlines()]


def diff_lines(first: tuple[Event, bytes], second: tuple[Event, bytes]) -> list[str]:
    """Return a unified difference of two texts, escaped; empty where they are the same."""
    if first[1] == second[1]:
        return []
    old, new = (_lines(text) for _, text in (first, second))
    return [
        escape(line.rstrip("\n"), LINE_CHARACTERS + 1)
        for line in difflib.unified_diff(old, new, _name(first[0]), _name(second[0]), lineterm="")
    ] or ["only what no line shows differs: line ends, or bytes that are no text"]


def compared_figures(first: Event, second: Event) -> str | None:
    """Return how the ratios of two submissions differ, or why they cannot be compared.

    None where not both were timed.
    """
    old, new = (_ratio(event.facts.get("runtime"), wide=True) for event in (first, second))
    if NONE in (old, new):
        return None
    versions = [practice.interpreter_of(event) for event in (first, second)]
    if versions[0] == versions[1]:
        return f"time over the reference's: {old}, then {new}"
    words = [escape(practice.interpreter_words([version]), 80) for version in versions]
    return f"their times are not compared: measured on {words[0]} and {words[1]}"


def _name(event: Event) -> str:
    return f"{event.id[:ID_LETTERS]} {_when(event)} {event.verdict or ''}".rstrip()


def show_diff(console: Console, lines: Sequence[str]) -> None:
    """Print a difference, what went in red and what came in green."""
    for line in lines:
        style = "bold" if line.startswith(("---", "+++")) else _DIFF.get(line[:1], "")
        console.print(Text(line, style), soft_wrap=True)


_DIFF = {"-": "red", "+": "green", "@": "dim"}


def show_met(console: Console, met: Sequence[tuple[str, Any]]) -> None:
    """Print inputs that were met, each with its problem and when it failed last."""
    dot = "-" if ascii_only(console) else "·"
    for slug, entry in met:
        given = entry["arguments"]
        inputs = given.items() if isinstance(given, dict) else [("input", given)]
        shown = ", ".join(f"{name} = {literal(value)}" for name, value in inputs)
        verdict, date = str(entry.get("verdict")), str(entry.get("at"))[:10]
        line = Text(f"{escape(verdict, 5):<4}", "bold")
        line.append(f" {escape(slug, 64)} {dot} {escape(date, 10)}", "")
        say_text(console, line)
        say(console, f"     {escape(shown, LINE_CHARACTERS)}")
        say(console, f"     expected {escape(literal(entry['expected']), LINE_CHARACTERS)}", "dim")
