"""One program at work: requests and replies in lock-step, measured from outside.

Every request carries a fresh nonce; exactly one frame must echo it before the deadline. While
waiting, the supervisor drains what the program prints, answers the witness, and reads the
clocks. Whatever ends a session kills the program: sessions are single-use.
"""

import contextlib
import os
import secrets
import select
import signal
import time
from collections.abc import Callable

from sandbox import clocks, frames
from sandbox.cgroups import Group
from sandbox.cores import SharedCore
from sandbox.errors import SandboxError
from sandbox.exchange import Exchange
from sandbox.outcome import Ending, Limit, Step, Usage
from sandbox.prints import Prints
from sandbox.program import Program
from sandbox.witness import Witness

#: How long a program past its limit may take to send its traceback before it is killed.
GRACE_SECONDS = 0.15
#: How often memory and clocks are looked at while a step runs.
LOOK_SECONDS = 0.02
_CHUNK = 1 << 20
#: Arguments up to here make a small case: it is over sooner than another core has woken up.
SMALL_BYTES = 4096

Ended = tuple[Ending, str]


class Session:
    """A ready program and the record of what it did. Not for use by two threads at once."""

    def __init__(
        self,
        program: Program,
        group: Group | None,
        when_closed: Callable[[], None] = lambda: None,
    ) -> None:
        self._program = program
        self._policy = program.policy
        self._pipes = program.pipes
        self._group = group
        self._cpu = program.cpu_seconds
        try:
            self._started = self._last_cpu = self._cpu()
            ended, number = program.has_ended(), None
        except OSError as error:
            ended, number = True, error.errno
        if ended:
            # Not by anything that a submission did: none has been sent.
            raise SandboxError("take a program", "it ended while it waited", number)
        self._waited_before = clocks.waiting_seconds(program.pid)
        self._witness = Witness(program.listener)
        self._prints = Prints(
            program.pipes.printed,
            cap_bytes=program.policy.printed_bytes,
            kept_bytes=program.policy.kept_bytes,
        )
        self._core = SharedCore(program.pid)
        self._final: Usage | None = None
        self._killed = False
        self._cancelled = False
        self._when_closed = when_closed
        self._poll = select.poll()
        for descriptor in (self._pipes.replies, self._pipes.printed, program.listener):
            if descriptor is not None:
                self._poll.register(descriptor, select.POLLIN)

    def load(self, header: bytes, source: bytes, limit: Limit) -> Step:
        """Send the source; the reply says which entry was found or why none was."""
        return self._request(frames.LOAD, frames.load_payload(header, source), limit)

    def prepare(self, arguments: bytes, limit: Limit) -> Step:
        """Have the arguments of a case decoded and built; what is refused from here is its own."""
        self._witness.refused_bytes = 0
        if len(arguments) <= SMALL_BYTES:
            self._core.share()
        else:
            self._core.separate()
        return self._request(frames.PREPARE, arguments, limit)

    def settle(self, limit: Limit) -> Step:
        """Have the program give back memory it does not use; then `renew_peak` can be believed."""
        return self._request(frames.SETTLE, b"", limit)

    def call(self, payload: bytes, limit: Limit) -> Step:
        """Have the entry called on what was prepared. Only this step is the algorithm's time."""
        return self._request(frames.CALL, payload, limit)

    def read(self, limit: Limit) -> Step:
        """Have the answer encoded and sent."""
        step = self._request(frames.READ, b"", limit)
        self._core.leave()
        return step

    def cancel(self) -> None:
        """Have the step that runs, or the next one, end as if the program had. From any thread."""
        self._cancelled = True

    @property
    def ended(self) -> bool:
        return self._final is not None

    @property
    def pid(self) -> int:
        """The process that plays the program, as this process sees it."""
        return self._program.pid

    def _request(self, kind: int, payload: bytes, limit: Limit) -> Step:
        if self.ended:
            raise SandboxError("use a session", "it has ended")
        began = time.monotonic()
        exchange = Exchange(kind, secrets.token_bytes(frames.NONCE_BYTES), payload)
        ending, detail = self._exchange(exchange, limit, began)
        cpu = self._cpu_now()
        spent, self._last_cpu = cpu - self._last_cpu, cpu
        if ending is Ending.REPLY:
            ending, detail = self._check_reply(spent, limit)
        if ending is not Ending.REPLY:
            ending, detail = self._finish(ending, detail, exchange)
        wall = time.monotonic() - began
        violations = tuple(self._witness.violations)
        return Step(ending, exchange.payload, spent, wall, detail, violations)

    def _exchange(self, exchange: Exchange, limit: Limit, began: float) -> Ended:
        """Send and receive until a frame, a limit or the end; see the module's docstring."""
        deadline = _Deadline(began, limit.wall_seconds)
        look = began + LOOK_SECONDS
        self._send(exchange)
        while True:
            ended = self._attend(exchange, min(deadline.left(), LOOK_SECONDS))
            if ended is not None:
                return ended
            now = time.monotonic()
            if now < look and now < deadline.at:
                continue
            look = now + LOOK_SECONDS
            ended = self._past_limit(limit, deadline)
            if ended is not None:
                return ended

    def _attend(self, exchange: Exchange, seconds: float) -> Ended | None:
        """Wait for whatever comes first and take it in; an ending when it ends the step."""
        for descriptor, _event in self._poll.poll(seconds * 1000):
            if descriptor == self._pipes.replies:
                ended = self._receive(exchange)
                if ended is not None:
                    return ended
            elif descriptor == self._pipes.requests:
                self._send(exchange)
            elif descriptor == self._pipes.printed:
                if self._prints.drain():
                    return Ending.PRINTED_LIMIT, f"printed over {self._policy.printed_bytes} bytes"
                if self._prints.ended:
                    self._poll.unregister(descriptor)
            elif not self._witness.answer():
                self._poll.unregister(descriptor)
        return None

    def _past_limit(self, limit: Limit, deadline: "_Deadline") -> Ended | None:
        if self._cancelled:
            return Ending.EXITED, ""
        if self._cpu_now() - self._last_cpu > limit.cpu_seconds:
            return self._cpu_ending()
        if time.monotonic() >= deadline.at and deadline.passed(self.waited_seconds()):
            return Ending.WALL_LIMIT, ""
        over = self._over_memory()
        return (Ending.MEMORY_LIMIT, over) if over else None

    def _cpu_ending(self) -> Ended:
        if self._program.has_cpu_clock:
            return Ending.CPU_LIMIT, ""
        return Ending.WALL_LIMIT, "no CPU clock on this host"

    def _send(self, exchange: Exchange) -> None:
        """Send what the pipe takes; the rest goes when the poll says that there is room."""
        while exchange.unsent:
            try:
                written = os.write(self._pipes.requests, exchange.unsent[:_CHUNK])
            except BlockingIOError:
                self._poll.register(self._pipes.requests, select.POLLOUT)
                return
            except OSError:
                break  # it has ended; the reply pipe tells
            exchange.unsent = exchange.unsent[written:]
        exchange.unsent = exchange.unsent[:0]
        with contextlib.suppress(KeyError):
            self._poll.unregister(self._pipes.requests)

    def _receive(self, exchange: Exchange) -> Ended | None:
        try:
            chunk = os.read(self._pipes.replies, exchange.room)
        except BlockingIOError:
            return None
        if not chunk:
            return Ending.EXITED, ""
        return exchange.take(chunk, self._policy.answer_bytes)

    def _cpu_now(self) -> float:
        try:
            return self._cpu()
        except OSError:
            return self._last_cpu  # reaped by the warden, whose figure is added at the end

    def _over_memory(self) -> str:
        if self._group is not None:
            return "the kernel refused more memory" if self._group.killed() else ""
        peak = self._program.resident_peak()
        if peak is not None and peak > self._policy.memory_bytes:
            return f"{peak} bytes resident"
        return ""

    def _check_reply(self, spent: float, limit: Limit) -> Ended:
        """A reply came; what the clocks and counters say still counts more."""
        if spent > limit.cpu_seconds:
            return self._cpu_ending()
        if self._witness.violations:
            return Ending.VIOLATION, self._violated()
        if spent > LOOK_SECONDS:
            over = self._over_memory()
            if over:
                return Ending.MEMORY_LIMIT, over
        return Ending.REPLY, ""

    def _finish(self, ending: Ending, detail: str, exchange: Exchange) -> Ended:
        """End the session; return the ending, completed by how the program ended."""
        if ending in (Ending.CPU_LIMIT, Ending.WALL_LIMIT) and exchange.kind == frames.CALL:
            self._await_traceback(exchange)
        if ending is Ending.EXITED:
            detail = self._describe_end()
        self.close()
        if self._witness.violations:
            # No limit, no end and no answer of its own making covers a forbidden act.
            return Ending.VIOLATION, self._violated()
        if ending is Ending.EXITED and self._killed:
            return Ending.MEMORY_LIMIT, "the kernel refused more memory"
        return ending, detail

    def _violated(self) -> str:
        return ", ".join(sorted(set(self._witness.violations)))

    def _await_traceback(self, exchange: Exchange) -> None:
        """Ask for the line that is running; the limit has passed, nothing can change that."""
        if exchange.payload:
            return
        self._program.signal(signal.SIGALRM)
        deadline = time.monotonic() + GRACE_SECONDS
        while (left := deadline - time.monotonic()) > 0:
            if self._attend(exchange, left) is not None:
                return

    def _describe_end(self) -> str:
        self._program.signal(signal.SIGKILL)  # it may only have closed its channel
        end = self._program.end()
        if end is None:
            # No program can end its warden, or the server above that: the host did.
            self.close()
            raise SandboxError("lose a program", "its warden ended without a word")
        code = os.waitstatus_to_exitcode(int(end["ended"]))
        if code >= 0:
            return f"it exited with status {code} before it answered"
        if -code == signal.SIGKILL:
            return "killed, or it closed its channel"
        return f"killed by {_signal_name(-code)}"

    def take_printed(self) -> bytes:
        """Return what was kept of the prints since the last call of this."""
        if not self.ended:
            self._prints.drain()
        return self._prints.take()

    def waited_seconds(self) -> float:
        """Return the seconds this program was ready and had no core; 0 once it has ended.

        Since the session began, and not the step: one reading a step would cost more than a
        small case does, and a program cannot make itself wait.
        """
        if self.ended:
            return 0.0
        return max(clocks.waiting_seconds(self._program.pid) - self._waited_before, 0.0)

    def renew_peak(self) -> bool:
        """Forget the peak of resident memory, to be asked later how far it has risen since.

        False where the kernel does not let us. The peak of a cgroup stays as it is.
        """
        return self._program.renew_peak()

    def risen_bytes(self) -> int | None:
        """Return how far resident memory has risen above what it was when its peak was renewed."""
        return self._program.risen_bytes()

    def pin(self, core: int) -> bool:
        """Have the program run on one core only; False where the host does not let us.

        Its threads of later follow; it cannot undo this (the filter refuses sched_setaffinity).
        """
        self._core.give_up()
        try:
            os.sched_setaffinity(self._program.pid, {core})
        except (AttributeError, OSError):
            return False
        return True

    def usage(self) -> Usage:
        """Return the totals so far; after `close` they are final."""
        if self._final is not None:
            return self._final
        return self._usage(self._cpu_now() - self._started, self._peak())

    def _usage(self, cpu_seconds: float, peak_bytes: int | None) -> Usage:
        return Usage(
            cpu_seconds=cpu_seconds,
            peak_bytes=peak_bytes,
            memory_method=self._memory_method,
            printed=bytes(self._prints.kept),
            printed_bytes=self._prints.total,
            refused_bytes=self._witness.refused_bytes,
        )

    def _peak(self) -> int | None:
        resident = self._program.resident_peak()
        if self._group is None or not self._group.tells_peak:
            return resident
        # Cache that came after the group's peak is taken off it, and could hide a part of it.
        return max(self._group.peak_bytes() or 0, resident or 0)

    @property
    def _memory_method(self) -> str:
        if self._group is not None and self._group.tells_peak:
            return "cgroup"
        return "resident" if self._program.idle_bytes is not None else "rusage"

    def close(self) -> None:
        """Kill the program, take the last readings, and leave nothing behind."""
        if self.ended:
            return
        self._core.give_up()
        with contextlib.suppress(OSError):
            self._prints.drain()
        peak, cpu = self._peak(), self._cpu_now() - self._started
        self._program.signal(signal.SIGKILL)
        # The warden's word: a group is busy, and a zombie's peak unknown, until it has come.
        end = self._program.end() if self._group is not None or peak is None else None
        if self._group is not None:
            self._killed = self._group.killed()
        # What was charged since, and what a program that had ended already did not tell.
        if peak is None or (self._group is not None and self._group.tells_peak):
            peak = self._peak()
        if self._group is not None:
            cpu = max(cpu, self._group.cpu_seconds() or 0.0)
            self._group.remove()
        if end is not None:
            cpu = max(cpu, float(end["cpu"]) - self._started)
        self._final = self._usage(cpu, peak)
        self._program.close()
        self._when_closed()


class _Deadline:
    """A wall deadline that moves on by the time a ready program had to wait for a core."""

    def __init__(self, began: float, seconds: float) -> None:
        self._end = began + seconds
        self.at = self._end

    def left(self) -> float:
        return max(self.at - time.monotonic(), 0.0)

    def passed(self, waited: float) -> bool:
        """Look at the clock; `waited` are the seconds of waiting to be forgiven so far."""
        if time.monotonic() < self.at:
            return False
        if self._end + waited <= self.at + LOOK_SECONDS:
            return True
        self.at = self._end + waited
        return False


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
