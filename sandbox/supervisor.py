"""The fork server's owner: starts it, keeps programs warm, hands out sessions.

Makes one process (the server), which makes two for each program; and one cgroup for each
session where cgroups are writable. `close` ends them all.
"""

import collections
import contextlib
import json
import resource
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sandbox.errors import SandboxError
from sandbox.policy import Policy, Tier, data_place, module_place
from sandbox.program import START_SECONDS, Pipes, Program
from sandbox.session import Session

if TYPE_CHECKING:
    from sandbox.cgroups import Group

#: The package is entered without its public names: the server needs none of them.
_BOOT = (
    "import sys; p = type(sys)('sandbox'); p.__path__ = [sys.argv[1]]; sys.modules['sandbox'] = p; "
    "from sandbox.server import main; main(sys.argv[2])"
)

#: How long a fork server may take to end before it is killed.
END_SECONDS = 2.0


class Sandbox:
    """A running fork server for one policy. Use as a context manager.

    `warm` programs are kept ready. `modules` are the few read-only modules that programs may
    import beside the standard library, by name and path. Sessions may be taken from several
    threads.
    """

    def __init__(
        self,
        policy: Policy,
        *,
        warm: int = 1,
        modules: Mapping[str, str] | None = None,
        interpreter: Sequence[str] = (),
    ) -> None:
        self.policy = policy
        self.modules = dict(modules or {})
        self._hierarchy = None
        if policy.tier is not Tier.LIMITS_ONLY:
            from sandbox import cgroups  # noqa: PLC0415 - not on the limits-only road

            self._hierarchy = cgroups.find()
            if self._hierarchy is not None:
                cgroups.sweep(self._hierarchy)
        self._lock = threading.Lock()
        self._warm = warm
        self._waiting: collections.deque[_Place] = collections.deque()
        self._serving = False
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        with theirs:
            self._process = self._launch(theirs.fileno(), interpreter or (sys.executable,))
        # A server that has ended already is told of by whoever first asks it for something.
        with contextlib.suppress(SandboxError):
            self._refill()

    @property
    def tier(self) -> Tier:
        return self.policy.tier

    @property
    def alive(self) -> bool:
        """Whether the fork server has not ended."""
        return self._process.poll() is None

    @property
    def shown_modules(self) -> dict[str, str]:
        """The modules by the paths at which programs find them."""
        return {n: module_place(self.tier, n, path) for n, path in self.modules.items()}

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
        return tuple(gone)

    def _launch(self, control: int, interpreter: Sequence[str]) -> subprocess.Popen[bytes]:
        config = {
            "policy": asdict(self.policy),
            "control": control,
            "modules": self.modules,
            "cgroup": self._hierarchy is not None,
        }
        package = str(Path(__file__).resolve().parent)
        flags = ("-s", "-S", "-P", "-B", "-X", "utf8")
        command = [*interpreter, *flags, "-c", _BOOT, package, json.dumps(config)]
        environment = {
            "PYTHONHASHSEED": str(self.policy.hash_seed),
            "PYTHONBREAKPOINT": "0",
            # Each arena of the C library reserves 128 MiB; threads share one.
            "MALLOC_ARENA_MAX": "1",
            "LC_ALL": "C.UTF-8",
            # Else `expanduser("~")` asks the C library, which opens a socket to a name service,
            # and a forgotten `pdb.set_trace()` would pass for a rule violation.
            "HOME": "/",
        }
        with _BigStack(self.policy.stack_bytes):
            return subprocess.Popen(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(control,),
                start_new_session=True,  # Ctrl-C is the judge's to handle
            )

    def _refill(self) -> None:
        while len(self._waiting) < max(self._warm, 1):
            self._waiting.append(self._ask())

    def _ask(self) -> "_Place":
        pipes = Pipes()
        packed = struct.pack("4i", *pipes.theirs())
        try:
            self._control.sendmsg([b"S"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, packed)])
        except OSError:
            pipes.close()
            pipes.close_theirs()
            self.await_serving()  # says why, if the server could
            raise SandboxError("ask for a program", "the fork server is gone") from None
        pipes.close_theirs()
        return _Place(Program(self.policy, pipes))

    def await_serving(self) -> None:
        """Wait until the server is set up. Raises `SandboxError` with the step that failed."""
        if self._serving:
            return
        self._control.settimeout(START_SECONDS)
        try:
            line = self._control.makefile("rb").readline()
        except OSError:
            line = b""
        if not line:
            status = self._process.wait()
            raise SandboxError("start the fork server", f"it ended with status {status}")
        message = json.loads(line)
        if "failed" in message:
            raise SandboxError(message["failed"], message["detail"], message["errno"])
        self._control.settimeout(None)
        self._serving = True

    def prove(self) -> None:
        """Wait until one program is locked down and ready. Raises `SandboxError`."""
        with self._lock:
            self.await_serving()
            self._make_ready(self._waiting[0])

    def discard(self) -> None:
        """Throw away the programs that wait and ask for none: the next start is a cold one."""
        with self._lock:
            while self._waiting:
                self._waiting.popleft().close()

    def session(self) -> Session:
        """Take a ready program. Raises `SandboxError`.

        The next one is started once this one has loaded its submission: forking it takes a core
        that the load would have.
        """
        with self._lock:
            self.await_serving()
            place = self._waiting.popleft() if self._waiting else self._ask()
            try:
                self._make_ready(place)
                return Session(place.program, place.group, when_loaded=self._replenish)
            except BaseException:
                place.close()
                raise

    def _replenish(self) -> None:
        """Ask for programs until enough wait, and make the next one ready if it is by now."""
        # Whatever is wrong is told to whoever asks for the next session.
        with self._lock, contextlib.suppress(SandboxError):
            self._refill()
            if self._waiting[0].program.has_answered():
                self._make_ready(self._waiting[0])

    def _make_ready(self, place: "_Place") -> None:
        place.program.await_ready()
        if self._hierarchy is None or place.group is not None:
            return
        from sandbox import cgroups  # noqa: PLC0415 - not on the limits-only road

        try:
            group = cgroups.Group.make(self._hierarchy, self.policy.memory_bytes)
        except OSError as error:
            raise SandboxError("make a cgroup", errno=error.errno) from None
        try:
            group.add(place.program.pid)
        except OSError as error:
            group.remove()
            raise SandboxError("join a cgroup", errno=error.errno) from None
        place.group = group

    def close(self) -> None:
        """End the server and every program that is still waiting. Safe to call twice."""
        while self._waiting:
            self._waiting.popleft().close()
        self._await_end()
        self._control.close()
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def _await_end(self) -> None:
        """Tell the server that no more is wanted, and wait until it has hung up.

        Popen.wait with a timeout sleeps between looks; end of file wakes at once.
        """
        try:
            self._control.shutdown(socket.SHUT_WR)
            self._control.settimeout(END_SECONDS)
            while self._control.recv(4096):
                continue
            self._process.wait(END_SECONDS)
        except (OSError, subprocess.TimeoutExpired):
            return

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class _Place:
    """A program that waits to be used, in its cgroup once it is ready."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.group: Group | None = None

    def close(self) -> None:
        """End the program unused."""
        if self.group is None:
            self.program.close()
        else:
            Session(self.program, self.group).close()


class _BigStack:
    """RLIMIT_STACK of this process while a child is started: its main thread's stack.

    The limit is read at exec (mmap_base), so it cannot be set by the server itself.
    """

    def __init__(self, size_bytes: int) -> None:
        self._size = size_bytes
        self._before = resource.getrlimit(resource.RLIMIT_STACK)

    def __enter__(self) -> None:
        _soft, hard = self._before
        size = self._size if hard == resource.RLIM_INFINITY else min(self._size, hard)
        resource.setrlimit(resource.RLIMIT_STACK, (size, hard))

    def __exit__(self, *_: object) -> None:
        resource.setrlimit(resource.RLIMIT_STACK, self._before)


def strongest(
    policy: Policy,
    tiers: Sequence[Tier] = tuple(Tier),
    *,
    warm: int = 1,
    modules: Mapping[str, str] | None = None,
    interpreter: Sequence[str] = (),
    begun: Sandbox | None = None,
) -> Sandbox:
    """Return a sandbox of the first tier whose whole set-up works here, strongest first.

    It tries rather than reads version numbers: hosts exist where unshare works and mount does
    not. `begun` is one of just this policy that was started ahead of time, in the first tier.
    Raises the last `SandboxError` when no tier works.
    """
    failed = SandboxError("choose a tier", "none was asked for")
    if begun is not None and begun.tier not in tiers[:1]:
        begun.close()
        begun = None
    for tier in tiers:
        wanted = replace(policy, tier=tier)
        if begun is not None:
            sandbox, begun = begun, None
        else:
            sandbox = Sandbox(wanted, warm=warm, modules=modules, interpreter=interpreter)
        try:
            sandbox.prove()
        except SandboxError as error:
            sandbox.close()
            failed = error
        except BaseException:
            sandbox.close()
            raise
        else:
            return sandbox
    raise failed
