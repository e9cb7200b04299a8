"""The weeks of a study plan, which is data: what is worth doing in which week."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from judge.errors import Fault
from judge.practice.curriculum.shipped import (
    Rule,
    ShippedError,
    are_texts,
    faults_of,
    is_text,
    read_toml,
)
from judge.records import dataclass, replace

FOLDER = Path(__file__).parents[1] / "plans"
#: The plan that there is.
DEFAULT = "seven-weeks"


@dataclass(frozen=True, slots=True)
class Week:
    """One week of a plan: slugs of problems, ids of written questions, and rounds to finish."""

    title: str
    problems: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    rounds: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do, week by week."""

    name: str
    title: str
    weeks: tuple[Week, ...]

    def within(self, slugs: Collection[str]) -> "Plan":
        """Return the plan without the problems that are not among these."""
        kept = (
            replace(week, problems=tuple(one for one in week.problems if one in slugs))
            for week in self.weeks
        )
        return replace(self, weeks=tuple(kept))


def load_plan(name: str = DEFAULT, folder: Path = FOLDER) -> Plan:
    """Return a plan that the judge comes with. Raises `ShippedError`."""
    path = folder / f"{name}.toml"
    table = read_toml(path)
    faults = list(faults_of(table, _PLAN, path))
    weeks = table.get("weeks")
    if isinstance(weeks, list):
        for number, week in enumerate(weeks, 1):
            faults += faults_of(week, _WEEK, path, f"week {number}")
    if not faults:
        faults += _repeated(weeks or [], path)
    if faults:
        raise ShippedError(faults)
    return Plan(name, table["title"], tuple(map(_week, table["weeks"])))


_PLAN = {
    "title": Rule("a text", is_text),
    "weeks": Rule("weeks, as [[weeks]]", lambda value: isinstance(value, list) and bool(value)),
}
_NAMES = Rule("a list of different names", are_texts, optional=True)
_WEEK = {
    "title": Rule("a text", is_text),
    "problems": _NAMES,
    "questions": _NAMES,
    "rounds": Rule("how many rounds", lambda value: type(value) is int and value > 0, True),
}


def _repeated(weeks: Iterable[dict[str, Any]], path: Path) -> Iterable[Fault]:
    """Yield what stands in two weeks: it would be done in both at once."""
    seen: dict[tuple[str, str], int] = {}
    for number, week in enumerate(weeks, 1):
        for kind in ("problems", "questions"):
            for name in week.get(kind, ()):
                first = seen.setdefault((kind, name), number)
                if first != number:
                    reason = f"stands in week {first} already"
                    yield Fault(path.name, f"week {number}: {name}", reason, "Name it once")


def _week(table: dict[str, Any]) -> Week:
    problems, questions = (tuple(table.get(kind, ())) for kind in ("problems", "questions"))
    return Week(table["title"], problems, questions, table.get("rounds", 0))
