"""A throw-away container in which hostile programs may meet a weakened sandbox.

Everything that could be reached from inside is made for the occasion: user, pid, mount, network,
IPC and UTS namespaces, an ordinary uid without capabilities, a tmpfs root with read-only parts of
the host's system folders, a false /etc, bounded processes and (as root) bounded memory. A program
that gets out of a sandbox without layers is in there, and it all ends with its first process. Run
as `python -m tests.security.vault FOLDER`; reads one JSON line a program, answers likewise. It can
hold a whole judge as well, so that tier `limits-only`, which is no boundary, can be met.
"""

import base64
import contextlib
import functools
import json
import os
import resource
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from judge.languages import PYTHON_GUEST
from judge.values.replies import Loaded, Returned, decode_load, decode_reply
from sandbox import MIB, Limit, Policy, Sandbox, SandboxError, Session, Step, Tier
from sandbox.clocks import waiting_seconds
from tests.sandbox.programs import header
from tests.security import arena, naive, services
from tests.security.arena import ORDINARY_ID, Seen
from tests.security.weakened import PACKAGES, weaken_judge

ROOT = Path(__file__).resolve().parents[2]
WEAKENED = Path(__file__).with_name("weakened.py")
MEMORY_BYTES = 1536 * MIB
PROCESSES = 200
#: Folders that are nobody's business, and here somebody's to fill.
WRITABLE = ("/dev/shm", "/var/run")  # noqa: S108 - the container's own
#: Fresh in the container, and emptied after each program.
SCRATCHES = ("/tmp", *WRITABLE)  # noqa: S108 - the container's own
#: Without a clock a program is called running after so long.
PATIENCE_SECONDS = 1.2
_HEAD = header("echo", "n")


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one program: `worked` when its attack did, and why we think so.

    `broken` when it was no layer that stopped it but this container: that shows nothing.
    """

    worked: bool
    why: str
    broken: bool = False


class Vault:
    """The container, seen from the tests. Give it back with `with`."""

    def __init__(self, folder: Path) -> None:
        (folder / "etc").mkdir(mode=0o755, parents=True)
        (folder / "etc" / "passwd").write_text("nobody:x:65534:65534::/:/bin/false\n")
        (folder / "etc" / "hostname").write_text("vault\n")
        (folder / "power").mkdir(mode=0o755)
        (folder / "power" / "state").write_text("mem\n")
        self._folder = folder
        self._group: Any = None
        self._start()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-B", "-s", "-m", "tests.security.vault", str(self._folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
            start_new_session=True,
        )
        self._bound_memory()
        self._write("begin")

    def _bound_memory(self) -> None:
        from sandbox import cgroups  # noqa: PLC0415 - Linux only

        hierarchy = cgroups.find()
        if hierarchy is not None:
            self._group = cgroups.Group.make(hierarchy, MEMORY_BYTES)
            self._group.add(self._process.pid)

    def _write(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def play(
        self,
        source: bytes,
        off: Collection[str],
        *,
        wanted: str = "AC",
        cases: Collection[int] = (0,),
    ) -> Tried:
        """Let one program meet a sandbox without the layers `off`.

        It works when it answers all of `cases` well, or, where `outside-check` is off, when it
        gets the verdict `wanted` of a naive judge.
        """
        how = {"off": sorted(off), "wanted": wanted, "cases": list(cases)}
        return Tried(**self._ask("play", how, source) or _broken("the container ended"))

    def judge(self, problem: str, source: bytes, tier: Tier) -> Seen:
        """Have one submission judged by a whole judge in the container."""
        seen = self._ask("judge", {"problem": problem, "tier": tier.value}, source)
        return Seen(**seen) if "verdict" in seen else Seen("", "", "", "the container ended")

    def _ask(self, what: str, how: dict[str, Any], source: bytes) -> dict[str, Any]:
        assert self._process.stdout is not None
        self._write(json.dumps([what, how, base64.b64encode(source).decode()]))
        line = self._process.stdout.readline()
        if line:
            return dict(json.loads(line))
        self._end()  # it took the container along; the next program gets another
        self._start()
        return {}

    def _end(self) -> None:
        self._process.kill()
        self._process.communicate()
        if self._group is not None:
            self._group.remove()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()


def main(folder: Path) -> None:
    """Wait to be bounded, build the walls, and play what comes."""
    sys.stdin.readline()
    served = _enter(folder)
    for line in sys.stdin:
        what, how, source = json.loads(line)
        # A process for each: what `weaken_judge` leaves out stays out.
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            served.serve()
            act = _tried if what == "play" else _judged
            os.write(writing, json.dumps(act(base64.b64decode(source), **how)).encode())
            os._exit(0)
        os.close(writing)
        with open(reading, encoding="utf-8") as answer:  # noqa: PTH123 - a descriptor
            print(answer.read() or json.dumps(_broken("it was killed")), flush=True)  # noqa: T201
        clear()


def clear() -> None:
    """Kill whatever got away, reap it, and empty the scratches: this is process 1."""
    if os.getpid() != 1:
        raise RuntimeError("only the first process of a container may end all others")
    with contextlib.suppress(ProcessLookupError):
        os.kill(-1, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    # Never into another file system: what is shown again below a scratch is the host's, and a
    # program may have renamed the folders above it.
    delete = ("find", *SCRATCHES, "-xdev", "-mindepth", "1", "-delete")
    subprocess.run(delete, stderr=subprocess.DEVNULL, check=False)


def _failed(why: str) -> dict[str, Any]:
    return {"worked": False, "why": why}


def _broken(why: str) -> dict[str, Any]:
    return {"worked": False, "why": why, "broken": True}


def _judged(source: bytes, problem: str, tier: str) -> dict[str, Any]:
    folder = Path("/tmp/arena")  # noqa: S108 - the container's own
    folder.mkdir()
    judged: dict[str, Any] = arena.judge_once(folder, Tier(tier), problem, source)
    return judged


def _stopped(stage: str, step: Step, running: threading.Event) -> dict[str, Any]:
    """A program that nobody stopped until we lost patience has got what it wanted."""
    unstopped = running.is_set() and not step.violations
    return {"worked": unstopped, "why": f"{stage}: {step.ending} {step.detail}"}


def _tried(source: bytes, off: list[str], wanted: str, cases: list[int]) -> dict[str, Any]:
    """Play some cases; it worked when the answers came and nothing was seen to be wrong."""
    PACKAGES.mkdir()
    weaken_judge(off)
    interpreter = (sys.executable, "-s", "-S", "-P", "-B", "-X", "utf8", str(WEAKENED))
    policy = Policy(Tier.FULL, memory_bytes=64 * MIB)
    off_or_none = ",".join(off) or "none"
    try:
        with Sandbox(policy, PYTHON_GUEST, interpreter=(*interpreter, off_or_none)) as sandbox:
            ask = functools.partial(_asked, cases=cases)
            if "outside-check" in off:
                ask = functools.partial(_believed, wanted=wanted)
            return _played(sandbox, source, ask, timed="clock" not in off)
    except SandboxError as error:
        return _broken(str(error))


def _played(
    sandbox: Sandbox, source: bytes, ask: Callable[..., dict[str, Any]], *, timed: bool
) -> dict[str, Any]:
    session = sandbox.session()
    sandbox.discard()
    limit = Limit(1.0, 1.6) if timed else Limit(1e6, 1e6)
    patience = _Patience(session, session.pid)
    if not timed:
        patience.start()
    try:
        return ask(session, source, limit, patience.lost)
    finally:
        patience.end()
        session.close()


def _believed(
    session: Session, source: bytes, limit: Limit, running: threading.Event, wanted: str
) -> dict[str, Any]:
    """Ask a naive judge; the program worked when that gave the verdict that it is after."""
    step = session.load(_HEAD, naive.harness(source), limit)
    requests = ((session.prepare, b"[0]"), (session.call, b'{"soft_seconds": 30}'))
    for request, payload in requests:
        if step.replied:
            step = request(payload, limit)
    if step.replied:
        step = session.read(limit)
    verdict = naive.verdict(step, session.take_printed().first)
    why = f"naively {verdict}: {step.ending} {step.detail} {step.payload[:100]!r}"
    unstopped = running.is_set() and not step.violations
    return {"worked": verdict == wanted or unstopped, "why": why}


class _Patience(threading.Thread):
    """Ends a session that has run for long, and remembers that it was running."""

    def __init__(self, session: Session, pid: int) -> None:
        super().__init__(daemon=True)
        self.lost = threading.Event()
        self._over = threading.Event()
        self._session = session
        self._pid = pid

    def run(self) -> None:
        began = time.monotonic()
        # What it waits for a core is not counted: on a busy machine it has hardly begun.
        while time.monotonic() - began < PATIENCE_SECONDS + waiting_seconds(self._pid):
            if self._over.wait(0.05):
                return
        self.lost.set()
        self._session.cancel()

    def end(self) -> None:
        """Stop looking."""
        self._over.set()
        if self.is_alive():
            self.join()


def _asked(
    session: Session, source: bytes, limit: Limit, running: threading.Event, cases: list[int]
) -> dict[str, Any]:
    loaded = session.load(_HEAD, source, limit)
    if not loaded.replied:
        return _stopped("load", loaded, running)
    entry = decode_load(loaded.payload)
    if not isinstance(entry, Loaded):
        return _failed(f"load: {entry}")
    for n in cases:
        tried = _answered(session, n, limit, running)
        if session.ended or not tried["worked"]:
            break
    return tried


def _answered(session: Session, n: int, limit: Limit, running: threading.Event) -> dict[str, Any]:
    prepared = session.prepare(b"[%d]" % n, limit)
    if not prepared.replied:
        return _failed(f"prepare: {prepared.ending} {prepared.detail}")
    called = session.call(b'{"soft_seconds": 30}', limit)
    if not called.replied:
        return _stopped("call", called, running)
    if not isinstance(decode_reply(called.payload), Returned):
        return _failed(f"call: {decode_reply(called.payload)}")
    read = session.read(limit)
    reply = decode_reply(read.payload)
    # Of that type: the point of some programs is that others are equal to it.
    answered = isinstance(reply, Returned) and type(reply.value) is int and reply.value == n
    why = f"read {n}: {read.ending} {read.detail} {reply}"[:300]
    return {"worked": read.replied and answered, "why": why}


def _enter(folder: Path) -> services.Services:
    """Become process 1 of a container. Returns in a fresh process of an ordinary user."""
    from sandbox import mounts, namespaces, syscalls  # noqa: PLC0415 - Linux only

    proc = os.open("/proc", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    identity = (os.getuid(), os.getgid())
    root = _root(folder)
    if os.geteuid() == 0:
        identity = (ORDINARY_ID, ORDINARY_ID)
        namespaces.unshare("unshare mounts", namespaces.NEWNS)
        _pivot(root)
        os.setgroups([])
        os.setresgid(*(ORDINARY_ID,) * 3)
        os.setresuid(*(ORDINARY_ID,) * 3)
        syscalls.prctl("be dumpable", syscalls.PR_SET_DUMPABLE, 1)
    else:
        namespaces.unshare("unshare user and mounts", namespaces.NEWUSER | namespaces.NEWNS)
        namespaces.map_own_identity(proc, *identity)
        _pivot(root)
    namespaces.unshare("unshare the rest", namespaces.PER_PROGRAM)
    namespaces.map_own_identity(proc, *identity)
    os.close(proc)
    pid = os.fork()
    if pid:
        _, status = os.waitpid(pid, 0)
        os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
    syscalls.prctl("die with parent", syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)
    mounts.mount("mount proc", "proc", "/proc", "proc", mounts.MS_NOSUID | mounts.MS_NODEV)
    _mount_scratches(root)
    _close_mounts_below(root)
    mounts.mount(
        "mount terminals",
        "devpts",
        "/dev/pts",
        "devpts",
        mounts.MS_NOSUID,
        "newinstance,ptmxmode=666",
    )
    _open_terminal()
    services.raise_network()
    served = services.Services()
    resource.setrlimit(resource.RLIMIT_NPROC, (PROCESSES, PROCESSES))
    syscalls.drop_capabilities()
    os.chdir("/tmp")  # noqa: S108 - the container's own
    return served


def _mount_scratches(root: Any) -> None:
    """Cover the scratches; what they hide of the checkout is shown again: imports may be late."""
    from sandbox import mounts  # noqa: PLC0415 - Linux only

    hidden = [path for path in root.readable if path.startswith(tuple(f"{s}/" for s in SCRATCHES))]
    sources = {path: os.open(path, os.O_PATH | os.O_CLOEXEC) for path in hidden}
    for place in SCRATCHES:
        mounts.mount("mount scratch", "tmpfs", place, "tmpfs", mounts.MS_NOSUID, "size=700m")
    for path, source in sources.items():
        mounts.bind("", path, source, mounts.MS_RDONLY | mounts.MS_NOSUID | mounts.MS_NODEV)
        os.close(source)


def _close_mounts_below(root: Any) -> None:
    """Make mounts of the host below what is shown read-only too, which a bind of it does not."""
    from sandbox import mounts  # noqa: PLC0415 - Linux only

    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        fields = line.split()
        place, options = fields[4].encode().decode("unicode_escape"), fields[5].split(",")
        place = place.encode("latin-1").decode()
        if "ro" not in options and any(f"{place}/".startswith(f"{p}/") for p in root.readable):
            now = os.statvfs(place).f_flag
            kept = sum(value for bit, value in mounts.KEPT.items() if now & bit)
            flags = mounts.MS_REMOUNT | mounts.MS_BIND | mounts.MS_RDONLY | kept
            mounts.mount("make read-only", "none", place, None, flags)


def _root(folder: Path) -> Any:
    from sandbox import mounts  # noqa: PLC0415 - Linux only

    shown = {sys.base_prefix, sys.prefix, str(ROOT), "/usr", *(p for p in sys.path if p)}
    readable = [os.path.realpath(path) for path in shown if Path(path).is_dir()]
    tops = ("/bin", "/sbin", "/lib", "/lib64")
    readable += [path for path in tops if not Path(path).is_symlink() and Path(path).is_dir()]
    links = tuple((path, str(Path(path).readlink())) for path in tops if Path(path).is_symlink())
    covered = dict.fromkeys((*WRITABLE, "/dev/pts"), "etc")
    places = {"/etc": "etc", "/sys/power": "power", **covered}
    elsewhere = (
        *((place, str(folder / name)) for place, name in places.items()),
        ("/proc", "/proc"),
    )
    return mounts.Root(mounts.outermost(readable), elsewhere, links, ())


def _pivot(root: Any) -> None:
    from sandbox import mounts  # noqa: PLC0415 - Linux only

    mounts.DEVICES = (*mounts.DEVICES, "/dev/zero")  # as a host has it
    mounts.enter(root)
    # Else no fresh proc could be mounted below: one may not show more than those above it.
    flags = mounts.MS_REMOUNT | mounts.MS_BIND | mounts.MS_NOSUID | mounts.MS_NODEV
    mounts.mount("make proc writable", "none", "/proc", None, flags | mounts.MS_NOEXEC)


def _open_terminal() -> int:
    """Open a terminal that nobody sits at, /dev/pts/0; its descriptor keeps it."""
    import fcntl  # noqa: PLC0415 - POSIX only

    from sandbox import mounts  # noqa: PLC0415 - Linux only

    options = "newinstance,ptmxmode=666"
    mounts.mount("mount terminals", "devpts", "/dev/pts", "devpts", mounts.MS_NOSUID, options)
    unlock, tell_number = 0x40045431, 0x80045430
    terminal = os.open("/dev/pts/ptmx", os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
    fcntl.ioctl(terminal, unlock, struct.pack("i", 0))
    (number,) = struct.unpack("i", fcntl.ioctl(terminal, tell_number, bytes(4)))
    assert number == 0
    return terminal


if __name__ == "__main__":
    main(Path(sys.argv[1]))
