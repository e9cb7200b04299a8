"""One submission's life inside: requests and replies in lock-step, measured from outside.

Every request carries a fresh nonce; exactly one frame must echo it before the deadline. While
waiting, the supervisor drains what the program prints, answers the witness, and reads the
clocks. Whatever ends a session kills the program: sessions are single-use.
"""

import os
import secrets
import select
import signal
import time

from sandbox import clocks, frames
from sandbox.cgroups import Group
from sandbox.errors import SandboxError
from sandbox.outcome import Ending, Limit, Step, Usage
from sandbox.program import Program

#: How long a program past its limit may take to send its traceback before it is killed.
GRACE_SECONDS = 0.15
#: How often memory and clocks are looked at while a step runs.
LOOK_SECONDS = 0.02
_CHUNK = 1 << 20
_EPERM, _ENOMEM = 1, 12


class Session:
    """A ready program and the record of what it did. Not for use by two threads at once."""

    def __init__(self, program: Program, group: Group | None) -> None:
        self._program = program
        self._policy = program.policy
        self._pipes = program.pipes
        self._group = group
        self._cpu = program.cpu_seconds
        self._started = self._last_cpu = self._cpu()
        self._printed = bytearray()
        self._printed_bytes = 0
        self._shown = 0
        self._refused_bytes = 0
        self._violations: list[str] = []
        self._peak: int | None = None
        self._killed = False
        self._total_cpu: float | None = None
        self.ended = False
        self._poll = select.poll()
        for descriptor in (self._pipes.replies, self._pipes.printed):
            self._poll.register(descriptor, select.POLLIN)
        if program.listener is not None:
            self._poll.register(program.listener, select.POLLIN)

    def load(self, header: bytes, source: bytes, limit: Limit) -> Step:
        """Send the source; the reply says which entry was found or why none was."""
        return self._request(frames.LOAD, frames.load_payload(header, source), limit)

    def prepare(self, arguments: bytes, limit: Limit) -> Step:
        """Have the arguments decoded and built."""
        return self._request(frames.PREPARE, arguments, limit)

    def call(self, payload: bytes, limit: Limit) -> Step:
        """Have the entry called on what was prepared. Only this step is the algorithm's time."""
        return self._request(frames.CALL, payload, limit)

    def read(self, limit: Limit) -> Step:
        """Have the answer encoded and sent."""
        return self._request(frames.READ, b"", limit)

    def _request(self, kind: int, payload: bytes, limit: Limit) -> Step:
        if self.ended:
            raise SandboxError("use a session", "it has ended")
        began = time.monotonic()
        nonce = secrets.token_bytes(frames.NONCE_BYTES)
        exchange = _Exchange(kind, nonce, frames.frame(kind, nonce, payload))
        ending, detail = self._exchange(exchange, limit, began)
        cpu = self._cpu_now()
        spent, self._last_cpu = cpu - self._last_cpu, cpu
        if ending is Ending.REPLY:
            ending, detail = self._second_look(spent, limit)
        if ending is not Ending.REPLY:
            detail = self._finish(ending, detail, exchange)
            if ending is Ending.EXITED and self.memory_killed:
                ending, detail = Ending.MEMORY_LIMIT, "the kernel refused more memory"
            self.close()
        wall = time.monotonic() - began
        return Step(ending, bytes(exchange.payload), spent, wall, detail, tuple(self._violations))

    def _exchange(self, exchange: "_Exchange", limit: Limit, began: float) -> tuple[Ending, str]:
        """Send and receive until a frame, a limit or the end; see the module's docstring."""
        waited = clocks.waiting_seconds(self._program.pid) if limit.wall_seconds < 1 else None
        deadline = began + limit.wall_seconds
        while True:
            self._send(exchange)
            left = min(deadline - time.monotonic(), LOOK_SECONDS)
            events = self._poll.poll(max(left, 0) * 1000)
            for descriptor, _event in events:
                if descriptor == self._pipes.replies:
                    ending = self._receive(exchange)
                    if ending is not None:
                        return ending
                elif descriptor == self._pipes.printed:
                    if self._drain():
                        return Ending.PRINTED_LIMIT, f"printed over {self._policy.printed_bytes} bytes"
                else:
                    self._answer_witness()
            if events and not exchange.unsent:
                cheap = time.monotonic() < began + LOOK_SECONDS
                if cheap:
                    continue
            now = time.monotonic()
            if self._cpu_now() - self._last_cpu > limit.cpu_seconds:
                return self._program_clock(limit)
            if now >= deadline:
                # Time spent ready but waiting for a core is the host's, not the program's.
                before = waited or 0.0
                waiting = clocks.waiting_seconds(self._program.pid)
                extra = began + limit.wall_seconds + max(waiting - before, 0.0)
                if now >= extra or extra <= deadline:
                    return Ending.WALL_LIMIT, f"over {limit.wall_seconds:.3g} s of wall time"
                deadline = extra
            over = self._over_memory()
            if over:
                return Ending.MEMORY_LIMIT, over

    def _program_clock(self, limit: Limit) -> tuple[Ending, str]:
        if self._program.has_cpu_clock:
            return Ending.CPU_LIMIT, f"over {limit.cpu_seconds:.3g} s of CPU time"
        return Ending.WALL_LIMIT, f"over {limit.cpu_seconds:.3g} s (no CPU clock on this host)"

    def _send(self, exchange: "_Exchange") -> None:
        while exchange.unsent:
            try:
                written = os.write(self._pipes.requests, exchange.unsent[:_CHUNK])
            except BlockingIOError:
                return
            except OSError:
                exchange.unsent = exchange.unsent[:0]  # it has ended; the reply pipe tells
                return
            exchange.unsent = exchange.unsent[written:]

    def _receive(self, exchange: "_Exchange") -> tuple[Ending, str] | None:
        try:
            chunk = os.read(self._pipes.replies, _CHUNK)
        except BlockingIOError:
            return None
        if not chunk:
            return Ending.EXITED, ""
        return exchange.take(chunk, self._policy.answer_bytes)

    def _drain(self) -> bool:
        """Read what was printed; True when the cap is passed. Never waits for end of file."""
        while True:
            try:
                chunk = os.read(self._pipes.printed, _CHUNK)
            except BlockingIOError:
                return False
            if not chunk:
                self._poll.unregister(self._pipes.printed)
                return False
            self._printed_bytes += len(chunk)
            room = self._policy.kept_bytes - len(self._printed)
            self._printed += chunk[: max(room, 0)]
            if self._printed_bytes > self._policy.printed_bytes:
                return True

    def _answer_witness(self) -> None:
        from sandbox import seccomp  # noqa: PLC0415 - there is no listener on the portable road

        listener = self._program.listener
        notice = seccomp.receive(listener) if listener is not None else None
        if listener is None or notice is None:
            if listener is not None and self._hung_up(listener):
                self._poll.unregister(listener)
            return
        if notice.name in seccomp.FORBIDDEN:
            self._violations.append(seccomp.FORBIDDEN[notice.name])
            seccomp.refuse(listener, notice, _EPERM)
            return
        size = notice.arguments[1 if notice.name == "mmap" else 2]
        self._refused_bytes = max(self._refused_bytes, size)
        seccomp.refuse(listener, notice, _ENOMEM)

    @staticmethod
    def _hung_up(listener: int) -> bool:
        poll = select.poll()
        poll.register(listener, select.POLLIN)
        return any(event & select.POLLHUP for _, event in poll.poll(0))

    def _cpu_now(self) -> float:
        try:
            return self._cpu()
        except OSError:
            return self._last_cpu  # reaped; the warden's figure is added at the end

    def _over_memory(self) -> str:
        if self._group is not None:
            return "the kernel refused more memory" if self._group.killed() else ""
        peak = self._program.resident_peak()
        if peak is not None and peak > self._policy.memory_bytes:
            return f"{peak} bytes resident"
        return ""

    def _second_look(self, spent: float, limit: Limit) -> tuple[Ending, str]:
        """A reply came; what the clocks and counters say still counts more."""
        if spent > limit.cpu_seconds:
            return self._program_clock(limit)
        if self._violations:
            return Ending.VIOLATION, ", ".join(sorted(set(self._violations)))
        if spent > LOOK_SECONDS:
            over = self._over_memory()
            if over:
                return Ending.MEMORY_LIMIT, over
        return Ending.REPLY, ""

    def _finish(self, ending: Ending, detail: str, exchange: "_Exchange") -> str:
        """End the session; return the detail completed by how the program ended."""
        if ending in (Ending.CPU_LIMIT, Ending.WALL_LIMIT):
            self._await_traceback(exchange)
        self._drain()
        if ending is Ending.EXITED:
            detail = self._describe_end()
        return detail

    def _await_traceback(self, exchange: "_Exchange") -> None:
        """Ask for the line that is running; the limit has passed, nothing can change that."""
        if exchange.payload or exchange.kind != frames.CALL:
            return
        self._program.signal(signal.SIGALRM)
        deadline = time.monotonic() + GRACE_SECONDS
        while (left := deadline - time.monotonic()) > 0:
            for descriptor, _event in self._poll.poll(left * 1000):
                if descriptor == self._pipes.replies:
                    if self._receive(exchange) is not None:
                        return
                elif descriptor == self._pipes.printed:
                    if self._drain():
                        return
                else:
                    self._answer_witness()

    def _describe_end(self) -> str:
        self._program.signal(signal.SIGKILL)  # it may only have closed its channel
        end = self._program.end()
        if end is None:
            return "it ended without an answer"
        code = os.waitstatus_to_exitcode(int(end["ended"]))
        if code < 0:
            name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
            return f"killed by signal {name}" if -code != signal.SIGKILL else "killed"
        return f"it exited with status {code} before it answered"

    @property
    def memory_killed(self) -> bool:
        """Whether the kernel's own counter ended this program."""
        if self.ended:
            return self._killed
        return self._group is not None and self._group.killed()

    def take_printed(self) -> bytes:
        """Return what was kept of the prints since the last call of this."""
        self._drain_quietly()
        new, self._shown = bytes(self._printed[self._shown :]), len(self._printed)
        return new

    def usage(self) -> Usage:
        """Return the totals so far; after `close` they are final."""
        peak, method = self._memory()
        cpu = self._total_cpu if self._total_cpu is not None else self._cpu_now() - self._started
        printed = bytes(self._printed)
        refused = self._refused_bytes
        return Usage(cpu, peak, method, printed, self._printed_bytes, refused)

    def _memory(self) -> tuple[int | None, str]:
        if self._peak is not None:
            return self._peak, self._method
        if self._group is not None:
            return self._group.peak_bytes(), "cgroup"
        return self._program.resident_peak(), self._method

    @property
    def _method(self) -> str:
        if self._group is not None:
            return "cgroup"
        return "resident" if self._program.idle_bytes is not None else "rusage"

    def close(self) -> None:
        """Kill the program, take the last readings, and leave nothing behind."""
        if self.ended:
            return
        self.ended = True
        self._drain_quietly()
        self._peak = self._memory()[0]
        self._total_cpu = self._cpu_now() - self._started
        self._killed = self._group is not None and self._group.killed()
        self._program.signal(signal.SIGKILL)
        if self._group is not None or self._peak is None:
            self._program.end()
        if self._group is not None:
            self._group.remove()  # busy until its process is gone
        elif self._peak is None:
            self._peak = self._program.resident_peak()
        self._program.close()

    def _drain_quietly(self) -> None:
        try:
            self._drain()
        except (KeyError, OSError):
            return


class _Exchange:
    """One request under way: what is left to send, what has come back."""

    def __init__(self, kind: int, nonce: bytes, data: bytes) -> None:
        self.kind = kind
        self.nonce = nonce
        self.unsent = memoryview(data)
        self.payload = b""
        self._got = b""
        self._chunks: list[bytes] = []
        self._length = -1

    def take(self, chunk: bytes, cap: int) -> tuple[Ending, str] | None:
        """Add bytes of the reply; return an ending when the frame is whole or wrong."""
        if self._length < 0:
            self._got += chunk
            if len(self._got) < frames.HEADER.size:
                return None
            length, nonce, kind = frames.HEADER.unpack_from(self._got)
            if nonce != self.nonce or kind != self.kind:
                return Ending.BREACH, "a frame that nobody asked for"
            if length > cap:
                return Ending.ANSWER_LIMIT, f"an answer of {length} bytes"
            self._length = length
            chunk = self._got[frames.HEADER.size :]
            self._received = 0
        self._chunks.append(chunk)
        self._received += len(chunk)
        if self._received < self._length:
            return None
        if self._received > self._length:
            return Ending.BREACH, "bytes after the frame"
        self.payload = b"".join(self._chunks)
        return Ending.REPLY, ""
