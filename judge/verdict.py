"""The verdicts of the judge."""

from enum import StrEnum


class Verdict(StrEnum):
    """A verdict; its value is the code that people see, as the contract lists it."""

    ACCEPTED = "AC"
    WRONG_ANSWER = "WA"
    TIME_LIMIT_EXCEEDED = "TLE"
    MEMORY_LIMIT_EXCEEDED = "MLE"
    RUN_TIME_ERROR = "RTE"
    OUTPUT_LIMIT_EXCEEDED = "OLE"
    DOES_NOT_LOAD = "CE"
    RULE_VIOLATION = "RV"
    INTERNAL_ERROR = "IE"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Verdict.ACCEPTED: "accepted",
    Verdict.WRONG_ANSWER: "wrong answer",
    Verdict.TIME_LIMIT_EXCEEDED: "time limit exceeded",
    Verdict.MEMORY_LIMIT_EXCEEDED: "memory limit exceeded",
    Verdict.RUN_TIME_ERROR: "run-time error",
    Verdict.OUTPUT_LIMIT_EXCEEDED: "output limit exceeded",
    Verdict.DOES_NOT_LOAD: "does not load",
    Verdict.RULE_VIOLATION: "rule violation",
    Verdict.INTERNAL_ERROR: "internal error",
}

#: Failures that a single answer proves. Only these are searched for and reduced; failures of time
#: or memory never are.
SHRUNK = (Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR)
