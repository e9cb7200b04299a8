"""Decide the verdict on one case from its outcome. Pure; no verdict is inferred from a signal."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from judge.execution import STAGE_WORDS, Outcome, ending_message, load_message
from judge.kinds import CODE_POINTS, Check, GivenCase, Rules, alike_inside
from judge.notes import Clock, ExceptionInfo, MessageBy
from judge.problems import Problem
from judge.records import dataclass, replace
from judge.values import RaisedInfo, to_json
from judge.verdict import Verdict
from sandbox import Ending


@dataclass(frozen=True, slots=True)
class CaseResult:
    """The verdict on one case, the reason, and the outcome it was decided from."""

    verdict: Verdict
    message: str
    outcome: Outcome
    #: Whether all cases together were too slow or printed too much, not this one.
    whole_run: bool = False
    #: Whether it passed when it was played alone.
    passes_alone: bool = False
    #: The index of the call to blame, if the case has calls.
    call: int | None = None
    #: The clock that fired: of a limit of the sandbox, or as the check reports.
    clock: Clock | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)
    message_by: MessageBy = "judge"
    #: What the check finds worth knowing of a right answer.
    note: str = ""

    @property
    def passed(self) -> bool:
        return self.verdict is Verdict.ACCEPTED

    @property
    def exception(self) -> ExceptionInfo | None:
        raised = self.outcome.raised
        if raised is None:
            return None
        return ExceptionInfo(
            type=raised.type,
            message=raised.message,
            line=raised.line,
            traceback=raised.traceback,
            depth=raised.depth if raised.type == "RecursionError" else None,
        )


#: Longer answers are not searched for texts that only look the same.
COMPARED_BYTES = 64 * 1024
_CLOCKS: dict[Ending, Clock] = {Ending.CPU_LIMIT: "cpu", Ending.WALL_LIMIT: "wall"}

_ENDINGS = {
    Ending.CPU_LIMIT: Verdict.TIME_LIMIT_EXCEEDED,
    Ending.WALL_LIMIT: Verdict.TIME_LIMIT_EXCEEDED,
    Ending.MEMORY_LIMIT: Verdict.MEMORY_LIMIT_EXCEEDED,
    Ending.PRINTED_LIMIT: Verdict.OUTPUT_LIMIT_EXCEEDED,
    Ending.ANSWER_LIMIT: Verdict.OUTPUT_LIMIT_EXCEEDED,
    Ending.EXITED: Verdict.RUN_TIME_ERROR,
    Ending.VIOLATION: Verdict.RULE_VIOLATION,
    Ending.BREACH: Verdict.RULE_VIOLATION,
}


def decide(
    problem: Problem, case: GivenCase, outcome: Outcome, rules: Rules | None = None
) -> CaseResult:
    """Decide the verdict on one outcome, given the answer that the case expects.

    Answers are compared by `rules`, by default those of the package. Raises `ProblemError` if the
    package's own checker fails.
    """
    if _rang_inside(outcome):
        outcome = outcome.over("wall")
    if outcome.ending is not Ending.REPLY:
        return CaseResult(
            _ENDINGS[outcome.ending],
            ending_message(outcome),
            outcome,
            whole_run=outcome.together,
            clock=_CLOCKS.get(outcome.ending),
        )
    if outcome.raised is not None:
        return _raised(problem, case, outcome)
    if outcome.as_expected:
        return CaseResult(Verdict.ACCEPTED, "", outcome)
    outcome = _split(problem, case, outcome)
    value, figures = outcome.value, outcome.figures or {}
    check = problem.kind.check(problem.interface, rules or problem.rules, case, value, figures)
    verdict = Verdict.ACCEPTED if check.passed else check.verdict or Verdict.WRONG_ANSWER
    return CaseResult(
        verdict,
        check.message if check.passed else _distinct(check, case, outcome),
        outcome,
        call=check.call,
        clock=check.clock,
        figures=figures,
        message_by=check.message_by,
        note=check.note,
    )


def _rang_inside(outcome: Outcome) -> bool:
    """Whether the guest's alarm ended a call, and the clock outside agrees that time was up.

    On a host too busy to give the call its CPU limit the alarm rings before that clock does. What
    the sandbox saw besides, such as a forbidden act, takes precedence.
    """
    raised = outcome.raised
    said = outcome.stage == "call" and raised is not None and raised.code == "soft_limit"
    late = outcome.wall_seconds > outcome.limit.wall_seconds
    return said and late and outcome.ending is Ending.REPLY


def _split(problem: Problem, case: GivenCase, outcome: Outcome) -> Outcome:
    """Return the outcome with the part of its answer that is compared, and the figures."""
    if outcome.figures is not None:
        return outcome
    kind, interface = problem.kind, problem.interface
    value, figures = kind.split(interface, outcome.value)
    if interface.loose:
        return replace(
            outcome, value=kind.read_as(interface, case.arguments_json, value), figures=figures
        )
    if value is outcome.value and not figures:
        return outcome  # nothing to take out, this time or the next
    return replace(outcome, value=value, figures=figures)


def _distinct(check: Check, case: GivenCase, outcome: Outcome) -> str:
    """Return the message of a check; where the answers only look the same, with code points."""
    if CODE_POINTS in check.message or outcome.answer_bytes > COMPARED_BYTES:
        return check.message
    expected, actual, call = case.expected, to_json(outcome.value), check.call
    if call is not None and isinstance(expected, list) and isinstance(actual, list):
        expected, actual = expected[call : call + 1], actual[call : call + 1]
    words = alike_inside(expected, actual)
    return f"{check.message} ({words})" if words else check.message


def _raised(problem: Problem, case: GivenCase, outcome: Outcome) -> CaseResult:
    raised = outcome.raised
    assert raised is not None  # the caller has looked
    if outcome.refused_bytes and (outcome.memory_error or _reports_no_memory(raised)):
        size = outcome.refused_bytes
        message = (
            f"it asked for {size} bytes at once{_at(raised)}, over the memory limit"
            f"{STAGE_WORDS[outcome.stage]}"
        )
        return CaseResult(Verdict.MEMORY_LIMIT_EXCEEDED, message, outcome)
    if outcome.answer_too_large:
        return CaseResult(Verdict.OUTPUT_LIMIT_EXCEEDED, raised.message, outcome)
    if outcome.stage == "load":
        return CaseResult(Verdict.DOES_NOT_LOAD, load_message(outcome), outcome)
    at = _at(raised)
    text = f": {raised.message}" if raised.message else ""
    if raised.type == "RecursionError" and raised.depth:
        text += f" ({raised.depth:,} calls deep)"
    call = raised.call if outcome.stage == "call" else None
    who = "it" if call is None else problem.kind.blame(problem.interface, case, call)
    message = f"{who} raised {raised.type}{at}{STAGE_WORDS[outcome.stage]}{text}"
    return CaseResult(
        Verdict.RUN_TIME_ERROR,
        message,
        outcome,
        call=call if who != "it" else None,
        figures=outcome.figures or {},
    )


def _at(raised: RaisedInfo) -> str:
    return f" at line {raised.line}" if raised.line else ""


def _reports_no_memory(raised: RaisedInfo) -> bool:
    """Whether an exception other than MemoryError reports ENOMEM: from mmap or a thread's stack."""
    if raised.type == "RuntimeError":
        return raised.message == "can't start new thread"
    return raised.type == "OSError" and raised.message.startswith("[Errno 12]")
