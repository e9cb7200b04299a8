"""Verdicts, and how several flags become one. Pure."""

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """The verdicts of the contract. The value is the code that people see."""

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

#: Highest first: of all flags kept for a case, the first of these is the verdict.
PRIORITY = (
    Verdict.INTERNAL_ERROR,
    Verdict.DOES_NOT_LOAD,
    Verdict.RULE_VIOLATION,
    Verdict.TIME_LIMIT_EXCEEDED,
    Verdict.MEMORY_LIMIT_EXCEEDED,
    Verdict.OUTPUT_LIMIT_EXCEEDED,
    Verdict.RUN_TIME_ERROR,
    Verdict.WRONG_ANSWER,
    Verdict.ACCEPTED,
)


def highest(flags: Iterable[Verdict]) -> Verdict:
    """Return the flag that counts most; no flag at all is accepted."""
    return min(flags, key=PRIORITY.index, default=Verdict.ACCEPTED)


def folder_of(verdict: Verdict) -> str:
    """Return the name of the folder that holds sample solutions of this verdict."""
    return verdict.words.replace(" ", "_").replace("-", "_")


#: Failures that one answer shows: only these are searched for and made small, nothing is ever
#: shrunk on timing or memory.
SHRUNK = (Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR)
