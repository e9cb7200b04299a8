"""Play cases of a submission in a sandbox session, step by step."""

import json
import math
import time
from collections.abc import Mapping, Sequence
from typing import Any, Self

from judge.execution import limits
from judge.execution.batched import BatchedCase
from judge.execution.outcome import NO_PRINTS, Outcome
from judge.execution.requests import Requests, call_payload, soft_payload
from judge.execution.volley import Volley, volley_of
from judge.languages import language_of
from judge.records import replace
from judge.submission import Submission
from judge.values import (
    IsRight,
    Loaded,
    Malformed,
    Raised,
    RaisedInfo,
    Returned,
    batch_lines,
    decode_load,
    decode_reply,
    first_call_of,
    has_references,
    put_results_in,
)
from sandbox import MIB, Ending, Limit, Printed, Sandbox, Session, Step, Usage

#: Arguments up to this size make a case small: beyond it, round trips no longer weigh.
SMALL_BYTES = 16 * 1024
#: From this many wall seconds on, the time spent waiting for a core is read and subtracted.
LONG_SECONDS = 5.0


class Player:
    """Plays the cases of one submission, in one session for as long as that lives.

    `header` describes the problem to its programs (`Kind.header`). With `core` they run on that
    core only, if the host can bind them. `seed` is that of their `random`. With
    `recursion` they recurse so deep and no deeper, whatever limit they set.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        header: Mapping[str, Any],
        submission: Submission,
        core: int | None = None,
        seed: int = 0,
        recursion: int | None = None,
    ) -> None:
        self._sandbox = sandbox
        self._core = core
        self._submission = submission
        shown = {"modules": sandbox.shown_modules, "data": sandbox.shown_data, "seed": seed}
        shown |= {} if recursion is None else {"recursion": recursion}
        self._header = json.dumps({"interface": header, **shown}).encode()
        named = submission.language
        inert = bool(named) and language_of(named).runs_in_call_only
        self._free_side_seconds = math.inf if inert else limits.FREE_SIDE_SECONDS
        self._files = [one["shape"] == "file" for one in header.get("parameters", ())]
        self._session: Session | None = None
        self._load_seconds = 0.0
        self._cancelled = False
        self.loaded: Loaded | None = None
        self.usages: list[Usage] = []
        #: What a kind of problem notes from case to case; nothing of it reaches a program.
        self.noted: dict[str, Any] = {}
        #: Another player that a kind of problem needs from case to case; it ends with this one.
        self.beside: Player | None = None
        self.printed_loading = NO_PRINTS
        self._plays = 0
        self.cpu_seconds = 0.0
        self.built_seconds = 0.0
        self._wall = 0.0
        self._waited = 0.0

    def load(self, built: Sequence[bytes] = ()) -> Outcome | None:
        """Load the submission into a fresh session; return an outcome only if that fails.

        `built` are the arguments of cases that the runner builds before the source arrives; each is
        then played with `play(..., built=True)`, in the same order.
        """
        self.close()
        session = self._session = self._sandbox.session()
        if self._core is not None:
            session.pin(self._core)
        if self._cancelled:
            session.cancel()
        for arguments in (line for case in built for line in batch_lines(case)):
            step = session.build(self._header, arguments, limits.SIDE)
            self.built_seconds += step.cpu_seconds
            if not _done(step):
                outcome = self._ended(step, "prepare", limits.SIDE)
                self.close()
                return outcome
        return self._load_into(session)

    def load_next(self, submission: Submission) -> Outcome | None:
        """Load another source into the program of the last one, or into a fresh one if that ended.

        Only for sources of the package, in a sandbox where no submission runs: what one leaves
        behind, the next one finds.
        """
        self._submission = submission
        return self.load() if self._session is None else self._load_into(self._session)

    def _load_into(self, session: Session) -> Outcome | None:
        step = session.load(self._header, self._submission.source, limits.LOAD)
        self._load_seconds = step.cpu_seconds
        reply = decode_load(step.payload)
        if step.replied and isinstance(reply, Loaded):
            self.loaded = reply
            self.printed_loading, self._plays = session.take_printed(), 0
            return None
        outcome = self._ended(step, "load", limits.LOAD)
        self.close()
        return outcome

    def play(
        self,
        arguments: bytes,
        limit: Limit,
        budget: Mapping[str, Any] | None = None,
        *,
        built: bool = False,
        right: Sequence[IsRight] = (),
    ) -> Outcome:
        """Play one case; `arguments` is a JSON array, or batches of calls in lines.

        `right` knows the right reply to it, or to each batch: one that is as expected is not
        decoded.

        `budget` is sent with the call in addition to its soft limit (`Kind.budget`). If the session
        has ended, a new one is started first. Arguments that are `built` are there since `load`. A
        program that is shown data files plays nothing else afterwards: they are there for the cases
        that name them.
        """
        names = self._data_names(arguments)
        if names and self._plays and not self._sandbox.policy.hides_data:
            # Where the files lie open, the time before this case counts: of loading alone.
            self.close()
        if self._session is None:
            failed = self.load()
            if failed is not None:
                return failed
        assert self._session is not None  # load has just made it
        self._session.take_printed()  # what came since the last case belongs to none
        self._plays += 1
        began = time.monotonic()
        if b"\n" in arguments:
            outcome = self._play_batches(self._session, arguments, limit, right, built=built)
        else:
            requests = Requests(
                b"" if built else arguments,
                call_payload(limit, budget),
                limit,
                names=names,
                right=right[0] if len(right) == 1 else None,
            )
            outcome = self._play(self._session, requests)
        if names and outcome.ending is Ending.REPLY:
            outcome = self.with_prints(outcome)
        self.cpu_seconds += outcome.spent
        # Of all three steps, because submitted code may run, and sleep, in each of them.
        self._wall += time.monotonic() - began
        if names or outcome.ending is not Ending.REPLY:
            self.close()
        return outcome

    def play_volley(
        self, cases: Sequence[bytes], limit: Limit, right: Sequence[Sequence[IsRight]] = ()
    ) -> Volley:
        """Play small cases in one exchange under one limit; see `is_small`.

        `right` knows the right replies, case by case and batch by batch.

        Nothing is said of a case that has no answer: `start_over`, and `play` it and those before
        it. Only a program that breaks a rule is not sure to do so again.
        """
        if self._session is None and self.load() is not None:
            return Volley(ended=True)
        assert self._session is not None  # load has just made it
        self._session.take_printed()  # what came since the last case belongs to none
        step, answers = self._session.volley(soft_payload(limit), cases, limit)
        self._plays += len(cases)
        self.cpu_seconds += step.cpu_seconds
        self._wall += step.wall_seconds
        broken = None
        if step.ending in (Ending.VIOLATION, Ending.BREACH):
            broken = self._ended(step, "call", limit)
        if not step.replied:
            self.close()
            return Volley(ended=True, broken=broken)
        # More answers than cases are none: nobody can say which belong to what.
        return volley_of(step, cases, answers if len(answers) <= len(cases) else [], limit, right)

    def is_small(self, arguments: bytes) -> bool:
        """Whether a case may be part of a volley."""
        return len(arguments) <= SMALL_BYTES and not self._data_names(arguments)

    def start_over(self) -> None:
        """End the session, and forget what was played and measured."""
        self.close()
        self.usages = []
        self.cpu_seconds = self._wall = self._waited = 0.0

    def _data_names(self, arguments: bytes) -> tuple[str, ...]:
        """Return the names of the data files that a case is read from."""
        if self._sandbox.shown_data is None or b'"data"' not in arguments:
            return ()
        given = zip(self._files, json.loads(arguments), strict=False)
        named = [value.get("data") for is_file, value in given if is_file and type(value) is dict]
        return tuple(name for name in named if type(name) is str)

    def _play(self, session: Session, asked: Requests) -> Outcome:
        """Take the three steps of a case or of a batch: prepare, call, read."""
        prepared = session.prepare(asked.arguments, asked.side)
        if not _done(prepared):
            return self._ended(prepared, "prepare", asked.side)
        # Not before: what a program does while its arguments are built is free to a degree.
        for name in asked.names:
            session.show(name)
        called = session.call(asked.call, asked.limit)
        if not _done(called):
            outcome = self._ended(called, "call", asked.limit)
            return replace(outcome, spent=prepared.cpu_seconds + called.cpu_seconds)
        return self._answered(asked, prepared, called, session.read(asked.side))

    def _answered(self, asked: Requests, prepared: Step, called: Step, read: Step) -> Outcome:
        """Return the outcome where the call has ended: work that was put off to READ counts too."""
        limit = asked.limit
        spent = prepared.cpu_seconds + called.cpu_seconds + read.cpu_seconds
        as_expected = read.replied and asked.right is not None and asked.right(read.payload)
        reply = decode_reply(read.payload) if read.replied and not as_expected else None
        if not as_expected and not isinstance(reply, Returned):
            return replace(self._ended(read, "read", asked.side), spent=spent)
        side_seconds = prepared.cpu_seconds + read.cpu_seconds - self._free_side_seconds
        if asked.names and not self._sandbox.policy.hides_data:
            side_seconds = max(side_seconds, 0.0) + self._load_seconds
        if side_seconds > 0 and called.cpu_seconds + side_seconds > limit.cpu_seconds:
            # Work that a submission defers until its answer is read belongs to the call.
            return Outcome(
                Ending.CPU_LIMIT,
                "read",
                cpu_seconds=called.cpu_seconds + side_seconds,
                wall_seconds=called.wall_seconds,
                spent=spent,
                limit=limit,
            )
        return Outcome(
            Ending.REPLY,
            "read",
            True,
            reply.value if isinstance(reply, Returned) else (read.payload,),
            cpu_seconds=called.cpu_seconds,
            wall_seconds=called.wall_seconds,
            spent=spent,
            prepared=prepared.cpu_seconds - prepared.earlier,
            read=read.cpu_seconds,
            limit=limit,
            answer_bytes=len(read.payload),
            as_expected=as_expected,
        )

    def exchange(self, payload: bytes, limit: Limit) -> Outcome:
        """Send one CALL and return the bytes of its reply as they came, undecoded and hostile.

        For programs that ask back: a case is then several such exchanges in one session, which
        `load` has begun. `outcome.returned` says whether there is a reply.
        """
        session = self._session
        assert session is not None  # the caller has loaded it
        began = time.monotonic()
        step = session.call(payload, limit)
        if step.replied:
            outcome = Outcome(
                Ending.REPLY,
                "call",
                True,
                step.payload,
                cpu_seconds=step.cpu_seconds,
                wall_seconds=step.wall_seconds,
                spent=step.cpu_seconds,
                limit=limit,
                answer_bytes=len(step.payload),
            )
        else:
            outcome = self._ended(step, "call", limit)
        self.cpu_seconds += step.cpu_seconds
        self._wall += time.monotonic() - began
        if not step.replied:
            self.close()
        return outcome

    def risen_bytes(self, arguments: bytes, limit: Limit) -> int | None:
        """Call once, return by how many bytes that raised resident memory, and end the session.

        Memory left over from decoding is released first. None if the call fails or the host does
        not provide the figure.
        """
        if self._session is None and self.load() is not None:
            return None
        session = self._session
        assert session is not None  # load has just made it
        ready = _done(session.prepare(arguments, limits.SIDE))
        for name in self._data_names(arguments):
            session.show(name)
        ready = ready and _done(session.settle(limits.SIDE)) and session.renew_peak()
        well = ready and _done(session.call(soft_payload(limit), limit))
        risen = session.risen_bytes() if well else None
        self.close()
        return risen

    def _play_batches(
        self,
        session: Session,
        text: bytes,
        limit: Limit,
        right: Sequence[IsRight],
        *,
        built: bool,
    ) -> Outcome:
        """Play a long case batch by batch on one instance, under one limit."""
        long, soft = BatchedCase(limit), soft_payload(limit)
        # Where later calls refer to them, results are decoded as they come.
        known = iter(() if has_references(text) else right)
        for line in batch_lines(text):
            if long.count not in (None, first_call_of(line)):
                # Exactly one result for each call: none for calls that were not sent yet.
                return long.ended(Ending.BREACH, "other results than there were calls")
            side, began = long.side_left(), time.monotonic()
            arguments = b"" if built else put_results_in(line, long.results)
            requests = Requests(arguments, soft, long.left(), side, right=next(known, None))
            outcome = self._play(session, requests)
            if not outcome.as_expected and type(outcome.value) is not list:
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
        # Of a program that lives on, `with_prints` takes them.
        printed = NO_PRINTS
        if session is not None and ending is not Ending.REPLY:
            printed = session.take_printed()
        refused = session.usage().refused_bytes if session is not None else 0
        cap = self._sandbox.policy.printed_bytes
        together = ending is Ending.PRINTED_LIMIT and stage != "load" and printed.total <= cap
        if ending is Ending.PRINTED_LIMIT:
            detail = f"{cap / MIB:.3g} MiB"
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
            printed_loading=NO_PRINTS if stage == "load" else self.printed_loading,
            plays=self._plays,
            together=together,
            refused_bytes=refused,
        )

    def _placed(self, raised: RaisedInfo) -> RaisedInfo:
        """Return what was raised, without a line number beyond the end of the source."""
        # One more, for a syntax error at the end of the file.
        if raised.line is None or raised.line <= len(self._submission.source.splitlines()) + 1:
            return raised
        return replace(raised, line=None, column=None)

    def cancel(self) -> None:
        """Make the current case and each later one fail soon. Safe from any thread."""
        self._cancelled = True
        session = self._session
        if session is not None:
            session.cancel()

    def with_prints(self, outcome: Outcome) -> Outcome:
        """Return the outcome of the last case with what was printed in it."""
        if self._session is None:
            return outcome  # it has ended, and its prints were taken then
        return replace(
            outcome,
            printed=self.take_printed(),
            printed_loading=self.printed_loading,
            plays=self._plays,
        )

    def take_printed(self) -> Printed:
        """Return what was printed in the last case, once."""
        return NO_PRINTS if self._session is None else self._session.take_printed()

    def kill(self) -> None:
        """Begin to end the session: what else is closed meanwhile, it need not wait for."""
        # The waiting of a program that is gone is not known.
        if self._session is not None and self._wall <= LONG_SECONDS:
            self._session.kill()

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
        """The wall seconds of all cases; above `LONG_SECONDS`, without waiting for a core."""
        if self._wall <= LONG_SECONDS:
            return self._wall
        waiting = self._session.waited_seconds() if self._session is not None else 0.0
        return max(self._wall - self._waited - waiting, 0.0)

    @property
    def waiting_seconds(self) -> float:
        """The seconds that the current program waited for a core; 0 if there is none."""
        return 0.0 if self._session is None else self._session.waited_seconds()

    @property
    def earlier(self) -> int:
        """How many cases the program had played before the last one."""
        return max(self._plays - 1, 0)

    @property
    def in_use_bytes(self) -> int:
        """The peak of the current program, in bytes; 0 if there is none, or it is unknown."""
        return 0 if self._session is None else self._session.usage().peak_bytes or 0

    @property
    def refused_bytes(self) -> int:
        """The largest allocation that the current program was refused; 0 if there was none."""
        return 0 if self._session is None else self._session.usage().refused_bytes

    @property
    def memory_method(self) -> str:
        """How the memory of the sessions was measured."""
        return self.usages[-1].memory_method if self.usages else "none"

    @property
    def peak_bytes(self) -> int | None:
        """The largest peak of all closed sessions, in bytes; None if unknown."""
        return max((u.peak_bytes for u in self.usages if u.peak_bytes is not None), default=None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        if self.beside is not None:
            self.beside.close()


#: The runner's reply to a step without a value; compared as bytes, since it is on the hot path.
_OK = b'{"ok":null}'


def _done(step: Step) -> bool:
    if not step.replied:
        return False
    return step.payload == _OK or isinstance(decode_reply(step.payload), Returned)
