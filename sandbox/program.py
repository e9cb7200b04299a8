"""One program, as seen by the supervisor: its descriptors, clock, memory and end."""

import contextlib
import fcntl
import json
import os
import select
import signal
import socket
import struct
import time
from collections.abc import Callable
from typing import Any

from sandbox import clocks, frames, lockdown
from sandbox.config import SHOW
from sandbox.errors import SandboxError
from sandbox.policy import Policy, Tier

#: How long a program may take to become ready; only a broken host is slower.
START_SECONDS = 30.0
_END_SECONDS = 5.0
#: The longest name of a file (limits.h), whose length is told in one byte.
_NAME_BYTES = 255
#: The largest pipe that an ordinary user may have (/proc/sys/fs/pipe-max-size).
PIPE_BYTES = 1 << 20


class Pipes:
    """The four channels of one program: our ends, and the ends to hand over."""

    def __init__(self) -> None:
        self.their_requests, self.requests = os.pipe()
        self.replies, self.their_replies = os.pipe()
        self.printed, self.their_printed = os.pipe()
        self.status, self._their_status = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        for descriptor in (self.requests, self.replies, self.printed):
            os.set_blocking(descriptor, False)
        _widen(self.requests)
        _widen(self.replies)

    def theirs(self) -> list[int]:
        """Return the ends to hand over, in the order that the server expects."""
        status = self._their_status.fileno()
        return [self.their_requests, self.their_replies, self.their_printed, status]

    def close_theirs(self) -> None:
        for descriptor in (self.their_requests, self.their_replies, self.their_printed):
            os.close(descriptor)
        self._their_status.close()

    def close(self) -> None:
        for descriptor in (self.requests, self.replies, self.printed):
            os.close(descriptor)
        self.status.close()


def _widen(descriptor: int) -> None:
    """Enlarge a pipe so that it can hold a large case at once, where possible (Linux)."""
    command = getattr(fcntl, "F_SETPIPE_SZ", None)
    if command is not None:
        with contextlib.suppress(OSError):  # pipe-user-pages-soft: then it stays 64 KiB
            fcntl.fcntl(descriptor, command, PIPE_BYTES)


