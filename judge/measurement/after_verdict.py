"""Measure what was accepted, and why a submission is slow, once the verdict is known."""

import logging
from collections.abc import Generator, Sequence

from judge.errors import JudgeError
from judge.events import Timing, TimingWaits
from judge.judging import Trial, case_limit
from judge.measurement.core_lock import take_core
from judge.measurement.curve import quick_time_curve, time_curve
from judge.measurement.declared_complexity import declared
from judge.measurement.declared_words import term
from judge.measurement.family import family_of
from judge.measurement.figures import Measured
from judge.measurement.ranking import kept_size, rank_of, ready_rungs
from judge.measurement.ratio import time_submission
from judge.measurement.reference_memory import reference_peak
from judge.notes import Note
from judge.problems import Case
from judge.records import replace
from sandbox import SandboxError

#: CPU seconds spent on the growth of a submission that took too long.
EXPLAIN_SECONDS = 0.6

LOG = logging.getLogger(__name__)


Steps = Generator[TimingWaits | Timing, None, Measured]


def measure(trial: Trial, cases: Sequence[Case], memory_method: str) -> Steps:
    """Time an accepted submission, rank it, and estimate how its time grows.

    A failure of the host or of the package is a note: it changes no verdict.
    """
    measured = Measured()
    try:
        timed = yield from time_submission(trial, size=kept_size(trial))
        if timed.failed is not None:
            return Measured(failure=timed.failed)
        measured = Measured(ratio=timed, notes=tuple(timed.notes))
        if timed.ratio is not None and timed.size is not None and timed.chosen is not None:
            rungs = yield from ready_rungs(trial, timed.chosen)
            measured = replace(measured, rank=rank_of(timed.ratio, rungs))
            measured = yield from _with_growth(trial, measured, timed.size.n)
            if measured.failure is None:
                peak = reference_peak(trial, cases, memory_method)
                measured = replace(measured, reference_peak_bytes=peak)
    except (JudgeError, SandboxError) as error:
        LOG.warning("not timed: %s", _words(error))
        note = Note(code="not_timed", message=f"not timed: {_words(error)}")
        return replace(measured, notes=(*measured.notes, note))
    return measured


def _with_growth(trial: Trial, measured: Measured, top: int) -> Steps:
    """Estimate the growth class from a few sizes up to `top`."""
    lock = yield from take_core(trial.settings.slots_dir, trial.settings.slot_wait_seconds)
    if lock is None:
        return measured
    with lock:
        found = quick_time_curve(trial, top, case_limit(trial.problem, None), lock.core)
    if found.failed:
        return Measured(failure=found.failed)
    notes = (*measured.notes, *found.notes, *_unmeasured_space(trial))
    return replace(measured, curve=found.curve, notes=notes)


def _unmeasured_space(trial: Trial) -> list[Note]:
    """Return a note on declared space, which takes longer to measure than an answer may wait."""
    claims = declared(trial.submission.source.decode("utf-8", "replace"))
    terms = [claim.text for claim in claims if claim.what == "space"]
    if not terms:
        return []
    message = f"the declared space, {term(terms[0])}, is compared by judge bench only"
    return [Note(code="space_not_compared", message=message)]


def explain_slowness(trial: Trial, failed: Case | None) -> Steps:
    """Measure how the time of a submission that took too long grows: that is the reason.

    It is measured on inputs like the one that it `failed` on; on typical ones where that has no
    smaller ones like it, or where the run as a whole took too long.
    """
    try:
        family = None
        if failed is not None:
            strategies = trial.problem.strategies()
            family = family_of(
                trial.problem.interface, failed.arguments, strategies.validate, failed.size
            )
        lock = yield from take_core(trial.settings.slots_dir, trial.settings.slot_wait_seconds)
        if lock is not None:
            with lock:
                found = time_curve(trial, EXPLAIN_SECONDS, lock.core, family)
            return Measured(curve=found.curve, failure=found.failed, notes=found.notes)
    except (JudgeError, SandboxError) as error:
        LOG.warning("growth is not measured: %s", _words(error))
    return Measured()


def _words(error: JudgeError | SandboxError) -> str:
    return error.for_log if isinstance(error, JudgeError) else str(error)
