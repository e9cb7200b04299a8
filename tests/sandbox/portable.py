"""Hide what only Linux has, then run what `-c` says: the limits-only road must not miss it.

Used as an interpreter: `python portable.py [flags] -c CODE ARGUMENTS`.
"""

import builtins
import os
import select
import signal
import sys
import time
from typing import Any

#: As on macOS: no such names in these modules.
HIDDEN: dict[Any, tuple[str, ...]] = {
    os: (
        "pidfd_open",
        "memfd_create",
        "O_PATH",
        "O_TMPFILE",
        "sched_setaffinity",
        "sched_getaffinity",
        "unshare",
        "setns",
        "eventfd",
        "splice",
        "copy_file_range",
        "posix_fadvise",
        "getrandom",
        "sendfile",
    ),
    signal: ("pidfd_send_signal", "sigtimedwait", "sigwaitinfo"),
    select: ("epoll",),
}


def hide() -> None:
    """Make this process look like one on another system."""
    for module, names in HIDDEN.items():
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    sys.modules["ctypes"] = None  # type: ignore[assignment]  # an import of it fails
    for name in ("syscalls", "namespaces", "mounts", "landlock", "bpf", "filters", "notices"):
        sys.modules.setdefault(f"sandbox.{name}", None)  # type: ignore[arg-type]  # likewise
    clock_gettime, os_open, plain_open = time.clock_gettime, os.open, builtins.open

    def clock(number: int) -> float:
        if number < 0:
            raise OSError(22, "Invalid argument")
        return clock_gettime(number)

    def opened(path: Any, *arguments: Any, **options: Any) -> int:
        _no_proc(path)
        return os_open(path, *arguments, **options)

    def opened_file(path: Any, *arguments: Any, **options: Any) -> Any:
        _no_proc(path)
        return plain_open(path, *arguments, **options)

    time.clock_gettime = clock
    os.open = opened
    builtins.open = opened_file  # type: ignore[assignment]  # one of its many overloads


def _no_proc(path: object) -> None:
    if isinstance(path, str) and path.startswith(("/proc", "/sys")):
        raise FileNotFoundError(2, "No such file or directory", path)


if __name__ == "__main__":
    hide()
    at = sys.argv.index("-c")
    code, sys.argv = sys.argv[at + 1], ["-c", *sys.argv[at + 2 :]]
    exec(compile(code, "-c", "exec"), {"__name__": "__main__"})  # noqa: S102 - an interpreter does