class Program:
    """One single-use program. Call `await_ready` before anything else."""

    def __init__(self, policy: Policy, pipes: Pipes) -> None:
        self.policy = policy
        self.pipes = pipes
        self.pid = 0
        self.pidfd: int | None = None
        self.listener: int | None = None
        self.cpu_seconds: Callable[[], float] = time.monotonic
        self.idle_bytes: int | None = None
        self._idle_mapped = 0
        self._peak: int | None = None
        self._renewed_at: int | None = None
        self._messages = b""
        self._descriptors: list[int] = []
        self._end: dict[str, Any] | None = None
        self._closed = False
        self._ready = False

    def await_ready(self) -> None:
        """Wait until the program is locked down, and verify that from outside.

        Raises `SandboxError` with the step that failed. A source may be sent only after this. Safe
        to call again.
        """
        if self._ready:
            return
        deadline = time.monotonic() + START_SECONDS
        expected = {"pid"} | ({"witness"} if self._linux else set())
        while expected:
            message = self._message(deadline)
            if "failed" in message:
                raise SandboxError(message["failed"], message["detail"], message["errno"])
            expected -= message.keys()
            self._note(message)
        self._await_frame(deadline)
        self._verify()
        self._ready = True

    def has_ended(self) -> bool:
        """Whether the program is gone or a zombie, by its pidfd (pidfd_open(2))."""
        if self.pidfd is None:
            return False
        poll = select.poll()
        poll.register(self.pidfd, select.POLLIN)
        return bool(poll.poll(0))

    def has_answered(self) -> bool:
        """Whether the program has said READY, so that `await_ready` would not wait."""
        ready, _, _ = select.select([self.pipes.replies], [], [], 0)
        return bool(ready)

    @property
    def _linux(self) -> bool:
        return self.policy.tier is not Tier.LIMITS_ONLY

    def _note(self, message: dict[str, Any]) -> None:
        if "pid" in message:
            self.pid = message["pid"]
            if self._linux:
                self.pidfd = self._descriptors.pop(0)
                self.pid = _pid_of(self.pidfd)
        if "witness" in message:
            self.listener = self._descriptors.pop(0)
        if "ended" in message:
            self._end = message

    def _message(self, deadline: float) -> dict[str, Any]:
        while b"\n" not in self._messages:
            if not self._read_status(deadline):
                raise SandboxError("start a program", "its warden ended without a word")
        line, _, self._messages = self._messages.partition(b"\n")
        return dict(json.loads(line))

    def _read_status(self, deadline: float) -> bool:
        left = deadline - time.monotonic()
        ready, _, _ = select.select([self.pipes.status], [], [], max(left, 0))
        if not ready:
            raise SandboxError("start a program", "it took too long")
        size = socket.CMSG_SPACE(struct.calcsize("i"))
        data, ancillary, _flags, _address = self.pipes.status.recvmsg(4096, size)
        for level, kind, payload in ancillary:
            if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
                received = struct.unpack(f"{len(payload) // 4}i", payload)
                for descriptor in received:
                    os.set_inheritable(descriptor, False)
                self._descriptors += received
        self._messages += data
        return bool(data)

    def _await_frame(self, deadline: float) -> None:
        want = frames.frame(frames.READY, frames.NO_NONCE, b"")
        got = b""
        while len(got) < len(want):
            left = max(deadline - time.monotonic(), 0)
            status = self.pipes.status.fileno()
            ready, _, _ = select.select([self.pipes.replies, status], [], [], left)
            if self.pipes.replies in ready:
                chunk = os.read(self.pipes.replies, len(want) - len(got))
                if chunk:
                    got += chunk
                    continue
            message = self._message(deadline)
            if "failed" in message:
                raise SandboxError(message["failed"], message["detail"], message["errno"])
            code = os.waitstatus_to_exitcode(int(message.get("ended", 0)))
            words = "too few open files (`ulimit -n`) or too little memory can be why"
            raise SandboxError("start a program", f"it ended with status {code} at once: {words}")
        if got != want:
            raise SandboxError("start a program", "its first frame is not READY")

    def _verify(self) -> None:
        """Verify the lock-down from outside, in /proc/PID."""
        with contextlib.suppress(OSError):
            self.cpu_seconds = clocks.cpu_clock(self.pid)
        fields = clocks.status(self.pid)
        self.idle_bytes = clocks.taken_bytes(fields, "VmRSS")
        self._idle_mapped = clocks.resident_bytes(fields, "RssFile") or 0
        if self._linux:
            lockdown.verify(self.pid, fields, self.policy)

    @property
    def has_cpu_clock(self) -> bool:
        return self.cpu_seconds is not time.monotonic

    def signal(self, number: int) -> None:
        """Send a signal; does nothing if the program has ended.

        Root without CAP_KILL may not signal the program's user (kill(2)), so its warden does it.
        """
        try:
            if self.pidfd is not None:
                signal.pidfd_send_signal(self.pidfd, number)
            elif self.pid and self._end is None:
                os.kill(self.pid, number)
        except PermissionError:
            with contextlib.suppress(OSError):
                self.pipes.status.send(bytes([number]), socket.MSG_NOSIGNAL | socket.MSG_DONTWAIT)
        except ProcessLookupError:
            pass

    def end(self) -> dict[str, Any] | None:
        """Wait for the warden's report on how the program ended; None if there is none."""
        deadline = time.monotonic() + _END_SECONDS
        while self._end is None:
            try:
                self._note(self._message(deadline))
            except (SandboxError, OSError, ValueError):
                return None
        return self._end

    def show(self, name: str) -> None:
        """Have the warden show a data file. Raises `SandboxError` if it cannot.

        Does nothing if the program has ended, as its channel will tell.
        """
        deadline = time.monotonic() + _END_SECONDS
        try:
            told = name.encode("utf-8", "replace")
            if len(told) > _NAME_BYTES:
                raise SandboxError("show a data file", "there is no file of so long a name")
            self.pipes.status.sendall(bytes([SHOW, len(told)]) + told)
            while self._end is None:
                message = self._message(deadline)
                if "failed" in message:
                    raise SandboxError(message["failed"], message["detail"], message["errno"])
                if "shown" in message:
                    return
                self._note(message)
        except OSError:
            return

    def resident_peak(self, *, maps_files: bool = False) -> int | None:
        """Return the peak of resident memory above an idle program, in bytes.

        Page tables are included: mappings that are only read can fill the limit with them. The
        figure comes from /proc while the program lives, then from the warden's wait4(2); the
        warden is small, so ru_maxrss is not inherited from it.

        `maps_files`: from now on the kernel's peak includes files that are only mapped, so the
        result is the largest reading without them; RLIMIT_DATA or the cgroup bounds the rest.
        """
        fields = clocks.memory_status(self.pid)
        if maps_files:
            taken = clocks.taken_bytes(fields, "VmRSS")
            mapped = clocks.resident_bytes(fields, "RssFile") or 0
            peak = None if taken is None else taken - max(mapped - self._idle_mapped, 0)
        else:
            peak = clocks.taken_bytes(fields, "VmHWM")
            if peak is None and self._end is not None:
                peak = int(self._end["resident"])
        if peak is not None:
            self._peak = max(self._peak or 0, peak - (self.idle_bytes or 0))
        return self._peak

    def renew_peak(self) -> bool:
        """Reset the peak of resident memory; return False if that is refused or missing.

        Writes 5 to /proc/PID/clear_refs (proc(5)).
        """
        renewed = clocks.renew_resident_peak(self.pid)
        self._renewed_at = clocks.resident_bytes(clocks.memory_status(self.pid), "VmHWM")
        return renewed

    def risen_bytes(self) -> int | None:
        """Return by how many bytes the resident peak has risen since its reset; None if unknown."""
        peak = clocks.resident_bytes(clocks.memory_status(self.pid), "VmHWM")
        return None if peak is None or self._renewed_at is None else peak - self._renewed_at

    def close(self) -> None:
        """Kill the program and close every descriptor. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self.signal(signal.SIGKILL)
        self.pipes.close()
        for descriptor in (self.pidfd, self.listener, *self._descriptors):
            if descriptor is not None:
                os.close(descriptor)


def _pid_of(pidfd: int) -> int:
    """Return the pid of a pidfd in this process's own namespace (pidfd_open(2))."""
    with open(f"/proc/self/fdinfo/{pidfd}", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("Pid:"):
                return int(line.split()[1])
    raise SandboxError("find the program's pid", "fdinfo has no Pid line")
