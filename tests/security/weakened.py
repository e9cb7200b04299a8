"""A sandbox with layers left out, for tests that must show what each layer is good for.

Used as an interpreter: `python weakened.py OFF [flags] -c CODE ARGUMENTS`, where OFF names layers
of `tests/security/layers.py` by commas. It replaces functions of the fork server before that
starts, and `weaken_judge` does the same on the judge's side. No setting of the judge leads here,
and a judge that was not weakened itself refuses such a server's programs: it looks at them from
outside. Only `tests/security/vault.py` runs hostile programs in it, behind walls of its own.
"""

import errno
import os
import sys
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import Any

#: What a host may have besides, and the vault alone has at these places: a folder of packages that
#: its user can write, and the terminal that the judge was started from.
PACKAGES, TERMINAL = Path("/var/run/packages"), Path("/dev/pts/0")

GROUPS = {
    "seccomp-processes": ("fork", "vfork", "clone", "clone3", "execve", "execveat"),
    "seccomp-network": (
        "socket",
        "socketpair",
        "connect",
        "bind",
        "listen",
        "setsockopt",
        "sendto",
        "recvfrom",
        "sendmsg",
        "recvmsg",
    ),
    "seccomp-memory": ("mmap", "madvise", "memfd_create", "mlock", "mlockall"),
    "seccomp-ipc": (
        "shmget",
        "shmat",
        "shmctl",
        "semget",
        "semop",
        "semctl",
        "msgget",
        "msgsnd",
        "msgrcv",
        "msgctl",
    ),
    "seccomp-signals": ("kill", "tkill", "tgkill"),
    "seccomp-limits": (
        "prlimit64",
        "setrlimit",
        "setpriority",
        "sched_setparam",
        "sched_setscheduler",
        "sched_setaffinity",
        "ioprio_set",
    ),
    "seccomp-files": (
        "link",
        "linkat",
        "symlink",
        "symlinkat",
        "mknod",
        "mknodat",
        "chmod",
        "chown",
        "fchmodat",
        "fchownat",
        "chdir",
        "open",
        "openat",
        "mkdir",
        "mkdirat",
        "rmdir",
        "unlink",
        "unlinkat",
        "rename",
        "renameat",
        "renameat2",
    ),
    "seccomp-descriptors": ("fcntl", "ioctl", "flock", "prctl"),
}


def weaken_server(off: Collection[str]) -> None:
    """Leave layers out of the fork server that is about to start in this process."""
    from sandbox import landlock, rlimits, server, syscalls, warden  # noqa: PLC0415 - after _package

    if PACKAGES.exists():
        sys.path.append(str(PACKAGES))
        # A number that the server itself leaves alone.
        os.dup2(os.open(TERMINAL, os.O_RDWR | os.O_NOCTTY), 50)
    if "namespaces" in off:
        server._clone = lambda config: os.fork()
    if "mounts" in off:
        server._enter_root = _keep_root
    if "namespaces" in off or "mounts" in off:
        warden._surround = _surround(off)  # type: ignore[assignment]  # a parameter less exact
    if "capabilities" in off:
        syscalls.drop_capabilities = lambda: None
    if "landlock" in off:
        landlock.restrict = lambda rules: None
    if "rlimits" in off:
        rlimits.apply = lambda limits: None
    if "fd-closing" in off:
        # The server's own call only: what programs close they do close.
        close = os.closerange
        os.closerange = lambda low, high: None if (low, high) == (6, 256) else close(low, high)
    _weaken_filters(off)
    _change_for_one_test(off)


def _change_for_one_test(off: Collection[str]) -> None:
    """Do what is no layer's absence: leave out a whole filter, or be an older Landlock."""
    from sandbox import bpf, landlock  # noqa: PLC0415 - after _package

    for older in (layer for layer in off if layer.startswith("landlock-after-")):
        landlock.version = partial(int, older.removeprefix("landlock-after-"))
    if "strict-filter" in off:
        bpf.load = lambda code: None


