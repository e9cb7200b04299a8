"""How a round ends: its last texts are judged, and what its scorecard needs is measured once."""

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from judge import cli, events, measurement, practice, reports
from judge.cache import read_own_file, write_atomically
from judge.cli.options import is_live
from judge.errors import JudgeError
from judge.records import replace
from judge.submission import Submission
from judge.values import escape
from sandbox import SandboxError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from judge.cli.setup import Setup
    from judge.practice import Card, Course, Event, History
    from judge.problems import Problem

FOLDER = "rounds"
MOST_BYTES = 4 * 1024 * 1024


def close_round(
    setup: "Setup",
    one: "Course",
    reason: str,
    now: "Callable[[], datetime]",
    *,
    anyway: bool = False,
) -> bool:
    """Judge the last texts of a round, and end it by the clock of `now`; return whether it ended.

    While this host cannot judge one of them, the round stays for a later command, unless it shall
    end `anyway`.
    """
    history = cli.history_of(setup)
    if history is None:
        return False
    judged = [_judge_last(setup, history, one, given) for given in practice.last_texts(one)]
    return (all(judged) or anyway) and history.append(practice.ended(one, now(), reason))


def card_of(setup: "Setup", one: "Course") -> "Card":
    """Return the scorecard of a round that has ended."""
    return practice.score(one.events, _measured(setup, one))


def _judge_last(setup: "Setup", history: "History", one: "Course", given: "Event") -> bool:
    """Judge the last text of a part, and keep its verdict; return False where it may be yet."""
    slug = given.problem or ""
    text, problem = history.text(given.source or ""), _load(setup, slug)
    if text is None or problem is None:
        _tell(f"the last text of {slug} is lost, so it is not judged")
        return True
    submission = _submission(problem, text)
    _tell(f"the round is over: judging the last text of {slug}")
    try:
        settings = replace(setup.settings(), timing=True)
        report = events.result_of(setup.judge.judge(submission, problem, settings))
    except (JudgeError, SandboxError) as error:
        _tell(f"the last text of {slug} was not judged: {error}")
        return False
    _tell(f"{slug}: {report.verdict.value}, {report.summary}")
    given_then = practice.last_given(one, given, submission)
    practice.keep_judged(history, given_then, report, problem)
    return True


def _measured(setup: "Setup", one: "Course") -> dict[str, Any]:
    """Return what a scorecard needs besides the events; it is measured once, then kept.

    What a linter finds is looked up later, where none was there at first.
    """
    path = setup.data_dir() / FOLDER / f"{one.id}.json"
    with suppress(OSError, ValueError, RecursionError):
        kept = json.loads(read_own_file(path, MOST_BYTES))
        if isinstance(kept, dict) and (kept.get("linter") is not False or not practice.linter()):
            return kept
        if isinstance(kept, dict):
            return _keep(path, {**kept, "quality": _quality(setup, one), "linter": True})
    return _keep(path, _measure(setup, one))


def _keep(path: Path, found: dict[str, Any]) -> dict[str, Any]:
    with suppress(OSError):  # it is measured again the next time
        write_atomically(path, json.dumps(found).encode("ascii"))
    return found


def _measure(setup: "Setup", one: "Course") -> dict[str, Any]:
    slugs = [part.slug for part in one.parts]
    problems = {slug: problem for slug in slugs if (problem := _load(setup, slug)) is not None}
    measured = [problems[slug] for slug in practice.problem_parts(one) if slug in problems]
    return practice.measured_of(
        one,
        problems,
        caught={problem.slug: _caught(setup, one, problem) for problem in measured},
        quality=_quality(setup, one),
        space={problem.slug: _space(setup, one, problem) for problem in measured},
        linted=practice.linter() is not None,
    )


def _quality(setup: "Setup", one: "Course") -> dict[str, list[str]]:
    """Return by digest what a linter finds in the texts that were submitted for problems."""
    history, texts = cli.history_of(setup), practice.judged_texts(one)
    if history is None or not texts:
        return {}
    if practice.linter() is None:
        _tell("how clean your code is cannot be told without ruff: uv tool install '.[practice]'")
        return {}
    kept = {digest: history.text(digest) for digest in texts}
    found = {digest: practice.quality_of(text) for digest, text in kept.items() if text is not None}
    return {digest: codes for digest, codes in found.items() if codes is not None}


def _caught(setup: "Setup", one: "Course", problem: "Problem") -> int | None:
    """Return how many known wrong solutions the own inputs catch; None where nobody can tell."""
    inputs = practice.own_inputs(one, problem.slug)
    if inputs is None:
        return None
    try:
        return practice.caught(problem, setup.settings(), inputs)
    except (JudgeError, SandboxError) as error:
        _tell(f"what your inputs catch of {problem.slug} is not known: {error}")
        return None


def _space(setup: "Setup", one: "Course", problem: "Problem") -> bool | None:
    """Measure whether the memory grows as declared; None where nothing was, or nobody can tell."""
    accepted = practice.last_accepted(one, problem.slug)
    own, approach = practice.declared_space(one, problem.slug)
    known = approach if approach in measurement.CLASSES else None
    history = cli.history_of(setup)
    text = history.text(accepted.source or "") if history and accepted else None
    if text is None or not (own or known) or problem.refusal("bench") is not None:
        return None
    _tell(f"measuring the memory of {problem.slug}; Ctrl-C leaves it out")
    try:
        steps = setup.judge.bench(_submission(problem, text), problem, setup.settings())
        grown = reports.growths_of(cli.follow(steps, sys.stderr, live=is_live(sys.stderr)).grown)
    except (JudgeError, SandboxError) as error:
        _tell(f"the memory of {problem.slug} was not measured: {error}")
        return None
    except KeyboardInterrupt:
        return None
    if grown is None or grown.memory is None:
        return None
    return practice.space_agrees(grown.memory, own=own, approach=known)


def _submission(problem: "Problem", text: bytes) -> Submission:
    name = f"{problem.slug.replace('-', '_')}{problem.language.suffixes[0]}"
    return problem.in_language(Submission(text, name))


def _load(setup: "Setup", slug: str) -> "Problem | None":
    try:
        return setup.problem(slug)
    except JudgeError:
        return None


def _tell(line: str) -> None:
    """Say something beside the answer of a command."""
    click.echo(f"judge: {escape(line, 600)}", err=True)
