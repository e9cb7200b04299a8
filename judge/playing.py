"""Submission + one case + a sandbox session -> outcome, in lock-step."""

import json
from dataclasses import dataclass, replace
from typing import Any, Self

from judge import limits
from judge.interface import Interface
from judge.submission import Submission
from sandbox import Ending, Limit, Sandbox, Session, Step, Usage
from sandbox.answers import (
    Loaded,
    Malformed,
    Raised,
    RaisedInfo,
    Returned,
    decode_load,
    decode_reply,
)

#: The soft limit fires after the outside one, so it can only give the traceback.
SOFT_MARGIN_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the sandbox saw of one call. `value` is hostile.

    `stage` is the step that ended it: load, prepare, call or read. `cpu_seconds` is the CALL
    alone. `spent` is all CPU time of the case. A value was returned when `returned` is true.
    """

    ending: Ending
    stage: str
    returned: bool = False
    value: Any = None
    raised: RaisedInfo | None = None
    cpu_seconds: float = 0.0
    wall_seconds: float = 0.0
    spent: float = 0.0
    limit: Limit = limits.SIDE
    detail: str = ""
    printed: bytes = b""
    refused_bytes: int = 0

    @property
    def answer_too_large(self) -> bool:
        """Whether the runner gave up encoding an answer that holds more than is ever read."""
        return self.raised is not None and self.raised.code == "answer_limit"

    @property
    def memory_error(self) -> bool:
        """Whether the program says that it ran out of memory; only the counters decide."""
        return self.raised is not None and self.raised.type == "MemoryError"


class Player:
    """Plays one submission's cases, in one session for as long as it lives."""

    def __init__(self, sandbox: Sandbox, interface: Interface, submission: Submission) -> None:
        self._sandbox = sandbox
        self._submission = submission
        header = {
            "interface": interface.to_wire(),
            "modules": sandbox.shown_modules,
            "data": sandbox.shown_data,
        }
        self._header = json.dumps(header).encode()
        self._session: Session | None = None
        self.loaded: Loaded | None = None
        self.usages: list[Usage] = []
        self.cpu_seconds = 0.0
        self.wall_seconds = 0.0

    def load(self) -> Outcome | None:
        """Load the submission into a fresh session; None when an entry was found."""
        self.close()
        session = self._session = self._sandbox.session()
        step = session.load(self._header, self._submission.source, limits.LOAD)
        reply = decode_load(step.payload)
        if step.replied and isinstance(reply, Loaded):
            self.loaded = reply
            return None
        outcome = self._ended(step, "load", limits.LOAD)
        self.close()
        return outcome

    def play(self, arguments: bytes, limit: Limit) -> Outcome:
        """Play one case; `arguments` is a JSON array. A dead session is replaced first."""
        if self._session is None:
            failed = self.load()
            if failed is not None:
                return failed
        assert self._session is not None  # load has just made it
        outcome = self._play(self._session, arguments, limit)
        self.cpu_seconds += outcome.spent
        self.wall_seconds += outcome.wall_seconds
        if outcome.ending is not Ending.REPLY:
            self.close()
        return outcome

    def _play(self, session: Session, arguments: bytes, limit: Limit) -> Outcome:
        prepared = session.prepare(arguments, limits.SIDE)
        if not _done(prepared):
            return self._ended(prepared, "prepare", limits.SIDE)
        soft = b'{"soft_seconds": %.3f}' % (limit.wall_seconds + SOFT_MARGIN_SECONDS)
        called = session.call(soft, limit)
        if not _done(called):
            outcome = self._ended(called, "call", limit)
            return replace(outcome, spent=prepared.cpu_seconds + called.cpu_seconds)
        read = session.read(limits.SIDE)
        spent = prepared.cpu_seconds + called.cpu_seconds + read.cpu_seconds
        reply = decode_reply(read.payload) if read.replied else None
        if not isinstance(reply, Returned):
            return replace(self._ended(read, "read", limits.SIDE), spent=spent)
        return Outcome(
            Ending.REPLY, "read", True, reply.value,
            cpu_seconds=called.cpu_seconds, wall_seconds=called.wall_seconds, spent=spent,
            limit=limit,
        )  # fmt: skip

    def _ended(self, step: Step, stage: str, limit: Limit) -> Outcome:
        reply = decode_load(step.payload) if stage == "load" else decode_reply(step.payload)
        raised = reply.info if isinstance(reply, Raised) else None
        ending, detail = step.ending, step.detail
        if step.replied and raised is None:
            ending = Ending.BREACH
            detail = reply.reason if isinstance(reply, Malformed) else f"no reply to {stage}"
        session = self._session
        printed = session.take_printed() if session is not None else b""
        refused = session.usage().refused_bytes if session is not None else 0
        return Outcome(
            ending, stage, raised=raised, cpu_seconds=step.cpu_seconds,
            wall_seconds=step.wall_seconds, spent=step.cpu_seconds, limit=limit, detail=detail,
            printed=printed, refused_bytes=refused,
        )  # fmt: skip

    def take_printed(self) -> bytes:
        """Return what the submission printed since the last call of this."""
        return b"" if self._session is None else self._session.take_printed()

    def close(self) -> None:
        """End the session, if there is one, and keep its totals."""
        if self._session is None:
            return
        self._session.close()
        self.usages.append(self._session.usage())
        self._session = None

    @property
    def memory_method(self) -> str:
        """How the sessions' memory was read."""
        return self.usages[-1].memory_method if self.usages else "none"

    @property
    def peak_bytes(self) -> int | None:
        """The largest peak of all closed sessions."""
        return max((u.peak_bytes for u in self.usages if u.peak_bytes is not None), default=None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


#: What the runner says when a step is done and has no value; compared, not decoded: it is hot.
_OK = b'{"ok":null}'


def _done(step: Step) -> bool:
    if not step.replied:
        return False
    return step.payload == _OK or isinstance(decode_reply(step.payload), Returned)
