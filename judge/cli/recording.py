"""Keep what a command did in the history, once its output is on the screen.

Nothing of the history is imported before; what goes wrong with it is one line on standard error.
"""

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from judge import __version__, practice, reports
from judge.values import escape
from judge.verdict import Verdict

if TYPE_CHECKING:
    from judge.cli.request import Moment
    from judge.cli.setup import Setup
    from judge.measurement import Bench
    from judge.practice import Event, History, Past
    from judge.problems import Problem
    from judge.reports import Played, Report
    from judge.submission import Submission


def history_of(setup: "Setup") -> "History | None":
    """Return the history of this user, one for a process; None where JUDGE_HISTORY is off."""
    if not setup.keeps_history():
        return None
    if not setup.histories:
        setup.histories.append(practice.History(setup.data_dir(), _tell))
    return setup.histories[0]


def past_on(setup: "Setup", slug: str) -> "Past":
    """Return what this user has done on a problem, as far as it is known."""
    history = history_of(setup)
    return practice.past_of(history.read(slug) if history is not None else ())


def record(
    setup: "Setup",
    kind: str,
    problem: "Problem | None" = None,
    facts: Mapping[str, Any] | None = None,
    **values: Any,
) -> None:
    """Keep one event of a command that judges nothing."""
    record_all(setup, kind, problem, [facts or {}], **values)


def record_all(
    setup: "Setup",
    kind: str,
    problem: "Problem | None",
    facts: Sequence[Mapping[str, Any]],
    **values: Any,
) -> None:
    """Keep several events of one kind, by one write."""
    history = history_of(setup)
    if history is None or not facts:
        return
    if problem is not None:
        values = {"problem": problem.slug, "version": problem.version, **values}
    with suppress(OSError, ValueError):  # raised again where the command ends
        sys.stdout.flush()
    history.extend((_event(kind, facts=one, **values) for one in facts), {})


@dataclass(frozen=True, slots=True)
class Given:
    """A source that was given to a command of that kind, and the moment at which it was."""

    kind: str
    slug: str
    submission: "Submission"
    began: "Moment"

    def event(self, version: str, verdict: str | None, facts: Mapping[str, Any]) -> "Event":
        """Return the event of this moment, when it is over."""
        with suppress(OSError, ValueError):  # raised again where the command ends
            sys.stdout.flush()
        return _event(
            self.kind,
            problem=self.slug,
            version=version,
            verdict=verdict,
            source=self.submission.sha256,
            facts={
                "began": practice.moment_text(self.began.wall),
                **facts,
                "clock_moved": self.began.moved(),
            },
        )


def record_judged(
    setup: "Setup", given: Given, report: "Report", problem: "Problem | None", **more: Any
) -> "Past":
    """Keep a verdict that has been shown, and return what is known of the problem with it."""
    history = history_of(setup)
    before = history.read(given.slug) if history is not None else []
    document = json.dumps(reports.to_json(report)).encode("ascii")
    digest = hashlib.sha256(document).hexdigest()
    facts = practice.submit_facts(report, given.submission.source)
    event = given.event(
        report.problem.version, report.verdict.value, {**facts, "report": digest, **more}
    )
    if history is not None:
        if problem is not None and report.verdict is Verdict.ACCEPTED:
            same = practice.same_as(given.submission, problem, event, before)
            event = replace(event, facts={**event.facts, "same_as": same})
        texts = {given.submission.sha256: given.submission.source, digest: document}
        history.extend([event], texts)
    return practice.past_of([*before, event])


def record_run(
    setup: "Setup",
    given: Given,
    problem: "Problem",
    played: "Sequence[Played]",
    arguments: Any,
    *,
    valid: bool = True,
) -> None:
    """Keep a run whose answers have been shown; its verdict is that of the first that fails."""
    history = history_of(setup)
    if history is not None:
        verdicts = [one.verdict.value for one in played]
        worst = next((code for code in verdicts if code != "AC"), "AC" if verdicts else None)
        facts = practice.run_facts(played, arguments, given.submission.source, valid=valid)
        event = given.event(problem.version, worst, facts)
        history.append(event, given.submission.source)


def record_bench(setup: "Setup", given: Given, found: "Bench") -> None:
    """Keep a measurement that has been shown."""
    history = history_of(setup)
    if history is not None:
        source = given.submission.source
        event = given.event(found.version, None, practice.bench_facts(found, source))
        history.append(event, source)


def _event(kind: str, **values: Any) -> "Event":
    return practice.new_event(kind, judge=__version__, **values)


def _tell(line: str) -> None:
    with suppress(OSError, ValueError):  # standard error may be closed
        sys.stderr.write(f"judge: {escape(line, 600)}\n")
        sys.stderr.flush()
