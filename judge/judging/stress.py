"""A stress run: one program against another on many inputs, until their answers differ."""

import hashlib
import time
from collections.abc import Generator, Iterator
from itertools import count
from typing import Any

from judge.errors import UsageError
from judge.events import Comparing
from judge.execution import ReferenceFailedError
from judge.judging.comparison import Comparison
from judge.judging.findings import Findings
from judge.judging.live_search import search
from judge.judging.trial import Trial
from judge.notes import Note
from judge.records import dataclass
from judge.values import escape

#: Inputs that are drawn at a time: two programs play them, and then make room for fresh ones.
BATCH = 250
#: Rounds in a row that draw nothing new, after which there are no more inputs to find.
BARREN = 3

LATE = Note(code="stress_late", message="it ended at its time; --seconds gives it longer")
NO_MORE = Note(code="stress_no_more", message="the strategies draw no other inputs")


@dataclass(frozen=True, slots=True)
class Stress:
    """When a stress run ends that finds no difference: after so many inputs, or seconds."""

    inputs: int = 1_000
    seconds: float = 60.0
    seed: int = 0


def compare(trial: Trial, findings: Findings, bounds: Stress) -> Generator[Comparing, None, None]:
    """Play inputs with the submission and what it is compared with; record the first difference.

    It is reduced like every failure. Raises `UsageError` where the other program has no answer.
    """
    began = time.monotonic()
    yield Comparing(0, bounds.inputs)
    for inputs in _batches(trial, bounds):
        with Comparison(trial) as comparison:
            try:
                found = search(trial, comparison, inputs)
            except ReferenceFailedError as error:
                raise _no_answer(trial, error) from None
        findings.live_tried += found.tried
        findings.notes += found.notes
        findings.add_peak(comparison.peak_bytes)
        if found.case is not None and found.result is not None:
            findings.fail_beyond_corpus(
                found.case, found.result, smallest=found.smallest, leak=found.leak
            )
            return
        yield Comparing(findings.live_tried, bounds.inputs)
        if time.monotonic() - began > bounds.seconds:
            break
    if findings.live_tried < bounds.inputs:
        timed_out = time.monotonic() - began > bounds.seconds
        findings.notes.append(LATE if timed_out else NO_MORE)


def _batches(trial: Trial, bounds: Stress) -> Iterator[list[dict[str, Any]]]:
    """Yield different inputs, the edges first."""
    strategies, left = trial.problem.strategies(), bounds.inputs
    met: set[bytes] = set()
    edges = list(strategies.edges())
    barren = 0
    for number in count():
        drawn = edges if number == 0 else strategies.draw(count=BATCH, seed=_seed(bounds, number))
        fresh = {sent: one for one in drawn if (sent := trial.problem.encode(one)) not in met}
        met |= fresh.keys()
        inputs = list(fresh.values())[:left]
        left -= len(inputs)
        barren = barren + 1 if not inputs and number else 0
        if inputs:
            yield inputs
        if left <= 0 or barren == BARREN:
            return


def _seed(bounds: Stress, number: int) -> int:
    digest = hashlib.sha256(f"{bounds.seed} {number}".encode()).digest()
    return int.from_bytes(digest[:8], "big")


def _no_answer(trial: Trial, error: ReferenceFailedError) -> UsageError:
    name = escape(trial.problem.reference.name, 200)
    sent = escape(error.arguments[:300].decode("utf-8", "replace"), 300)
    return UsageError(f"{name} has no answer to {sent}: {escape(error.reason, 300)}")
