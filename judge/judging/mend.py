"""Count how much of a given program an accepted submission changed.

Texts are compared inside the sandbox, in a program of its own where no submission has run. What it
answers is believed only as far as it is a number of lines; without an answer there is no figure,
and the verdict stands.
"""

from typing import Any

from judge.execution import Outcome, Player
from judge.judging.trial import Trial
from judge.notes import Note
from judge.records import dataclass
from judge.submission import Submission
from judge.values import json_bytes
from judge.verdict import Verdict
from sandbox import Limit

#: Of all texts together. Those of a package take a few milliseconds.
LIMIT = Limit(cpu_seconds=3.0, wall_seconds=8.0)
#: No text of a source's size has more lines.
MOST_LINES = 1_000_000
HEADER = {
    "kind": "function",
    "names": ["count_changes"],
    "parameters": [
        {"name": name, "shape": "json", "of": None} for name in ("given", "entries", "texts")
    ],
    "returns": "json",
    "methods": [],
}


@dataclass(frozen=True, slots=True)
class Mend:
    """How many lines of the given program were changed, and how many at least have to be.

    `smallest` is the least among the package's accepted solutions, and never above `changed`.
    `rewritten`: more than half of the given program's lines were changed.
    """

    changed: int
    smallest: int
    rewritten: bool


NOT_COUNTED = Note(
    code="mend_not_counted",
    message="how many lines of the given program were changed could not be counted; the verdict "
    "does not depend on it",
)


def count_mend(trial: Trial) -> Mend | Note | None:
    """Return how much was changed, or a note where it cannot be counted; None: nothing is given."""
    problem, counter = trial.problem, trial.language.change_counter
    if problem.base is None or counter is None:
        return None
    known = [
        sample.read().decode("utf-8-sig", "replace")
        for sample in problem.sample_solutions()
        if sample.verdict is Verdict.ACCEPTED
    ]
    texts = [*known, trial.submission.source.decode("utf-8-sig", "replace")]
    arguments = json_bytes([problem.starter, list(problem.interface.names), texts])
    program = Submission(counter(), "changes", trial.language.name)
    with Player(trial.sandbox, HEADER, program) as player:
        outcome = player.play(arguments, LIMIT)
    return mend_of(outcome, len(texts)) or NOT_COUNTED


def mend_of(outcome: Outcome, asked: int) -> Mend | None:
    """Return what the counting program answered for the last of the texts; None for no answer."""
    match outcome.value if outcome.returned else None:
        case [int(lines), list(counts)] if _is_count(lines) and len(counts) == asked:
            *known, changed = counts
        case _:
            return None
    least = [count for count in known if _is_count(count)]
    if not _is_count(changed) or not least:
        return None
    return Mend(changed, min(changed, *least), 2 * changed > lines)


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MOST_LINES
