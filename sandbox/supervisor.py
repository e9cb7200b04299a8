"""The owner of one fork server: it keeps programs ready and hands out sessions.

Makes one process (the server), which makes two for each program; and one cgroup for each
session where cgroups are writable. `close` ends them all.
"""

import collections
import contextlib
import json
import os
import signal
import socket
import struct
import threading
from collections.abc import Sequence
from dataclasses import asdict
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sandbox import file_argument, identity
from sandbox.errors import SandboxError
from sandbox.guest import Guest
from sandbox.launching import Launched
from sandbox.policy import Policy, Tier, data_place, module_place
from sandbox.program import START_SECONDS, Pipes, Program
from sandbox.session import Session

if TYPE_CHECKING:
    from sandbox.cgroups import Group


class Sandbox:
    """A running fork server for one policy and one guest. Use as a context manager.

    `warm` programs are kept ready. Sessions may be taken from several threads. `launched` is an
    interpreter that was started ahead of time; it is this one's now.
    """

    def __init__(
        self,
        policy: Policy,
        guest: Guest,
        *,
        warm: int = 1,
        interpreter: Sequence[str] = (),
        launched: Launched | None = None,
    ) -> None:
        self.policy = policy
        self.guest = guest
        self._hierarchy = None
        if policy.tier is not Tier.LIMITS_ONLY:
            from sandbox import cgroups  # noqa: PLC0415 - not on the limits-only road

            self._hierarchy = cgroups.find()
            if self._hierarchy is not None:
                cgroups.sweep(self._hierarchy)
        self._lock = threading.Lock()
        self._warm = warm
        #: Programs that were handed out so far.
        self.started = 0
        self._waiting: collections.deque[_WaitingProgram] = collections.deque()
        self._serving = False
        self._failed: SandboxError | None = None
        self._closed = False
        self._files: str | None = None
        self._server = _usable(launched, policy, guest) or Launched(
            guest, policy.hash_seed, policy.stack_bytes, interpreter
        )
        self._server.configure(
            {
                "policy": asdict(policy),
                "modules": dict(guest.modules),
                "cgroup": self._hierarchy is not None and not self._hierarchy.swaps,
            }
        )
        # A server that has ended already is told of by whoever first asks it for something.
        with contextlib.suppress(SandboxError):
            self._refill()

    @property
    def tier(self) -> Tier:
        return self.policy.tier

    @property
    def alive(self) -> bool:
        """Whether the fork server has not ended."""
        return self._server.alive

    @property
    def waiting(self) -> int:
        """How many programs wait to be handed out, or are being made ready."""
        return len(self._waiting)

    @property
    def shown_modules(self) -> dict[str, str]:
        """The modules by the paths at which programs find them."""
        return {n: module_place(self.tier, n, path) for n, path in self.guest.modules.items()}

    @property
    def shown_data(self) -> str | None:
        """The data folder by the path at which programs find it."""
        return data_place(self.policy)

    @property
    def missing(self) -> tuple[str, ...]:
        """Layers that this host does not give and that a report must name."""
        gone = []
        if self.tier is not Tier.FULL:
            gone.append("namespaces")
        if self.tier is Tier.LIMITS_ONLY:
            gone += ["landlock", "seccomp"]
        if self._hierarchy is None:
            gone.append("cgroup")
        elif self._hierarchy.swaps:
            gone.append("limit on swap")
        if self.tier is not Tier.FULL and os.geteuid() == 0 and not identity.lowers():
            gone.append("a user other than root")
        return tuple(gone)

    def _refill(self) -> None:
        while len(self._waiting) < max(self._warm, 1):
            self._waiting.append(self._ask())

    def _ask(self) -> "_WaitingProgram":
        pipes = Pipes()
        packed = struct.pack("4i", *pipes.theirs())
        try:
            self._server.control.sendmsg([b"S"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, packed)])
        except OSError:
            pipes.close()
            pipes.close_theirs()
            self.await_serving()  # says why, if the server could
            raise SandboxError("ask for a program", "the fork server is gone") from None
        pipes.close_theirs()
        return _WaitingProgram(Program(self.policy, pipes))

    def await_serving(self) -> None:
        """Wait until the server is set up. Raises `SandboxError` with the step that failed."""
        if self._serving:
            return
        if self._failed is None:
            self._failed = self._why_not()
        if self._failed is not None:
            raise self._failed
        self._serving = True

    def _why_not(self) -> SandboxError | None:
        """Wait for the server's first word; return the step that failed, if one did."""
        self._server.control.settimeout(START_SECONDS)
        try:
            line = self._server.control.makefile("rb").readline()
        except OSError:
            line = b""
        if not line:
            status = self._server.process.wait()
            return SandboxError("start the fork server", f"it ended with status {status}")
        message = json.loads(line)
        if "failed" in message:
            return SandboxError(message["failed"], message["detail"], message["errno"])
        self._server.control.settimeout(None)
        self._files = message["files"]
        return None

    def prove(self) -> None:
        """Wait until one program is locked down and ready. Raises `SandboxError`."""
        with self._lock:
            if self._closed:
                raise SandboxError("prove a sandbox", "it is closed")
            self.await_serving()
            self._make_ready(self._waiting[0])

    def prove_ahead(self) -> None:
        """Begin to `prove` in a thread of its own; what goes wrong is told to who asks later.

        Joining a cgroup alone waits for an RCU grace period, some 10 ms (Linux,
        cgroup_attach_lock), in which the judge can import what it needs.
        """

        def work() -> None:
            with contextlib.suppress(SandboxError):
                self.prove()

        threading.Thread(target=work, name="prove the sandbox").start()

    def discard(self) -> None:
        """Throw away the programs that wait and ask for none: the next start is a cold one."""
        with self._lock:
            self._empty()

    def _empty(self) -> None:
        while self._waiting:
            self._waiting.popleft().close()

    def session(self) -> Session:
        """Take a ready program. Raises `SandboxError`.

        Another is started when this one has ended: forking it would take time from the cases.
        """
        with self._lock:
            self.await_serving()
            waiting = self._waiting.popleft() if self._waiting else self._ask()
            try:
                self._make_ready(waiting)
                self.started += 1
                return Session(waiting.program, waiting.group, when_closed=self._replenish)
            except BaseException:
                waiting.close()
                raise

    def _replenish(self) -> None:
        """Ask for programs until enough wait, and make the next one ready if it is by now."""
        # Whatever is wrong is told to whoever asks for the next session.
        with self._lock, contextlib.suppress(SandboxError):
            self._refill()
            if self._waiting[0].program.has_answered():
                self._make_ready(self._waiting[0])

    def _make_ready(self, waiting: "_WaitingProgram") -> None:
        """Await a program and its cgroup. What fails once is raised again, to each who asks."""
        if waiting.failed is not None:
            raise waiting.failed
        try:
            self._join_cgroup(waiting)
        except SandboxError as error:
            waiting.failed = error
            raise

    def _join_cgroup(self, waiting: "_WaitingProgram") -> None:
        waiting.program.await_ready()
        if self._hierarchy is None or waiting.group is not None:
            return
        from sandbox import cgroups  # noqa: PLC0415 - not on the limits-only road

        try:
            group = cgroups.Group.make(self._hierarchy, self.policy.memory_bytes)
        except OSError as error:
            raise SandboxError("make a cgroup", errno=error.errno) from None
        try:
            group.add(waiting.program.pid)
        except OSError as error:
            group.remove()
            raise SandboxError("join a cgroup", errno=error.errno) from None
        waiting.group = group

    def close(self) -> None:
        """End the server and every program that is still waiting. Safe to call twice."""
        with self._lock:  # whoever proves it has ended then
            self._closed = True
            self._empty()
            self._server.close()
            if self._files is not None:
                file_argument.remove_folder(self._files)  # nothing to do, if the server could

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class _WaitingProgram:
    """A program that waits to be used, in its cgroup once it is ready."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.group: Group | None = None
        self.failed: SandboxError | None = None

    def close(self) -> None:
        """End the program unused."""
        self.program.signal(signal.SIGKILL)
        if self.group is not None:
            self.program.end()  # the group is busy until then
            self.group.remove()
        self.program.close()


def _usable(launched: Launched | None, policy: Policy, guest: Guest) -> Launched | None:
    """Return what was launched ahead of time if it can serve this policy; else end it."""
    if launched is None:
        return None
    wanted = (guest.name, guest.folder, policy.hash_seed, policy.stack_bytes)
    if launched.alive and wanted == (
        launched.guest.name,
        launched.guest.folder,
        launched.hash_seed,
        launched.stack_bytes,
    ):
        return launched
    launched.close()
    return None
