"""What is observed from outside of one step of a program. No verdicts here."""

from dataclasses import dataclass, field
from enum import StrEnum


class Ending(StrEnum):
    """How a step (load, prepare, call, read) ended. All but `REPLY` end the session."""

    REPLY = "reply"  #: one well-formed frame came back in time
    CPU_LIMIT = "cpu-limit"  #: our reading of the process CPU clock passed the limit
    WALL_LIMIT = "wall-limit"  #: our monotonic clock passed the limit
    MEMORY_LIMIT = "memory-limit"  #: our counter (cgroup, peak, refused mapping) says so
    PRINTED_LIMIT = "printed-limit"  #: stdout and stderr together passed the cap
    ANSWER_LIMIT = "answer-limit"  #: the frame announced more bytes than the cap
    EXITED = "exited"  #: the process ended, or closed its channel, without answering
    VIOLATION = "violation"  #: the supervisor saw a forbidden system call
    BREACH = "breach"  #: bytes that are not a frame, a stale nonce, or an unrequested frame


@dataclass(frozen=True, slots=True)
class Limit:
    """Bounds of one step: seconds of CPU time of all threads, and of wall time.

    A program over them may take `grace_seconds` to say where it was before it is killed.
    """

    cpu_seconds: float
    wall_seconds: float
    grace_seconds: float = 0.15


@dataclass(frozen=True, slots=True)
class Step:
    """The outside view of one request to the program inside.

    `payload` is hostile: bytes the program wrote, to be read by `judge.values.replies` only.
    After a limit it may still hold the traceback that the program sent within the grace period.
    `cpu_seconds` and `wall_seconds` are measured from outside; of the former the program had spent
    `earlier` when the request was sent, which is read for PREPARE only. `detail` is for people:
    what the ending and the limit do not say.
    """

    ending: Ending
    payload: bytes
    cpu_seconds: float
    wall_seconds: float
    detail: str = ""
    violations: tuple[str, ...] = field(default=())
    earlier: float = 0.0

    @property
    def replied(self) -> bool:
        return self.ending is Ending.REPLY


@dataclass(frozen=True, slots=True)
class Usage:
    """Totals of one session, read from outside. `peak_bytes` is the excess over an idle sandbox."""

    cpu_seconds: float
    peak_bytes: int | None
    memory_method: str
    printed: bytes  #: the first bytes of stdout and stderr since prints were last taken
    printed_bytes: int  #: how many were written in all
    refused_bytes: int  #: the largest refused allocation of the last case, 0 if none
