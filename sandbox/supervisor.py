"""The owner of one fork server: it keeps programs ready and hands out sessions.

Makes one process (the server), which makes two for each program, and one cgroup for each session if
cgroups are writable. `close` ends them all.
"""

import collections
import contextlib
import json
import os
import signal
import socket
import struct
import threading
from collections.abc import Callable, Sequence
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

    `warm` programs are kept ready. Several threads may take sessions. `launched` is an interpreter
    that was started ahead of time; the sandbox takes ownership of it.
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
            from sandbox import cgroups  # noqa: PLC0415 - not needed with limits only

            self._hierarchy = cgroups.find()
            if self._hierarchy is not None:
                cgroups.sweep(self._hierarchy)
        self._lock = threading.Lock()
        self._warm = warm
        #: How many programs were handed out so far.
        self.started = 0
        #: Called with each session that has ended, in the thread that ended it.
        self.watch: Callable[[Session], None] | None = None
        self._waiting: collections.deque[_WaitingProgram] = collections.deque()
        self._resting = False
        self._serving = False
        self._failed: SandboxError | None = None
        self._closed = False
        self._files: str | None = None
        #: What the guest's programs lack on this host; known once the server is set up.
        self.lacking: tuple[str, ...] = ()
        #: What this host had too little of for a stronger tier.
        self.short_of: tuple[str, ...] = ()
        #: The release of the language that the guest runs, "3.12.3"; None if unknown.
        self.version: str | None = None
        self._server = _usable(launched, policy, guest) or Launched(
            guest, policy.hash_seed, policy.stack_bytes, interpreter
        )
        self._server.configure(
            {
                "policy": asdict(policy),
                "modules": dict(guest.modules),
                "options": dict(guest.options),
                "cgroup": self._hierarchy is not None and not self._hierarchy.swaps,
            }
        )
        # If the server has ended already, the first use of it raises.
        with contextlib.suppress(SandboxError):
            self._refill()

    @property
    def tier(self) -> Tier:
        return self.policy.tier

    @property
    def alive(self) -> bool:
        """Whether the fork server is running."""
        return self._server.alive

    @property
    def waiting(self) -> int:
        """How many programs are ready, or being made ready."""
        return len(self._waiting)

    @property
    def shown_modules(self) -> dict[str, str]:
        """The paths at which programs find the modules."""
        return {n: module_place(self.tier, n, path) for n, path in self.guest.modules.items()}

    @property
    def shown_data(self) -> str | None:
        """The path at which programs find the data folder."""
        return data_place(self.policy)

    @property
    def missing(self) -> tuple[str, ...]:
        """The layers missing on this host, which a report must name."""
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
        return (*gone, *self.short_of, *self.lacking)

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
            self.await_serving()  # raises the server's own error, if it sent one
            raise SandboxError("ask for a program", "the fork server is gone") from None
        pipes.close_theirs()
        return _WaitingProgram(Program(self.policy, pipes))

    def await_serving(self) -> None:
        """Wait until the server is set up. Raises `SandboxError` with the failed step."""
        if self._serving:
            return
        if self._failed is None:
            self._failed = self._setup_error()
        if self._failed is not None:
            raise self._failed
        self._serving = True

    def _setup_error(self) -> SandboxError | None:
        """Wait for the server's first message; return its error, if there is one."""
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
        self.lacking = tuple(message["lacking"])
        self.version = message["version"]
        return None

    def prove(self) -> None:
        """Wait until one program is locked down and ready. Raises `SandboxError`."""
        with self._lock:
            if self._closed:
                raise SandboxError("prove a sandbox", "it is closed")
            self.await_serving()
            first = self._waiting[0]
        self._make_ready(first)

    def prove_ahead(self) -> None:
        """Start to `prove` in another thread; errors are raised by later uses.

        Joining a cgroup alone waits for an RCU grace period of about 10 ms (Linux,
        cgroup_attach_lock), during which the judge can import what it needs.
        """

        def work() -> None:
            with contextlib.suppress(SandboxError):
                self.prove()

        threading.Thread(target=work, name="prove the sandbox").start()

    def expect(self, count: int) -> None:
        """Start to make so many programs ready that will be wanted soon; return at once.

        Each would otherwise be asked for when one has ended, and be waited for. Later uses raise
        what fails.
        """
        with self._lock, contextlib.suppress(SandboxError):
            self._resting = False
            self.await_serving()
            while len(self._waiting) < count and not self._closed:
                self._waiting.append(self._ask())
        self._make_ready_ahead(*self._waiting)

    def _make_ready_ahead(self, *expected: "_WaitingProgram") -> None:
        """Start to make programs ready in another thread, the first one first."""

        def work() -> None:
            for waiting in expected:
                with contextlib.suppress(SandboxError):
                    self._make_ready(waiting)

        threading.Thread(target=work, name="make programs ready", daemon=True).start()

    def rest(self) -> None:
        """Make no program ready in place of one that ends, since none will be wanted.

        Ends with the next `expect`, or where a program is wanted after all.
        """
        self._resting = True

    def discard(self) -> None:
        """Discard the ready programs and request no others: the next start is a cold one."""
        with self._lock:
            self._empty()

    def _empty(self) -> None:
        while self._waiting:
            self._waiting.popleft().close()

    def session(self) -> Session:
        """Take a ready program. Raises `SandboxError`.

        The next one is started when this one has ended, so that forking does not delay its cases.
        """
        with self._lock:
            self.await_serving()
            if not self._waiting:
                self._resting = False
                self._waiting.append(self._ask())
            waiting = self._waiting.popleft()
        try:
            self._make_ready(waiting)
            with self._lock:
                self.started += 1
            return Session(waiting.program, waiting.group, when_closed=self._over)
        except BaseException:
            waiting.close()
            raise

    def _over(self, session: Session) -> None:
        if self.watch is not None:
            self.watch(session)
        self._replenish()

    def _replenish(self) -> None:
        """Request programs until enough are waiting, and prepare the next one if it has started."""
        # The next request for a session raises any error.
        with self._lock, contextlib.suppress(SandboxError):
            if self._resting:
                return
            self._refill()
            if self._waiting[0].program.has_answered():
                # Joining a cgroup waits long, and there may be a verdict to tell.
                self._make_ready_ahead(self._waiting[0])

    def _make_ready(self, waiting: "_WaitingProgram") -> None:
        """Await a program and its cgroup. A failure is raised again each time."""
        # Not under the sandbox's own lock: who takes the first program would wait for the last one.
        with waiting.lock:
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
        from sandbox import cgroups  # noqa: PLC0415 - not needed with limits only

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
        with self._lock:
            self._closed = True
            self._empty()
            self._server.close()
            if self._files is not None:
                file_argument.remove_folder(self._files)  # usually done by the server

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
    """A program waiting to be used, in its cgroup once it is ready."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.group: Group | None = None
        self.failed: SandboxError | None = None
        #: Held while it is made ready.
        self.lock = threading.Lock()

    def close(self) -> None:
        """End the program unused."""
        with self.lock:
            self.failed = self.failed or SandboxError("make a program ready", "it was closed")
            self.program.signal(signal.SIGKILL)
            if self.group is not None:
                self.program.end()  # until then the group is busy
                self.group.remove()
            self.program.close()


def _usable(launched: Launched | None, policy: Policy, guest: Guest) -> Launched | None:
    """Return the interpreter launched ahead of time if it fits this policy, else end it."""
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
