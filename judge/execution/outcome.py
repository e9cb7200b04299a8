"""The outcome of one case, from the steps of its session."""

from collections.abc import Mapping
from itertools import chain
from typing import Any, Literal

from judge.execution import limits
from judge.records import dataclass, replace
from judge.values import RaisedInfo, Returned, decode_reply
from sandbox import Ending, Limit, Printed

NO_PRINTS = Printed()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the sandbox observed of one case. `value` is hostile.

    `printed` is what it printed in this case, `printed_loading` what its program printed while
    loading; `plays` is how many cases that program had played, this one included. `together`: only
    with the prints of earlier cases it is over the cap.

    `figures` are what `Kind.split` took out of the value; None before it was asked.

    `as_expected`: the reply was right by its bytes, and was not decoded. `value` is then a tuple of
    these bytes, batch by batch, which `answer` decodes, or nothing in a volley.

    `stage` is the step that ended it: load, prepare, call or read. `cpu_seconds` is the CPU time of
    CALL alone, `prepared` that of PREPARE without what was left to do from the case before, `read`
    that of READ, `spent` that of all steps. `returned` says whether there is a `value`.
    """

    ending: Ending
    stage: str
    returned: bool = False
    value: Any = None
    raised: RaisedInfo | None = None
    cpu_seconds: float = 0.0
    wall_seconds: float = 0.0
    spent: float = 0.0
    prepared: float = 0.0
    read: float = 0.0
    limit: Limit = limits.SIDE
    detail: str = ""
    printed: Printed = NO_PRINTS
    printed_loading: Printed = NO_PRINTS
    plays: int = 1
    together: bool = False
    refused_bytes: int = 0
    answer_bytes: int = 0
    figures: Mapping[str, Any] | None = None
    as_expected: bool = False

    @property
    def answer(self) -> Any:
        """The answer, decoded by now; not of an outcome of a volley that is as expected."""
        if not self.as_expected:
            return self.value
        decoded = [decode_reply(reply) for reply in self.value]
        values = [reply.value for reply in decoded if isinstance(reply, Returned)]
        return values[0] if len(values) == 1 else [*chain.from_iterable(values)]

    @property
    def answer_too_large(self) -> bool:
        """Whether the runner gave up encoding an answer, because it is too large to be read."""
        return self.raised is not None and self.raised.code == "answer_limit"

    @property
    def memory_error(self) -> bool:
        """Whether the program claims to be out of memory; only the counters decide that."""
        return self.raised is not None and self.raised.type == "MemoryError"

    @property
    def words(self) -> str:
        """How it ended, in one sentence, where there was no reply."""
        return ending_message(self)

    def over(self, clock: Literal["cpu", "wall"]) -> "Outcome":
        """Return the outcome of a case whose exchanges together took longer than its limit."""
        ending = Ending.CPU_LIMIT if clock == "cpu" else Ending.WALL_LIMIT
        return replace(self, ending=ending, returned=False, value=None)

    def broken(self, reason: str) -> "Outcome":
        """Return the outcome of a program that replied with what no guest sends."""
        return replace(self, ending=Ending.BREACH, returned=False, value=None, detail=reason)


STAGE_WORDS = {
    "load": " while loading",
    "prepare": " while its arguments were built",
    "call": "",
    "read": " while its answer was read",
}


def load_message(outcome: Outcome) -> str:
    """Say in one sentence why a submission does not load."""
    raised = outcome.raised
    if raised is None:
        return ending_message(outcome)
    if raised.code in (None, "", "exception", "syntax", "exit"):
        at = f" at line {raised.line}" if raised.line else ""
        return f"{raised.type}{at}: {raised.message}" if raised.message else f"{raised.type}{at}"
    return raised.message


def ending_message(outcome: Outcome) -> str:
    """Say in one sentence how a case without a reply ended."""
    where = STAGE_WORDS[outcome.stage]
    words = {
        Ending.CPU_LIMIT: f"it took over {_limit_words(outcome)}{where}",
        Ending.WALL_LIMIT: f"it took over {_limit_words(outcome)}{where}",
        Ending.MEMORY_LIMIT: f"it went over the memory limit{where}: {outcome.detail}",
        Ending.PRINTED_LIMIT: _printed_words(outcome),
        Ending.ANSWER_LIMIT: f"it gave {outcome.detail}, over the cap",
        Ending.EXITED: f"the process ended{where}: {outcome.detail}",
        Ending.VIOLATION: f"it tried what no submission may: {outcome.detail}{where}",
        Ending.BREACH: f"it wrote to the judge's own channel{where}: {outcome.detail}",
    }
    return words[outcome.ending]


def _printed_words(outcome: Outcome) -> str:
    if not outcome.together:
        return f"it printed over {outcome.detail}{STAGE_WORDS[outcome.stage]}"
    return f"{outcome.detail} printed over {outcome.plays:,} calls: print less, or nothing"


def _limit_words(outcome: Outcome) -> str:
    limit = outcome.limit
    if outcome.ending is Ending.CPU_LIMIT:
        return f"{limit.cpu_seconds:.3g} s of CPU time"
    if outcome.detail:
        # The CPU limit was applied to the wall clock; the detail says why.
        return f"{limit.cpu_seconds:.3g} s ({outcome.detail})"
    return f"{limit.wall_seconds:.3g} s of wall time"
