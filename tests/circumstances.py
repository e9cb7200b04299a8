"""What a host may be like that must decide nothing.

`python -m tests.circumstances NAME ARGUMENT ...` becomes a judge with these arguments there. Mounts
and process ids are those of namespaces of its own, so nothing of the host is changed.
"""

import contextlib
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

#: The folder that a circumstance may fill or mount over.
PLACE = "CIRCUMSTANCE"


def umask(mode: int) -> Callable[[], None]:
    def change() -> None:
        os.umask(mode)

    return change


def limit(number: int, amount: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(number, (amount, amount))


def variable(name: str, value: str | None) -> Callable[[], None]:
    def change() -> None:
        os.environ.pop(name, None)
        if value is not None:
            os.environ[name] = value

    return change


def ignored(number: int) -> Callable[[], None]:
    def ignore() -> None:
        signal.signal(number, signal.SIG_IGN)

    return ignore


def blocked() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


def low_priority() -> None:
    os.nice(19)


def closed(descriptor: int) -> Callable[[], None]:
    return lambda: os.close(descriptor)


def without(capability: int) -> Callable[[], None]:
    """Take one of root's capabilities away; execve(2) gives it back to nobody then."""

    def drop() -> None:
        from sandbox import syscalls  # noqa: PLC0415 - Linux only

        syscalls.prctl("drop a capability", syscalls.PR_CAPBSET_DROP, capability)

    return drop


def disk(options: str, variables: tuple[str, ...], *, full: bool = False) -> Callable[[], None]:
    """Mount a small disk at the place and let these variables name it."""

    def mount() -> None:
        from sandbox import mounts, namespaces  # noqa: PLC0415 - Linux only

        place = os.environ[PLACE]
        namespaces.unshare("unshare mounts", namespaces.NEWNS)
        private = mounts.MS_REC | mounts.MS_PRIVATE
        mounts.mount("make mounts private", "none", "/", None, private)
        flags = mounts.MS_RDONLY if options == "ro" else 0
        sizes = "" if options == "ro" else options
        mounts.mount("mount a small disk", "tmpfs", place, "tmpfs", flags, sizes)
        if full:
            _fill(Path(place, "fill"))
        os.environ.update(dict.fromkeys(variables, place))

    return mount


def _fill(file: Path) -> None:
    with contextlib.suppress(OSError), file.open("wb", buffering=0) as filled:
        while True:
            filled.write(bytes(4096))


def gone_folder() -> None:
    """Work in a folder that has been deleted."""
    place = Path(os.environ[PLACE], "gone")
    place.mkdir()
    os.chdir(place)
    place.rmdir()


def first_process() -> None:
    """Be process 1 of a namespace, as in a container, with its own view of /proc."""
    from sandbox import mounts, namespaces  # noqa: PLC0415 - Linux only

    namespaces.unshare("unshare processes", namespaces.NEWPID | namespaces.NEWNS)
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        os._exit(os.waitstatus_to_exitcode(status))
    private = mounts.MS_REC | mounts.MS_PRIVATE
    mounts.mount("make mounts private", "none", "/", None, private)
    mounts.mount("mount /proc", "proc", "/proc", "proc", 0)


_CAP_CHOWN, _CAP_DAC_OVERRIDE, _CAP_FOWNER, _CAP_KILL = 0, 1, 3, 5
_KEPT = ("JUDGE_CACHE_DIR", "JUDGE_STATE_DIR")

#: What decides nothing for anybody.
ANYBODY: dict[str, Callable[[], None]] = {
    "umask 000": umask(0o000),
    "umask 077": umask(0o077),
    "no home": variable("HOME", None),
    "a home that is missing": variable("HOME", "/nonexistent"),
    "a temporary folder that is missing": variable("TMPDIR", "/nonexistent"),
    "a width of 0": variable("COLUMNS", "0"),
    "no terminal": variable("TERM", None),
    "the C locale": variable("LC_ALL", "C"),
    "a locale that is missing": variable("LC_ALL", "xx"),
    "warnings as errors": variable("PYTHONWARNINGS", "error"),
    "optimised": variable("PYTHONOPTIMIZE", "2"),
    "development mode": variable("PYTHONDEVMODE", "1"),
    "another hash seed": variable("PYTHONHASHSEED", "5"),
    "a small cap on digits": variable("PYTHONINTMAXSTRDIGITS", "640"),
    "64 open files": limit(resource.RLIMIT_NOFILE, 64),
    "a stack of 1 MiB": limit(resource.RLIMIT_STACK, 1 << 20),
    "files of no bytes": limit(resource.RLIMIT_FSIZE, 0),
    "large core files": limit(resource.RLIMIT_CORE, resource.RLIM_INFINITY),
    "ignored children": ignored(signal.SIGCHLD),
    "ignored broken pipes": ignored(signal.SIGPIPE),
    "blocked signals": blocked,
    "no standard input": closed(0),
    "no standard error": closed(2),
    "a folder that is gone": gone_folder,
    "low priority": low_priority,
}
#: What decides nothing for root.
ROOT: dict[str, Callable[[], None]] = {
    "root without CAP_KILL": without(_CAP_KILL),
    "root without CAP_CHOWN": without(_CAP_CHOWN),
    "root without CAP_DAC_OVERRIDE": without(_CAP_DAC_OVERRIDE),
    "root without CAP_FOWNER": without(_CAP_FOWNER),
    "process 1": first_process,
    "a full cache": disk("size=64k", _KEPT, full=True),
    "a cache without inodes": disk("nr_inodes=1", _KEPT),
    "a read-only cache": disk("ro", _KEPT),
    "a read-only home": disk("ro", ("HOME",)),
    "a full temporary folder": disk("size=64k", ("TMPDIR",), full=True),
}

if __name__ == "__main__":
    {**ANYBODY, **ROOT}[sys.argv[1]]()
    command = [sys.executable, "-m", "judge", *sys.argv[2:]]
    os.execv(sys.executable, command)  # noqa: S606 - no shell is wanted
