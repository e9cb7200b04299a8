"""Runs the judge with too few open files, too little memory, or a full disk.

Run as `python -m tests.security.shortages KIND AMOUNT FOLDER ARGUMENTS`, where the kind `files`
bounds its open files, `memory` its address space in MiB; `disk` mounts a full disk of so many KiB
at FOLDER, in a mount namespace of its own, and has the judge keep everything there.
"""

import contextlib
import os
import resource
import sys


def main(kind: str, amount: int, folder: str, arguments: list[str]) -> None:
    """Become a judge that lacks something."""
    if kind == "files":
        resource.setrlimit(resource.RLIMIT_NOFILE, (amount, amount))
    elif kind == "memory":
        resource.setrlimit(resource.RLIMIT_AS, (amount << 20, amount << 20))
    elif kind == "disk":
        _full_disk(folder, amount)
    command = [sys.executable, "-m", "judge", *arguments]
    os.execv(sys.executable, command)  # noqa: S606 - no shell is wanted


def _full_disk(folder: str, size_kib: int) -> None:
    from sandbox import mounts, namespaces  # noqa: PLC0415 - Linux only

    identity = (os.getuid(), os.getgid())
    if os.geteuid() == 0:
        namespaces.unshare("unshare mounts", namespaces.NEWNS)
    else:
        namespaces.unshare("unshare user and mounts", namespaces.NEWUSER | namespaces.NEWNS)
        proc = os.open("/proc", os.O_PATH)
        namespaces.map_own_identity(proc, *identity)
        os.close(proc)
    private = mounts.MS_REC | mounts.MS_PRIVATE
    mounts.mount("make mounts private", "none", "/", None, private)
    mounts.mount("mount a small disk", "tmpfs", folder, "tmpfs", 0, f"size={size_kib}k")
    descriptor = os.open(f"{folder}/fill", os.O_CREAT | os.O_WRONLY, 0o600)
    with contextlib.suppress(OSError):
        while True:
            os.write(descriptor, bytes(4096))
    os.close(descriptor)
    os.environ.update(
        JUDGE_CACHE_DIR=f"{folder}/cache", JUDGE_STATE_DIR=f"{folder}/state", TMPDIR=folder
    )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:])
