"""One program at work: requests and replies in lock-step, measured from outside.

Every request has a fresh nonce; exactly one frame must echo it before the deadline. While waiting,
the supervisor reads what the program prints, answers the witness, and reads the clocks. The end of
a session always kills the program: sessions are single-use.
"""

import contextlib
import os
import select
import signal
import time
from collections.abc import Callable, Sequence

from sandbox import clocks, frames
from sandbox.cgroups import Group
from sandbox.cores import SharedCore
from sandbox.errors import SandboxError
from sandbox.exchange import Exchange
from sandbox.outcome import Ending, Limit, Step, Usage
from sandbox.prints import Printed, Prints
from sandbox.program import Program
from sandbox.witness import Witness

#: The interval between readings of memory and clocks during a step.
LOOK_SECONDS = 0.02
_CHUNK = 1 << 20
#: Nonces that are drawn at a time: each call of the kernel costs as much as the rest of a frame.
NONCES = 64
#: Arguments up to this size make a small case, which ends before another core would wake up.
SMALL_BYTES = 4096

Ended = tuple[Ending, str]


class Session:
    """A ready program and the record of what it did. For one thread at a time."""

    def __init__(
        self,
        program: Program,
        group: Group | None,
        when_closed: "Callable[[Session], None]" = lambda _session: None,
    ) -> None:
        self._program = program
        #: When the program was taken, in seconds since the epoch.
        self.began_at = time.time()
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
            # Not a submission's fault: none has been sent.
            raise SandboxError("take a program", "it ended while it waited", number)
        self._waited_before = clocks.waiting_seconds(program.pid)
        self._witness = Witness(program.listener, self._resident_peak)
        self._prints = Prints(
            program.pipes.printed,
            cap_bytes=program.policy.printed_bytes,
            kept_bytes=program.policy.kept_bytes,
        )
        self._core = SharedCore(program.pid)
        self._final: Usage | None = None
        #: The peak in bytes and the CPU seconds when it was killed.
        self._last: tuple[int | None, float] | None = None
        self._killed = False
        self._cancelled = False
        self._nonces: list[bytes] = []
        self._when_closed = when_closed
        self._poll = select.poll()
        for descriptor in (self._pipes.replies, self._pipes.printed, program.listener):
            if descriptor is not None:
                self._poll.register(descriptor, select.POLLIN)

    def load(self, header: bytes, source: bytes, limit: Limit) -> Step:
        """Send the source; the reply names the entry, or says why there is none."""
        return self._request(frames.LOAD, frames.load_payload(header, source), limit)

    def build(self, header: bytes, arguments: bytes, limit: Limit) -> Step:
        """Have the arguments of a case built before a source is sent; an empty PREPARE takes them.

        Nothing of a submission runs meanwhile, so they are what was sent. Not every guest knows
        this request.
        """
        return self._request(frames.BUILD, frames.load_payload(header, arguments), limit)

    def prepare(self, arguments: bytes, limit: Limit) -> Step:
        """Have the arguments of a case decoded and built; resets `refused_bytes`."""
        self._witness.refused_bytes = 0
        if len(arguments) <= SMALL_BYTES:
            self._core.share()
        else:
            self._core.separate()
        return self._request(frames.PREPARE, arguments, limit)

    def show(self, name: str) -> None:
        """Show a data file to the program, in tiers where these are hidden; see `hides_data`.

        It can be opened from now until the session ends. Raises `SandboxError`.
        """
        if self._policy.hides_data and not self.ended:
            self._program.show(name)

    def settle(self, limit: Limit) -> Step:
        """Have the program release unused memory, so that `renew_peak` is exact."""
        return self._request(frames.SETTLE, b"", limit)

    def call(self, payload: bytes, limit: Limit) -> Step:
        """Have the entry called on the prepared case. Only this step counts as algorithm time."""
        return self._request(frames.CALL, payload, limit)

    def read(self, limit: Limit) -> Step:
        """Have the answer encoded and sent."""
        step = self._request(frames.READ, b"", limit)
        self._core.leave()
        return step

    def volley(
        self, payload: bytes, cases: Sequence[bytes], limit: Limit
    ) -> tuple[Step, list[bytes]]:
        """Have small cases prepared, called and read in one step; `payload` is that of each call.

        Returns the answers as well, up to the first case that has none. The step's figures are
        those of all cases together. Not every guest knows this request.
        """
        self._witness.refused_bytes = 0
        self._core.share()
        step = self._request(frames.VOLLEY, frames.join([payload, *cases]), limit)
        self._core.leave()
        try:
            return step, frames.split(step.payload) if step.replied else []
        except ValueError:
            return step, []

    def cancel(self) -> None:
        """End the current or next step as if the program had exited. Safe from any thread."""
        self._cancelled = True

    @property
    def ended(self) -> bool:
        return self._final is not None

    @property
    def pid(self) -> int:
        """The pid of the program in this process's namespace."""
        return self._program.pid

    def _request(self, kind: int, payload: bytes, limit: Limit) -> Step:
        if self.ended:
            raise SandboxError("use a session", "it has ended")
        began = time.monotonic()
        exchange = Exchange(kind, self._nonce(), payload)
        earlier = self._cpu_now() - self._last_cpu if kind == frames.PREPARE else 0.0
        ending, detail = self._exchange(exchange, limit, began)
        cpu = self._cpu_now()
        spent, self._last_cpu = cpu - self._last_cpu, cpu
        if ending is Ending.REPLY:
            ending, detail = self._check_reply(spent, limit)
        if ending is not Ending.REPLY:
            ending, detail = self._finish(ending, detail, exchange, limit)
        wall = time.monotonic() - began
        violations = tuple(self._witness.violations)
        return Step(ending, exchange.payload, spent, wall, detail, violations, earlier)

    def _nonce(self) -> bytes:
        """Return bytes that no program can guess; those of many frames are drawn at once."""
        if not self._nonces:
            drawn, size = os.urandom(NONCES * frames.NONCE_BYTES), frames.NONCE_BYTES
            self._nonces = [drawn[at : at + size] for at in range(0, len(drawn), size)]
        return self._nonces.pop()

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
        """Wait for the next event and handle it; return an ending if it ends the step."""
        for descriptor, _event in self._poll.poll(seconds * 1000):
            if descriptor == self._pipes.replies:
                ended = self._receive(exchange)
                if ended is not None:
                    return ended
            elif descriptor == self._pipes.requests:
                self._send(exchange)
            elif descriptor == self._pipes.printed:
                if self._prints.drain():
                    return Ending.PRINTED_LIMIT, self._printed_over()
                if self._prints.ended:
                    self._poll.unregister(descriptor)
            elif not self._witness.answer():
                self._poll.unregister(descriptor)
        return None

    def _printed_over(self) -> str:
        return f"printed over {self._policy.printed_bytes} bytes"

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
        """Send what fits in the pipe; the rest follows when poll reports room."""
        while exchange.unsent:
            try:
                written = os.write(self._pipes.requests, exchange.unsent[:_CHUNK])
            except BlockingIOError:
                self._poll.register(self._pipes.requests, select.POLLOUT)
                return
            except OSError:
                break  # it has ended, as the reply pipe will show
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
            return self._last_cpu  # reaped; the warden's figure is added at the end

    def _over_memory(self) -> str:
        if self._group is not None:
            return "the kernel refused more memory" if self._group.killed() else ""
        peak = self._resident_peak()
        if peak is not None and peak > self._policy.memory_bytes:
            return f"{peak} bytes resident"
        return ""

    def _check_reply(self, spent: float, limit: Limit) -> Ended:
        """Return the ending of a step with a reply; clocks and counters take precedence."""
        if spent > limit.cpu_seconds:
            return self._cpu_ending()
        if self._witness.violations:
            return Ending.VIOLATION, self._violated()
        if self._prints.over:
            return Ending.PRINTED_LIMIT, self._printed_over()
        if spent > LOOK_SECONDS:
            over = self._over_memory()
            if over:
                return Ending.MEMORY_LIMIT, over
        return Ending.REPLY, ""

    def _finish(self, ending: Ending, detail: str, exchange: Exchange, limit: Limit) -> Ended:
        """End the session; return the ending, completed by how the program ended."""
        if ending in (Ending.CPU_LIMIT, Ending.WALL_LIMIT) and exchange.kind == frames.CALL:
            self._await_traceback(exchange, limit.grace_seconds)
        if ending is Ending.EXITED:
            detail = self._describe_end()
        self.close()
        if self._witness.violations:
            # A forbidden act takes precedence over limits, exits and answers.
            return Ending.VIOLATION, self._violated()
        if ending is Ending.EXITED and self._killed:
            return Ending.MEMORY_LIMIT, "the kernel refused more memory"
        return ending, detail

    def _violated(self) -> str:
        return ", ".join(sorted(set(self._witness.violations)))

    def _await_traceback(self, exchange: Exchange, seconds: float) -> None:
        """Ask for a traceback of the running line; the ending is decided already."""
        if exchange.payload:
            return
        self._program.signal(signal.SIGALRM)
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            if self._attend(exchange, left) is not None:
                return

    def _describe_end(self) -> str:
        self._program.signal(signal.SIGKILL)  # it may have closed its channel without ending
        end = self._program.end()
        if end is None:
            # No program can end its warden or the server, so the host did.
            self.close()
            raise SandboxError("lose a program", "its warden ended without a word")
        code = os.waitstatus_to_exitcode(int(end["ended"]))
        if code >= 0:
            return f"it exited with status {code} before it answered"
        if -code == signal.SIGKILL:
            return "killed, or it closed its channel"
        return f"killed by {_signal_name(-code)}"

    def take_printed(self) -> Printed:
        """Return what was printed since the last call of this method."""
        if not self.ended:
            self._prints.drain()
        return self._prints.take()

    def waited_seconds(self) -> float:
        """Return the seconds that this program waited for a core; 0 once it has ended.

        Counted from the start of the session, since a reading for each step would take longer than
        a small case. A program cannot make itself wait.
        """
        if self.ended:
            return 0.0
        return max(clocks.waiting_seconds(self._program.pid) - self._waited_before, 0.0)

    def renew_peak(self) -> bool:
        """Reset the peak of resident memory, for `risen_bytes`.

        Returns False if the kernel refuses. The peak of a cgroup is not reset.
        """
        return self._program.renew_peak()

    def risen_bytes(self) -> int | None:
        """Return by how many bytes resident memory rose since `renew_peak`; None if unknown."""
        return self._program.risen_bytes()

    def pin(self, core: int) -> bool:
        """Bind the program to one core; return False if the host refuses.

        Its later threads inherit that; it cannot undo it (the filter refuses sched_setaffinity).
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
            printed=bytes(self._prints.first),
            printed_bytes=self._prints.total,
            refused_bytes=self._witness.refused_bytes,
        )

    def _peak(self) -> int | None:
        resident = self._resident_peak()
        if self._group is None or not self._group.records_peak:
            return resident
        # Cache that grew after the group's peak is subtracted too, and could hide a part of it.
        return max(self._group.peak_bytes() or 0, resident or 0)

    def _resident_peak(self) -> int | None:
        return self._program.resident_peak(maps_files=self._witness.maps_files)

    @property
    def _memory_method(self) -> str:
        if self._group is not None and self._group.records_peak:
            return "cgroup"
        return "resident" if self._program.idle_bytes is not None else "rusage"

    def kill(self) -> None:
        """Take the readings of the living program and kill it, without waiting for its end."""
        if self.ended or self._last is not None:
            return
        self._core.give_up()
        with contextlib.suppress(OSError):
            self._prints.drain()
        self._last = self._peak(), self._cpu_now() - self._started
        self._program.signal(signal.SIGKILL)

    def close(self) -> None:
        """Kill the program, take the last readings, and release everything."""
        if self.ended:
            return
        self.kill()
        assert self._last is not None  # `kill` has read it
        peak, cpu = self._last
        # Until the warden reports, a group is busy and the peak of a zombie unknown.
        end = self._program.end() if self._group is not None or peak is None else None
        if self._group is not None:
            self._killed = self._group.killed()
        # Includes what was charged since, and the figures of a program that had ended already.
        if peak is None or (self._group is not None and self._group.records_peak):
            peak = self._peak()
        if self._group is not None:
            cpu = max(cpu, self._group.cpu_seconds() or 0.0)
            self._group.remove()
        if end is not None:
            cpu = max(cpu, float(end["cpu"]) - self._started)
        self._final = self._usage(cpu, peak)
        self._program.close()
        self._when_closed(self)


class _Deadline:
    """A wall deadline, extended by the time that a program waited for a core."""

    def __init__(self, began: float, seconds: float) -> None:
        self._end = began + seconds
        self.at = self._end

    def left(self) -> float:
        return max(self.at - time.monotonic(), 0.0)

    def passed(self, waited: float) -> bool:
        """Whether the deadline has passed, extended by `waited` seconds."""
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
