"""Keep what a command did in the history, once its output is on the screen.

Nothing of the history is imported before; what goes wrong with it is one line on standard error.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from judge import __version__, practice
from judge.values import escape

if TYPE_CHECKING:
    from judge.cli.request import Given
    from judge.cli.setup import Setup
    from judge.measurement import Bench
    from judge.practice import Event, History, Past
    from judge.problems import Problem
    from judge.reports import Played, Report


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
    events = (_event(kind, facts=one, **values) for one in facts)
    history.extend(practice.in_round(history, event) for event in events)


def record_judged(
    setup: "Setup", given: "Given", report: "Report", problem: "Problem | None"
) -> None:
    """Keep a verdict that has been shown."""
    history = history_of(setup)
    with _no_failure():
        if history is not None:
            practice.keep_judged(history, _over(given), report, problem)


def record_run(
    setup: "Setup",
    given: "Given",
    problem: "Problem",
    played: "Sequence[Played]",
    arguments: Any,
    *,
    valid: bool = True,
) -> None:
    """Keep a run whose answers have been shown."""
    history = history_of(setup)
    with _no_failure():
        if history is not None:
            practice.keep_run(history, _over(given), problem, played, arguments, valid=valid)


def record_bench(setup: "Setup", given: "Given", found: "Bench") -> None:
    """Keep a measurement that has been shown."""
    history = history_of(setup)
    with _no_failure():
        if history is not None:
            practice.keep_bench(history, _over(given), found)


@contextmanager
def _no_failure() -> Iterator[None]:
    """Tell whatever goes wrong inside in a line: the verdict is shown, and stays what it is."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - see above
        _tell(f"this is not recorded: {type(error).__name__}")


def _over(given: "Given") -> "practice.Given":
    """Return what was given to a command, now that it is over."""
    with suppress(OSError, ValueError):  # raised again where the command ends
        sys.stdout.flush()
    return practice.Given(
        kind=given.kind,
        problem=given.slug,
        submission=given.submission,
        began=given.began.wall,
        clock_moved=given.began.moved(),
    )


def _event(kind: str, **values: Any) -> "Event":
    return practice.new_event(kind, judge=__version__, **values)


def _tell(line: str) -> None:
    with suppress(OSError, ValueError):  # standard error may be closed
        sys.stderr.write(f"judge: {escape(line, 600)}\n")
        sys.stderr.flush()
