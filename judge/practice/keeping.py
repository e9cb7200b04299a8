"""Keep what was judged or run: one event, with the source and the report as texts beside it."""

import json
from collections.abc import Sequence
from typing import Any, Literal

from judge import measurement, practice, reports
from judge.practice.event import Event
from judge.practice.glance import may_have_round
from judge.practice.history import Events, History, digest_of
from judge.practice.recorded import Given, bench_facts, run_facts, submit_facts
from judge.problems import Problem
from judge.reports import Played, Report
from judge.verdict import Verdict


def keep_judged(
    history: Events, given: Given, report: Report, problem: Problem | None, **more: Any
) -> None:
    """Keep a verdict with the text that it is on.

    `problem` is None where a text is not compared with those that are known; `more` are further
    facts. Events of the past are read for an accepted text alone.
    """
    document = json.dumps(reports.to_json(report)).encode("ascii")
    facts = submit_facts(report, given.submission.source)
    facts = {**facts, "report": digest_of(document), **more}
    event = given.event(report.problem.version, report.verdict.value, facts)
    if problem is not None and report.verdict is Verdict.ACCEPTED:
        same = _same_as(history, given, problem, event)
        event = event._replace(facts={**event.facts, "same_as": same})
    event = in_round(history, event)
    history.append(event, given.submission.source, document)
    keep_met(history, problem, event, report)


def _same_as(
    history: Events, given: Given, problem: Problem, new: Event
) -> Literal["own", "known"] | None:
    """Return whether an accepted text is a solution of the package, or an earlier evening's."""
    if practice.is_known(given.submission, problem):
        return "known"
    if isinstance(history, History) and not history.has_text(given.submission.sha256):
        return None  # as nearly always: it is a new text, and no event names it
    before = history.read(given.problem, new.source)
    return "own" if practice.is_repeated(new, before) else None


def keep_run(
    history: Events,
    given: Given,
    problem: Problem,
    played: Sequence[Played],
    arguments: Any,
    *,
    valid: bool = True,
) -> None:
    """Keep a run on the samples, or on `arguments`; its verdict is that of the first that fails."""
    failed = (one.verdict.value for one in played if one.verdict is not Verdict.ACCEPTED)
    verdict = next(failed, Verdict.ACCEPTED.value if played else None)
    facts = run_facts(played, arguments, given.submission.source, valid=valid)
    event = in_round(history, given.event(problem.version, verdict, facts))
    history.append(event, given.submission.source)
    for one in played:
        if one.verdict is not Verdict.ACCEPTED:
            _meet(history, problem, event, practice.met_in_run(one))


def keep_met(history: Events, problem: Problem | None, event: Event, report: Report) -> None:
    """Keep the input that a report fails on, to be played again first."""
    if report.failure is not None:
        _meet(history, problem, event, practice.met_of(report))


def _meet(
    history: Events, problem: Problem | None, event: Event, found: tuple[Any, Any] | None
) -> None:
    if history.met_dir is not None and problem is not None and found is not None:
        practice.meet(history.met_dir, problem, event, found)


def keep_bench(history: Events, given: Given, found: "measurement.Bench") -> None:
    """Keep a measurement by `judge bench`."""
    source = given.submission.source
    event = given.event(found.version, None, bench_facts(found, source))
    history.append(in_round(history, event), source)


def in_round(history: Events, event: Event) -> Event:
    """Return an event with its round, where it is about a part of the one that goes on.

    Work on a part that is not open yet opens it, which is kept here.
    """
    if isinstance(history, History) and not may_have_round(history.path.parent):
        return event  # as nearly always: nothing is read for it
    events = history.read()
    opening = practice.opened_by(event, events)
    if opening is not None:
        history.append(opening)
    return practice.with_round(event, events)
