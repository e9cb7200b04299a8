"""Plays: what `judge run` tells of one input."""

from typing import Any

from judge.judging import CaseResult
from judge.reports.excerpt import Excerpt
from judge.reports.prints import prints
from judge.reports.report import Played
from judge.submission import SourceFault
from judge.values import Interface
from judge.verdict import Verdict


def played(
    interface: Interface, group: str, given: Any, expected: Any, result: CaseResult
) -> Played:
    """Return one input of `judge run` with both answers."""
    outcome = result.outcome
    excerpt = Excerpt(interface)
    excerpt.note_data_files(given, "arguments")
    expected = excerpt.value(expected, "expected")
    actual = excerpt.value(excerpt.answer(outcome), "actual")
    stdout, left_out = prints(outcome.printed)
    return Played(
        group=group,
        arguments=given,
        expected=expected,
        actual=actual,
        verdict=result.verdict,
        message=result.message,
        exception=result.exception,
        stdout=stdout,
        stdout_left_out=left_out,
        stdout_loading=prints(outcome.printed_loading)[0],
        cpu_seconds=outcome.cpu_seconds,
        cut=excerpt.cut,
        call=result.call,
        message_by=result.message_by,
    )


def played_fault(group: str, given: Any, expected: Any, fault: SourceFault) -> Played:
    """Return one input that could not be played since the source is no text."""
    verdict = Verdict.DOES_NOT_LOAD
    return Played(group, given, expected, None, verdict, fault.message, None, "", 0.0)
