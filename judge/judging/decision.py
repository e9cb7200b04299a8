"""One outcome and one check become one judged case. Pure; nothing is inferred from a signal."""

from dataclasses import dataclass
from typing import Any

from judge.execution import Outcome
from judge.execution.outcome import _WHERE, _message, load_message
from judge.kinds import Arguments, call_at, check_answer
from judge.notes import Clock, ExceptionInfo
from judge.problems import Problem
from judge.values import Kind, RaisedInfo
from judge.verdict import Verdict
from sandbox import Ending


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on one case, why, and what was seen."""

    verdict: Verdict
    message: str
    outcome: Outcome
    #: Not this case was too slow, but all of them together.
    whole_run: bool = False

    @property
    def passed(self) -> bool:
        return self.verdict is Verdict.ACCEPTED

    @property
    def clock(self) -> Clock | None:
        return _CLOCKS.get(self.outcome.ending)

    @property
    def exception(self) -> ExceptionInfo | None:
        raised = self.outcome.raised
        if raised is None:
            return None
        return ExceptionInfo(
            type=raised.type, message=raised.message, line=raised.line, traceback=raised.traceback
        )


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


def decide(problem: Problem, arguments: Arguments, expected: Any, outcome: Outcome) -> Judged:
    """Judge one outcome against the expected answer.

    `arguments` is called only where a checker reads them: a scale case is costly to decode.
    """
    if outcome.ending is not Ending.REPLY:
        return Judged(_ENDINGS[outcome.ending], _message(outcome), outcome)
    if outcome.raised is not None:
        return _raised(problem, arguments, outcome)
    check = check_answer(problem, arguments, expected, outcome.value)
    verdict = Verdict.ACCEPTED if check.passed else Verdict.WRONG_ANSWER
    return Judged(verdict, check.message, outcome)


def _raised(problem: Problem, arguments: Arguments, outcome: Outcome) -> Judged:
    raised = outcome.raised
    assert raised is not None  # the caller has looked
    if outcome.refused_bytes and (outcome.memory_error or _no_room(raised)):
        size = outcome.refused_bytes
        message = f"it asked for {size} bytes at once, over the memory limit{_WHERE[outcome.stage]}"
        return Judged(Verdict.MEMORY_LIMIT_EXCEEDED, message, outcome)
    if outcome.answer_too_large:
        return Judged(Verdict.OUTPUT_LIMIT_EXCEEDED, raised.message, outcome)
    if outcome.stage == "load":
        return Judged(Verdict.DOES_NOT_LOAD, load_message(outcome), outcome)
    at = f" at line {raised.line}" if raised.line else ""
    text = f": {raised.message}" if raised.message else ""
    who = _call(problem, arguments, raised.call) if outcome.stage == "call" else "it"
    message = f"{who} raised {raised.type}{at}{_WHERE[outcome.stage]}{text}"
    return Judged(Verdict.RUN_TIME_ERROR, message, outcome)


def _no_room(raised: RaisedInfo) -> bool:
    """Whether it says ENOMEM in the words of mmap or of a thread's stack, not by MemoryError."""
    if raised.type == "RuntimeError":
        return raised.message == "can't start new thread"
    return raised.type == "OSError" and raised.message.startswith("[Errno 12]")


def _call(problem: Problem, arguments: Arguments, index: int | None) -> str:
    """Return which call of a class problem raised; the index is the submission's word."""
    if problem.interface.kind is not Kind.CLASS or index is None:
        return "it"
    given = arguments()
    return f"{call_at(problem.interface, given, index)}," if index < len(given["calls"]) else "it"