def _keep_root(config: Any, shown: dict[str, str]) -> None:
    """Only the user namespace of tier full: the root stays what it was."""
    from sandbox import namespaces  # noqa: PLC0415 - after _package

    config.proc = os.open("/proc", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    namespaces.unshare("unshare user and mounts", namespaces.NEWUSER | namespaces.NEWNS)
    namespaces.map_own_identity(config.proc, *config.identity)


def _surround(off: Collection[str]) -> Callable[[Any], None]:
    from sandbox import mounts, namespaces  # noqa: PLC0415 - after _package

    def surround(config: Any) -> None:
        if "namespaces" not in off:
            namespaces.map_own_identity(config.proc, *config.identity)
        os.close(config.proc)
        if "mounts" in off:
            os.chdir(mounts.SCRATCH)
            return
        if "namespaces" in off:
            namespaces.unshare("unshare mounts", namespaces.NEWNS)
        mounts.mount_scratch(config.policy.scratch_bytes)

    return surround


def _weaken_filters(off: Collection[str]) -> None:
    from sandbox import bpf, filters, syscalls  # noqa: PLC0415 - after _package

    strict, witness, prologue = filters.strict, filters.witness, bpf.prologue
    allow = bpf.give(bpf.ALLOW)
    named = [name for group in off if group in GROUPS for name in GROUPS[group]]
    kept = {name for group, names in GROUPS.items() if group not in off for name in names}
    if "memory-counter" in off:
        named_in_witness = [*named, "mmap", "mremap"]
    else:
        named_in_witness = [name for name in named if name != "mmap"]

    def start() -> list[Any]:
        return [bpf.load_word(0)] if "seccomp-gates" in off else prologue()

    def opened(program: list[Any], names: Collection[str]) -> list[Any]:
        rules = [line for name in names for line in bpf.when(name, [allow])]
        return [*program[: len(start())], *rules, *program[len(start()) :]]

    def weak_strict(own_pid: int, *, witnessed: bool, pairs: bool = True) -> list[Any]:
        program = opened(strict(own_pid, witnessed=witnessed, pairs=pairs), named)
        if "seccomp-rest" not in off:
            return program
        plain = {*filters.PLAIN, *filters.FORBIDDEN, *kept}
        plain |= {"mmap", "mremap", "clone", "fcntl", "ioctl", "prctl", "prlimit64", "kill"}
        rest = [name for name in filters.REFUSED if name not in plain]
        rest += ["clock_gettime", "clock_getres", "clock_nanosleep", "getsid", "getpgid"]
        rest += ["sched_getaffinity", "pipe2"]
        program = opened(program, rest)[:-1]
        if "seccomp-processes" not in off:  # never allowed: its flags cannot be seen
            refused = bpf.give(bpf.errno_action(errno.ENOSYS))
            program += bpf.when("clone3", [refused])
        return [*program, allow]

    bpf.prologue = start
    filters.strict = weak_strict
    filters.witness = lambda largest_mapping: opened(witness(largest_mapping), named_in_witness)
    assert syscalls.KNOWN


def weaken_judge(off: Collection[str]) -> None:
    """Leave layers out on the judge's side, in this process, for good."""
    from sandbox import exchange, program, session  # noqa: PLC0415 - beside weaken_server's

    program.Program._verify = _look_without_judging  # type: ignore[method-assign]  # the point
    if "memory-counter" in off:
        session.Session._over_memory = lambda self: ""  # type: ignore[method-assign]  # the point
    if "nonce" in off:
        exchange.Exchange.take = _take_anything  # type: ignore[method-assign]  # the point


def _look_without_judging(self: Any) -> None:
    from sandbox import clocks  # noqa: PLC0415 - beside weaken_judge's

    self.cpu_seconds = clocks.cpu_clock(self.pid)
    self.idle_bytes = clocks.resident_bytes(clocks.status(self.pid), "VmRSS")


_pending = b""


def _take_anything(self: Any, chunk: bytes, cap: int) -> Any:
    """Take the first frame that came, whoever asked for it, and keep the rest for later."""
    global _pending  # noqa: PLW0603 - one session at a time
    from sandbox import frames, outcome  # noqa: PLC0415 - beside weaken_judge's

    _pending += chunk
    while len(_pending) >= frames.HEADER.size:
        length, _nonce, kind = frames.HEADER.unpack_from(_pending)
        end = frames.HEADER.size + length
        if len(_pending) < end:
            return None
        payload, _pending = _pending[frames.HEADER.size : end], _pending[end:]
        if kind == self.kind:
            self.payload = payload
            return outcome.Ending.REPLY, ""
    return None


def _package() -> None:
    """Make `sandbox` a package without its public names, as the fork server's start does."""
    package = type(sys)("sandbox")
    package.__path__ = [str(Path(__file__).resolve().parents[2] / "sandbox")]
    sys.modules["sandbox"] = package


if __name__ == "__main__":
    _package()
    weaken_server(sys.argv[1].split(","))
    at = sys.argv.index("-c")
    code, sys.argv = sys.argv[at + 1], ["-c", *sys.argv[at + 2 :]]
    exec(compile(code, "-c", "exec"), {"__name__": "__main__"})  # noqa: S102 - an interpreter does
