"""Submission + one case + a sandbox session -> outcome, in lock-step."""

import json
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Self

from judge.execution import limits
from judge.execution.batched import BatchedCase
from judge.execution.outcome import Outcome
from judge.submission import Submission
from judge.values import (
    Loaded,
    Malformed,
    Raised,
    RaisedInfo,
    Returned,
    batch_lines,
    decode_load,
    decode_reply,
    first_call_of,
    json_bytes,
    put_results_in,
)
from sandbox import Ending, Limit, Sandbox, Session, Step, Usage

#: How much later than the wall limit the soft one fires: outside, a program on a busy host is
#: forgiven its waiting for a core, and the alarm inside knows nothing of that. It is the
#: supervisor's own signal that asks for the traceback; this one is there if that is lost.
SOFT_FACTOR = 20
#: Wall seconds from which on it is worth a look how many of them a program only waited for a core.
LONG_SECONDS = 5.0


class Player:
    """Plays one submission's cases, in one session for as long as it lives.

    `header` is what its programs are told of the problem (`Kind.header`). With `core` they run on
    that core alone, where the host can bind them.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        header: Mapping[str, Any],
        submission: Submission,
        core: int | None = None,
    ) -> None:
        self._sandbox = sandbox
        self._core = core
        self._submission = submission
        shown = {"modules": sandbox.shown_modules, "data": sandbox.shown_data}
        self._header = json.dumps({"interface": header, **shown}).encode()
        self._session: Session | None = None
        self._cancelled = False
        self.loaded: Loaded | None = None
        self.usages: list[Usage] = []
        self.cpu_seconds = 0.0
        self._wall = 0.0
        self._waited = 0.0

    def load(self) -> Outcome | None:
        """Load the submission into a fresh session; None when an entry was found."""
        self.close()
        session = self._session = self._sandbox.session()
        if self._core is not None:
            session.pin(self._core)
        if self._cancelled:
            session.cancel()
        step = session.load(self._header, self._submission.source, limits.LOAD)
        reply = decode_load(step.payload)
        if step.replied and isinstance(reply, Loaded):
            self.loaded = reply
            return None
        outcome = self._ended(step, "load", limits.LOAD)
        self.close()
        return outcome

    def play(
        self, arguments: bytes, limit: Limit, budget: Mapping[str, Any] | None = None
    ) -> Outcome:
        """Play one case; `arguments` is a JSON array, or batches of calls in lines.

        `budget` is what the program is told with the call, beside its soft limit (`Kind.budget`). A
        dead session is replaced first.
        """
        if self._session is None:
            failed = self.load()
            if failed is not None:
                return failed
        assert self._session is not None  # load has just made it
        began = time.monotonic()
        if b"\n" in arguments:
            outcome = self._play_batches(self._session, arguments, limit)
        else:
            outcome = self._play(
                self._session, arguments, limit, _request(limit, budget), limits.SIDE
            )
        self.cpu_seconds += outcome.spent
        # Of all three steps: a submission's own code may run, and sleep, in each of them.
        self._wall += time.monotonic() - began
        if outcome.ending is not Ending.REPLY:
            self.close()
        return outcome

    def _play(
        self, session: Session, arguments: bytes, limit: Limit, soft: bytes, side: Limit
    ) -> Outcome:
        prepared = session.prepare(arguments, side)
        if not _done(prepared):
            return self._ended(prepared, "prepare", side)
        called = session.call(soft, limit)
        if not _done(called):
            outcome = self._ended(called, "call", limit)
            return replace(outcome, spent=prepared.cpu_seconds + called.cpu_seconds)
        read = session.read(side)
        spent = prepared.cpu_seconds + called.cpu_seconds + read.cpu_seconds
        reply = decode_reply(read.payload) if read.replied else None
        if not isinstance(reply, Returned):
            return replace(self._ended(read, "read", side), spent=spent)
        beside = prepared.cpu_seconds + read.cpu_seconds - limits.FREE_SIDE_SECONDS
        if beside > 0 and called.cpu_seconds + beside > limit.cpu_seconds:
            # Work put off until its answer is read is work of the call.
            return Outcome(
                Ending.CPU_LIMIT,
                "read",
                cpu_seconds=called.cpu_seconds + beside,
                wall_seconds=called.wall_seconds,
                spent=spent,
                limit=limit,
            )
        return Outcome(
            Ending.REPLY,
            "read",
            True,
            reply.value,
            cpu_seconds=called.cpu_seconds,
            wall_seconds=called.wall_seconds,
            spent=spent,
            limit=limit,
            answer_bytes=len(read.payload),
        )

    def risen_bytes(self, arguments: bytes, limit: Limit) -> int | None:
        """Call on these arguments; return how far that alone raises resident memory, and end.

        What decoding has left over is given back first. None where the call does not end well, or
        where the host gives no such figure.
        """
        if self._session is None and self.load() is not None:
            return None
        session = self._session
        assert session is not None  # load has just made it
        ready = _done(session.prepare(arguments, limits.SIDE))
        ready = ready and _done(session.settle(limits.SIDE)) and session.renew_peak()
        well = ready and _done(session.call(_soft(limit), limit))
        risen = session.risen_bytes() if well else None
        self.close()
        return risen

    def _play_batches(self, session: Session, text: bytes, limit: Limit) -> Outcome:
        """Play a long case batch by batch on one instance, under one limit for all of it."""
        long, soft = BatchedCase(limit), _soft(limit)
        for line in batch_lines(text):
            if len(long.results) != first_call_of(line):
                # One result a call, so that nobody answers calls that were not yet sent.
                return long.ended(Ending.BREACH, "other results than there were calls")
            side, began = long.side_left(), time.monotonic()
            sent = put_results_in(line, long.results)
            outcome = self._play(session, sent, long.left(), soft, side)
            if type(outcome.value) is not list:
                return long.stopped(outcome, side)
            long.add(outcome, time.monotonic() - began)
            if long.answer_bytes > self._sandbox.policy.answer_bytes:
                return long.ended(Ending.ANSWER_LIMIT, f"an answer of {long.answer_bytes} bytes")
        return long.ended(Ending.REPLY, "")

    def _ended(self, step: Step, stage: str, limit: Limit) -> Outcome:
        reply = decode_load(step.payload) if stage == "load" else decode_reply(step.payload)
        raised = self._placed(reply.info) if isinstance(reply, Raised) else None
        ending, detail = step.ending, step.detail
        if step.replied and raised is None:
            ending = Ending.BREACH
            detail = reply.reason if isinstance(reply, Malformed) else f"no reply to {stage}"
        session = self._session
        printed = session.take_printed() if session is not None else b""
        refused = session.usage().refused_bytes if session is not None else 0
        return Outcome(
            ending,
            stage,
            raised=raised,
            cpu_seconds=step.cpu_seconds,
            wall_seconds=step.wall_seconds,
            spent=step.cpu_seconds,
            limit=limit,
            detail=detail,
            printed=printed,
            refused_bytes=refused,
        )

    def _placed(self, raised: RaisedInfo) -> RaisedInfo:
        """Return what was raised, without a place that the source does not have."""
        # One more: that is where an end of file is missed.
        if raised.line is None or raised.line <= len(self._submission.source.splitlines()) + 1:
            return raised
        return replace(raised, line=None, column=None)

    def cancel(self) -> None:
        """Have the case that is played end soon, and badly, and each later one. From any thread."""
        self._cancelled = True
        session = self._session
        if session is not None:
            session.cancel()

    def take_printed(self) -> bytes:
        """Return what the submission printed since the last call of this."""
        return b"" if self._session is None else self._session.take_printed()

    def close(self) -> None:
        """End the session, if there is one, and keep its totals."""
        if self._session is None:
            return
        if self._wall > LONG_SECONDS:
            self._waited += self._session.waited_seconds()
        self._session.close()
        self.usages.append(self._session.usage())
        self._session = None

    @property
    def wall_seconds(self) -> float:
        """The wall seconds of all cases; if they are many, less what programs waited for a core."""
        if self._wall <= LONG_SECONDS:
            return self._wall
        waiting = self._session.waited_seconds() if self._session is not None else 0.0
        return max(self._wall - self._waited - waiting, 0.0)

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


def _request(limit: Limit, budget: Mapping[str, Any] | None) -> bytes:
    """Return the payload of CALL: the soft limit, and a budget if there is one."""
    if not budget:
        return _soft(limit)
    return json_bytes({**budget, "soft_seconds": round(SOFT_FACTOR * limit.wall_seconds, 3)})


def _soft(limit: Limit) -> bytes:
    return b'{"soft_seconds": %.3f}' % (SOFT_FACTOR * limit.wall_seconds)
