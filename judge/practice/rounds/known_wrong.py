"""What a person's own inputs would have caught: they are played against known wrong solutions."""

import json
import time
from collections.abc import Sequence
from typing import Any

from judge import problems
from judge.errors import UsageError
from judge.execution import Sandboxes, reference_answer
from judge.judging import Trial, case_limit
from judge.practice.event import Event
from judge.practice.rounds.course import Course
from judge.problems import Case, Group, Problem, SampleSolution
from judge.settings import Settings
from judge.submission import read_submission
from judge.verdict import Verdict

#: Whoever tries more inputs before submitting is judged by these.
MOST_INPUTS = 50
#: A guard: a wrong solution may loop on every input.
MOST_SECONDS = 30.0

Arguments = dict[str, Any]


def own_inputs(one: Course, slug: str) -> list[Arguments] | None:
    """Return the different own inputs of a part, run or predicted before its first submission.

    Only those inside the constraints. None where one of them was too long to be kept.
    """
    found: dict[str, Arguments] = {}
    for event in one.of_part(slug):
        if event.kind == "submit":
            break
        for arguments in _inputs(event):
            if not isinstance(arguments, dict) or set(arguments) == {"sha256", "bytes"}:
                return None
            found.setdefault(json.dumps(arguments, sort_keys=True), arguments)
    return list(found.values())[:MOST_INPUTS]


def wrong_solutions(problem: Problem) -> list[SampleSolution]:
    """Return the known wrong solutions of a package."""
    wrong = Verdict.WRONG_ANSWER
    return [one for one in problem.sample_solutions() if one.verdict is wrong]


def caught(problem: Problem, settings: Settings, inputs: Sequence[Arguments]) -> int | None:
    """Return how many known wrong solutions fail on some of these inputs.

    None where that takes too long. Raises what judging raises.
    """
    wrong = wrong_solutions(problem)
    if not wrong or not inputs or problem.kind.cases is not None:
        return 0 if not inputs else None
    try:
        inputs = [problems.checked_input(problem, arguments) for arguments in inputs]
    except UsageError:  # of another version of the package
        return None
    until, failing = time.monotonic() + MOST_SECONDS, 0
    with Sandboxes(problem, settings) as sandboxes:
        cases = _cases(Trial.of(problem, problem.reference, settings, sandboxes), inputs)
        for solution in wrong:
            if time.monotonic() > until:
                return None
            submission = read_submission(str(solution.path))
            failing += _fails(Trial.of(problem, submission, settings, sandboxes), cases)
    return failing


def _cases(trial: Trial, inputs: Sequence[Arguments]) -> list[Case]:
    """Return inputs as cases, with the reference's answers."""
    problem = trial.problem
    with trial.reference() as reference:
        return [
            problem.case(Group.LIVE, number, sent, reference_answer(problem, reference, sent))
            for number, sent in enumerate(map(problem.encode, inputs))
        ]


def _fails(trial: Trial, cases: Sequence[Case]) -> bool:
    """Return whether a program fails on one of the cases, played in order in one process."""
    with trial.player() as player:
        return not all(
            trial.judge(player, case, case_limit(trial.problem, case.reference_cpu_seconds)).passed
            for case in cases
        )


def _inputs(event: Event) -> list[Any]:
    """Return the own inputs of an event; a page runs several at once."""
    facts = event.facts
    if event.kind == "round_example":
        return [facts.get("arguments")] if facts.get("right") is not None else []
    if event.kind != "run" or not facts.get("own") or not facts.get("valid", True):
        return []
    given = facts.get("arguments")
    return given if isinstance(given, list) else [given]
