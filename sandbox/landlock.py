"""Landlock: which files may be touched, by path. Facts: Documentation/userspace-api/landlock.rst.

It backs up the mounts in tier `full` and is the only file barrier in tier `landlock`. It does not
cover stat, chdir, chmod, UDP and System V IPC; the seccomp filter does.
"""

import ctypes
import os
from collections.abc import Iterable

from sandbox import syscalls
from sandbox.errors import SandboxError

EXECUTE = 1 << 0
WRITE_FILE = 1 << 1
READ_FILE = 1 << 2
READ_DIR = 1 << 3
_WRITES = sum(1 << bit for bit in range(4, 13))  # remove_dir .. make_sym
REFER = 1 << 13  # ABI 2
TRUNCATE = 1 << 14  # ABI 3
IOCTL_DEV = 1 << 15  # ABI 5

READ = READ_FILE | READ_DIR
#: In the scratch: plain files and folders, no devices, sockets, pipes or links.
SCRATCH = READ | WRITE_FILE | (1 << 4) | (1 << 5) | (1 << 7) | (1 << 8) | TRUNCATE

_VERSION_FLAG = 1
_RULE_PATH_BENEATH = 1
_FILE_RIGHTS = WRITE_FILE | READ_FILE | EXECUTE | TRUNCATE | IOCTL_DEV


class _Ruleset(ctypes.Structure):
    _fields_ = [
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    ]


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = [("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32)]


def version() -> int:
    """Return the ABI version of this kernel. Raises `SandboxError` if it has no Landlock."""
    return syscalls.call("landlock version", "landlock_create_ruleset", None, 0, _VERSION_FLAG)


def handled(abi: int) -> tuple[int, int, int]:
    """Return all rights that this ABI can handle: files, network, scopes."""
    files = EXECUTE | WRITE_FILE | READ | _WRITES
    files |= REFER if abi >= 2 else 0
    files |= TRUNCATE if abi >= 3 else 0
    files |= IOCTL_DEV if abi >= 5 else 0
    network = 0b11 if abi >= 4 else 0  # bind and connect TCP
    scopes = 0b11 if abi >= 6 else 0  # abstract sockets and signals
    return files, network, scopes


def restrict(rules: Iterable[tuple[str, int]]) -> None:
    """Restrict this thread, irrevocably, to `rules`: pairs of path and rights."""
    abi = version()
    files, network, scopes = handled(abi)
    request = _Ruleset(files, network, scopes)
    size = 8 if abi < 4 else 16 if abi < 6 else 24
    step = "landlock create ruleset"
    ruleset = syscalls.call(step, "landlock_create_ruleset", ctypes.byref(request), size, 0)
    try:
        for path, rights in rules:
            _allow(ruleset, path, rights & files)
        syscalls.call("landlock restrict self", "landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    step = f"landlock allow {path}"
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError as error:
        raise SandboxError(step, errno=error.errno) from None
    try:
        if not os.path.isdir(path):
            rights &= _FILE_RIGHTS  # EINVAL for folder rights on a file
        rule = _PathBeneath(rights, descriptor)
        name = "landlock_add_rule"
        syscalls.call(step, name, ruleset, _RULE_PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(descriptor)
