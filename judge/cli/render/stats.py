"""What the evenings have come to, for people: a table and a calendar, in 80 columns."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from rich.console import Console
from rich.text import Text

from judge import practice
from judge.cli.render.console import ascii_only, say
from judge.cli.render.figures import times
from judge.practice import Evenings, Stats, Tally
from judge.values import escape

WEEKS = 12
GAP = 2
NONE = "-"
#: What stands for a day, from no practice to much of it, and the minutes from which it does.
SHADES, PLAIN_SHADES = ("·", "░", "▒", "▓", "█"), (".", "-", "+", "*", "#")
STEPS = (20, 45, 90)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_COLUMNS: dict[str, Callable[[Tally], str]] = {
    "solved": lambda one: str(one.solved),
    "tried": lambda one: str(one.tried),
    "new": lambda one: str(one.new),
    "first": lambda one: _share(one.first_tries, one.submitted),
    "time": lambda one: _minutes(one.time),
    "ratio": lambda one: NONE if one.ratio is None else f"{times(one.ratio)}x",
    "growth": lambda one: _share(one.grown_well, one.measured),
    "hints": lambda one: str(one.hints),
}


def show_stats(console: Console, stats: Stats, days: Evenings, today: date) -> None:
    """Print what was solved by topic and difficulty, then the days of practice."""
    total = stats.total
    count = total.solved + total.tried + total.new
    say(console, f"{total.solved} of {count} problems solved, {total.tried} tried", "bold")
    console.print()
    _show_table(console, stats)
    if total.solved or total.tried:
        console.print()
        for line in _legend(total, stats.interpreter):
            say(console, line, "dim")
    console.print()
    _show_calendar(console, days, today)
    say(console, _rows(days, today))


def _show_table(console: Console, stats: Stats) -> None:
    """Print the tallies; of a line that is too long for the terminal the last columns are left."""
    groups = (stats.topics, stats.difficulties, [stats.total])
    rows = [[one.name, *(cell(one) for cell in _COLUMNS.values())] for g in groups for one in g]
    head = ["", *_COLUMNS]
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    most = console.width if console.is_terminal else sum(widths) + GAP * len(widths)
    while len(widths) > 1 and sum(widths) + GAP * (len(widths) - 1) > most:
        widths.pop()
    breaks = {len(stats.topics), len(stats.topics) + len(stats.difficulties)}
    _show_row(console, head, widths, "dim")
    for number, row in enumerate(rows):
        if number in breaks:
            console.print()
        _show_row(console, row, widths, "bold" if number == len(rows) - 1 else "")


def _show_row(console: Console, row: Sequence[str], widths: Sequence[int], style: str) -> None:
    name, *cells = row[: len(widths)]
    line = f"{name:<{widths[0]}}"
    for cell, width in zip(cells, widths[1:], strict=True):
        line += f"{'':{GAP}}{cell:>{width}}"
    console.print(Text(line, style), no_wrap=True, soft_wrap=True)


def _legend(total: Tally, interpreter: str | None) -> Iterator[str]:
    """Yield what the columns mean, of those that hold anything."""
    if total.submitted:
        yield "first: accepted at the first submission, of the problems submitted"
    if total.time is not None:
        yield "time: the median to the first accepted one, without breaks of over 15 minutes"
    if total.ratio is not None:
        yield "ratio: the median of your time over the reference's"
    if total.elsewhere:
        count = f"{total.elsewhere} problem{'s' if total.elsewhere > 1 else ''}"
        version = escape(practice.interpreter_words([interpreter]), 80)
        yield f"ratio: on {version}; {count} measured on another version left out"
    if total.measured:
        yield "growth: as good as the reference's, of the problems where it was measured"


def _show_calendar(console: Console, days: Evenings, today: date) -> None:
    """Print a column for each week, with a shade for the minutes of each day."""
    plain = ascii_only(console)
    shades = PLAIN_SHADES if plain else SHADES
    weeks = practice.weeks_before(today, WEEKS)
    line = Text(f"     {_months(weeks)}".rstrip(), "dim")
    console.print(line, no_wrap=True, soft_wrap=True)
    for weekday, name in enumerate(WEEKDAYS):
        cells = (_shade(week[weekday], days, today, shades) for week in weeks)
        line = Text(f"{name} ", "dim")
        line.append(" " + " ".join(2 * cell for cell in cells), "not dim")
        line.rstrip()
        console.print(line, no_wrap=True, soft_wrap=True)
    steps = [f"under {step} minutes" if step == STEPS[0] else f"under {step}" for step in STEPS]
    keys = zip(shades, ("none", *steps, "more"), strict=True)
    say(console, "     " + "  ".join(f"{2 * shade} {words}" for shade, words in keys), "dim")


def _months(weeks: Sequence[Sequence[date]]) -> str:
    """Return the month of each week that is the first of one, above its column."""
    line, month = "", 0
    for number, week in enumerate(weeks):
        last = week[-1].month
        if last != month and len(line) <= 3 * number:
            line = line.ljust(3 * number) + MONTHS[last - 1] + " "
        month = last
    return line


def _shade(day: date, days: Evenings, today: date, shades: Sequence[str]) -> str:
    if day > today:
        return " "
    minutes = days.minutes.get(day)
    if minutes is None:
        return shades[0]
    return shades[1 + sum(minutes >= step for step in STEPS)]


def _rows(days: Evenings, today: date) -> str:
    """Return how often a person practised; what was not done is not said."""
    begin = practice.weeks_before(today, WEEKS)[0][0]
    count = sum(day >= begin for day in days.minutes)
    if not count:
        return "The calendar fills from your first evening on."
    said = f"{count} {'day' if count == 1 else 'days'} of practice in {WEEKS} weeks"
    if days.row > 1:
        said += f", {days.row} in a row now"
    if days.longest > max(days.row, 1):
        said += f", {days.longest} in a row at best"
    return f"{said}."


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole}" if whole else NONE


def _minutes(time: timedelta | None) -> str:
    return NONE if time is None else f"{round(time.total_seconds() / 60)} min"
