"""What was given, and what its event says: the facts that schedule and scorecard are made from.

Pure. Values of a submission in them are hostile, as in the report that they come from.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from judge import __version__, measurement, reports
from judge.practice.event import Event, new_event
from judge.reports import Growth, Played, Report
from judge.submission import Submission
from judge.verdict import Verdict

Facts = dict[str, Any]

#: Longer inputs of one's own are kept by their digest: an event is a line.
MOST_INPUT_BYTES = 16 * 1024
#: A source without any of these declares no complexity, and is not searched for one.
_WORDS = (b"complexity", b"time", b"space", b"memory")
_TERM = rb"\b(?:O|Theta|big-?o) ?(?:of ?)?\("


class Given:
    """A source that was given to be judged or run, for what, and when.

    `began` is the moment at which it was given, in seconds since 1970. `clock_moved`: the clock on
    the wall was set before it was over. The `id` of a submission is its event's.

    Not a dataclass or a named tuple: to make one of these takes longer than to write the event.
    """

    def __init__(
        self,
        *,
        kind: str,
        problem: str,
        submission: Submission,
        began: float,
        clock_moved: bool = False,
        id: str = "",  # noqa: A002 - its name in the event
    ) -> None:
        self.kind, self.problem, self.submission = kind, problem, submission
        self.began, self.clock_moved, self.id = began, clock_moved, id

    def event(self, version: str, verdict: str | None, facts: Mapping[str, Any]) -> Event:
        """Return the event of this moment, when it is over."""
        made = new_event(
            self.kind,
            problem=self.problem,
            version=version,
            verdict=verdict,
            source=self.submission.sha256,
            facts={
                "began": moment_text(self.began),
                **facts,
                "clock_moved": self.clock_moved,
            },
            judge=__version__,
        )
        return made._replace(id=self.id) if self.id else made


def submit_facts(report: Report, source: bytes) -> Facts:
    """Return the facts of a judged source; of a replay too."""
    failure, growth = report.failure, report.growth.time if report.growth else None
    return {
        "bytes": report.submission.bytes,
        "language_version": report.submission.language_version,
        "passed": report.cases.passed,
        "total": report.cases.total,
        "failed_group": failure.group if failure is not None else None,
        "growth": growth_facts(growth),
        "runtime": _runtime(report),
        "declared": declared_facts(source),
        "notes": [note.code for note in report.notes],
        "mend": _mend(report),
        "tests": _tests(report),
    }


def growth_facts(growth: Growth | None) -> Facts | None:
    """Return how time grows, beside the reference; None where it was not measured."""
    if growth is None:
        return None
    return {
        "measured": growth.measured,
        "also": growth.also_consistent_with,
        "reference": growth.reference,
        "agrees": growth.agrees,
    }


def declared_facts(source: bytes) -> Facts:
    """Return the terms of time and space that a source declares, the first of each, or None."""
    found: Facts = {"time": None, "space": None}
    if _may_declare(source):
        for claim in measurement.declared(source.decode("utf-8", "replace")):
            found[claim.what] = found[claim.what] or claim.name
    return found


def _may_declare(source: bytes) -> bool:
    lower = source.lower()
    if any(word in lower for word in _WORDS):
        return True
    # To compile the expression takes longer than to look for what it needs.
    near = any(word in lower for word in (b"o(", b"o (", b"o of", b"theta"))
    return near and re.search(_TERM, source, re.IGNORECASE) is not None


def run_facts(
    played: Sequence[Played], arguments: Any, source: bytes, *, valid: bool = True
) -> Facts:
    """Return the facts of a run on the samples, or on `arguments`; `valid`: within constraints."""
    return {
        "own": arguments is not None,
        "arguments": kept_input(arguments),
        "valid": valid,
        "inputs": len(played),
        "passed": sum(one.verdict is Verdict.ACCEPTED for one in played),
        "bytes": len(source),
    }


def bench_facts(found: "measurement.Bench", source: bytes) -> Facts:
    """Return the facts of a measurement by `judge bench`."""
    grown = reports.growths_of(found.grown)
    return {
        "bytes": len(source),
        "growth": growth_facts(grown.time) if grown else None,
        "memory": growth_facts(grown.memory) if grown else None,
        "refused": bool(found.refused),
    }


def kept_input(arguments: Any) -> Any:
    """Return an input as an event keeps it: a long one by its digest, which still tells it apart.

    Of one that is nested too deeply for JSON nothing is kept.
    """
    try:
        text = json.dumps(arguments, separators=(",", ":"))
    except (RecursionError, TypeError, ValueError):
        return None
    if len(text) <= MOST_INPUT_BYTES:
        return arguments
    return {"sha256": hashlib.sha256(text.encode("ascii")).hexdigest(), "bytes": len(text)}


def moment_text(seconds: float) -> str:
    """Return seconds since 1970 as events write a moment."""
    text = datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def _runtime(report: Report) -> Facts | None:
    if report.runtime is None:
        return None
    return {name: getattr(report.runtime, name) for name in ("ratio", "low", "high")}


def _mend(report: Report) -> Facts | None:
    if report.mend is None:
        return None
    return {name: getattr(report.mend, name) for name in ("changed", "smallest", "rewritten")}


def _tests(report: Report) -> Facts | None:
    """Return what a suite of tests caught, of a problem of that kind."""
    score = report.extras.get("score")
    if not isinstance(score, dict):
        return None
    of = {"caught": "caught", "known": "of", "false_alarms": "false_alarms"}
    return {name: score.get(field) for name, field in of.items()}
