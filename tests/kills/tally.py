"""What a site has got over, event by event, and how long that took."""

import logging
import statistics
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from tests.kills.load import Load, Taken

Report = dict[str, Any]

log = logging.getLogger("tests.kills")


@dataclass
class Line:
    """What came of all events of one name. Recoveries are in seconds."""

    recoveries: list[float] = field(default_factory=list)
    lost: int = 0
    doubled: int = 0
    overwritten: int = 0
    blamed: int = 0
    wrong: int = 0

    def faults(self) -> int:
        """Count all that should not be."""
        return self.lost + self.doubled + self.overwritten + self.blamed + self.wrong


class Tally:
    """The lines of one site, by the names of its events.

    Each submission is held against an undisturbed one of its kind once it is done, and against
    what it was then after each event: a report is written once.
    """

    def __init__(self) -> None:
        self.lines: dict[str, Line] = defaultdict(Line)
        self._calm: dict[str, Report] = {}
        self._judged: set[str] = set()
        self._spoilt: set[str] = set()

    def calm(self, load: Load) -> None:
        """Take what is done by now as undisturbed."""
        done = [one for one in load.taken() if one.seen is not None]
        reports = load.reports_of(done)
        self._calm = {one.kind: reports[one.id] for one in done}
        self._judged |= reports.keys()

    def judge(self, load: Load, name: str) -> None:
        """Hold what is done against what it was, and against what it should be."""
        line = self.lines[name]
        done = [one for one in load.taken() if one.seen is not None]
        rows = load.rows_of(done)
        for one in done:
            row = rows.get(one.id)
            if row != one.seen and one.id not in self._spoilt:
                self._spoilt.add(one.id)
                line.lost += row is None
                line.overwritten += row is not None
                log.warning("%s, done as %s, is %s", one.id, one.seen, row)
        self._compare([one for one in done if one.id not in self._judged], load, line)

    def _compare(self, new: list[Taken], load: Load, line: Line) -> None:
        for id_, report in load.reports_of(new).items():
            kind = next(one.kind for one in new if one.id == id_)
            self._judged.add(id_)
            right = self._calm[kind]
            if _same(report, right):
                continue
            blamed = report["verdict"] == "IE"
            line.blamed += blamed
            line.wrong += not blamed
            log.warning("%s, a %s, should be %s and is %s", id_, kind, right, report)

    def faults(self) -> int:
        """Count all that should not be."""
        return sum(line.faults() for line in self.lines.values())

    def median(self) -> float:
        """Return the median of all recoveries, in seconds."""
        return statistics.median([one for line in self.lines.values() for one in line.recoveries])

    def table(self) -> str:
        """Return the table of all events, as Markdown."""
        head = "event | times | lost | doubled | overwritten | blamed | wrong | median s | worst s"
        rows = [head, " | ".join(["---"] * 9)]
        for name, line in self.lines.items():
            found = line.recoveries or [0.0]
            counts = [line.lost, line.doubled, line.overwritten, line.blamed, line.wrong]
            seconds = [f"{statistics.median(found):.1f}", f"{max(found):.1f}"]
            rows.append(" | ".join([name, str(len(line.recoveries)), *map(str, counts), *seconds]))
        return "\n".join(f"| {row} |" for row in rows)


#: What of a failure stays where a report says that the seconds for its search ran out, and so shows
#: a larger input: a frozen program spends them too.
_WITHOUT_SEARCH = ("group", "flags", "exception", "line", "clock", "hidden", "whole_run")


def _same(one: Report, other: Report) -> bool:
    """Whether two reports agree on all that a disturbance must not change."""
    searched = not (_search_ended(one) or _search_ended(other))
    return _essence(one, searched=searched) == _essence(other, searched=searched)


def _search_ended(report: Report) -> bool:
    return any(note["code"] == "search_guard_fired" for note in report["notes"])


def _essence(report: Report, *, searched: bool) -> Report:
    essence = {part: report[part] for part in ("verdict", "cases", "submission")}
    failure = report["failure"]
    if failure is not None and not searched:
        failure = {part: failure[part] for part in _WITHOUT_SEARCH}
    return essence | {"failure": failure}
