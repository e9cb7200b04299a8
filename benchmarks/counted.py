"""The CPU seconds of a command with all that it starts, as a cgroup of the kernel counts them.

wait4(2) leaves out what nobody waits for: a fork server's programs are reaped by the kernel, and
make up most of a verdict.
"""

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path("/sys/fs/cgroup")
#: How long processes that were killed may take to leave the group.
LEAVING_SECONDS = 5.0


class Group:
    """A cgroup of its own, for what joins it and all that this starts."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def join(self) -> None:
        """Join it, as the `preexec_fn` of a process."""
        (self._path / "cgroup.procs").write_text("0")

    def seconds(self) -> float:
        """Return the CPU seconds of all that was in it, when the last process is gone."""
        # What one takes to die counts as well.
        end = time.monotonic() + LEAVING_SECONDS
        while (self._path / "cgroup.procs").read_text("utf-8") and time.monotonic() < end:
            time.sleep(0.01)
        usage = self._path / "cpuacct.usage"
        if usage.exists():
            return int(usage.read_text("utf-8")) / 1e9
        lines = (self._path / "cpu.stat").read_text("utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("usage_usec")) / 1e6


@contextlib.contextmanager
def counted() -> Iterator[Group]:
    """Make a group and remove it. Exits where this host does not let one be made."""
    path = _made()
    try:
        yield Group(path)
    finally:
        with contextlib.suppress(OSError):
            path.rmdir()


def cpu_seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Run a command, which must end well, and return the CPU seconds of its whole tree."""
    with counted() as group:
        status = subprocess.run(
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=group.join,
            check=False,
        ).returncode
        spent = group.seconds()
    if status:
        raise SystemExit(f"{' '.join(command)} ended with status {status}")
    return spent


def _made() -> Path:
    """Return a new group whose CPU time is counted: of version 1 where the host has it."""
    for line in Path("/proc/self/cgroup").read_text("utf-8").splitlines():
        _number, controllers, path = line.split(":", 2)
        if "cpuacct" in controllers.split(","):
            folder = ROOT / controllers
        elif not controllers:
            folder = ROOT
        else:
            continue
        group = Path(f"{folder}{path}") / f"benchmark-{os.getpid()}"
        with contextlib.suppress(OSError):
            group.mkdir()
            return group
    raise SystemExit("no cgroup can be made here, so nobody counts what programs take: be root")
