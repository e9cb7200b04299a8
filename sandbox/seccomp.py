"""Seccomp filters: pure tables and BPF bytes, then one call that loads them.

Two filters stack. The *witness* asks the supervisor about acts that honest code never needs
(making processes, sockets, writing outside the scratch) and about single allocations above the
memory cap: it is how a rule violation or a refused allocation is known outside. The *strict*
filter allows what CPython and its threads use and nothing else; where no witness is loaded it
refuses those acts itself.
Facts: seccomp(2), Documentation/userspace-api/seccomp_filter.rst. The kernel takes the most
restrictive answer of all filters: errno beats notification beats allow.
"""

import ctypes
import fcntl
import functools
import struct
from collections.abc import Iterable
from dataclasses import dataclass

from sandbox import syscalls
from sandbox.errors import SandboxError

EPERM, ESRCH, ENOMEM, EINVAL, EROFS, ENOSYS = 1, 3, 12, 22, 30, 38
ALLOW = 0x7FFF0000
NOTIFY = 0x7FC00000
KILL = 0x80000000
_ERRNO = 0x00050000

_LD, _AND, _JEQ, _JGT, _JGE, _JSET, _RET = 0x20, 0x54, 0x15, 0x25, 0x35, 0x45, 0x06
_NUMBER, _ARCH = 0, 4
_X32_BIT = 0x40000000

CLONE_THREAD = 0x00010000
#: VM, FS, FILES, SIGHAND and THREAD: a thread has what its process has. One with descriptors of
#: its own would have as many again.
_CLONE_SHARED = 0x00010F00
#: PTRACE, VFORK, PARENT and the namespaces (NEWNS, NEWCGROUP to NEWNET).
_CLONE_OTHERS = 0x7E02E000
_O_NONBLOCK, _O_CLOEXEC = 0o4000, 0o2000000
_O_ASYNC, _O_DIRECT = 0o20000, 0o40000
_O_WRONLY, _O_RDWR, _O_CREAT, _O_TRUNC = 0o1, 0o2, 0o100, 0o1000
_O_ACCMODE = 0o3
_MAP_SHARED, _MAP_GROWSDOWN, _MAP_HUGETLB = 0x01, 0x0100, 0x40000
_MLOCKED = 0x2000

#: Allowed with any argument.
PLAIN = (
    "read", "write", "readv", "writev", "pread64", "close", "fstat", "newfstatat", "stat",
    "lstat", "statx", "lseek", "mprotect", "munmap", "brk", "futex", "rt_sigaction",
    "rt_sigprocmask", "rt_sigreturn", "rt_sigpending", "rt_sigtimedwait", "rt_sigsuspend",
    "sigaltstack", "getrandom", "nanosleep",
    "gettimeofday", "time", "setitimer", "getitimer", "alarm", "pause", "set_robust_list",
    "rseq", "exit", "exit_group", "getpid", "gettid", "getppid", "getpgrp",
    "getuid", "getgid", "geteuid", "getegid", "getresuid", "getresgid", "getgroups", "poll",
    "ppoll", "select", "pselect6", "getdents64", "readlink", "readlinkat", "getcwd", "sysinfo",
    "sched_yield", "uname", "dup", "dup2", "dup3",
    "access", "faccessat", "faccessat2", "mkdir", "mkdirat", "rmdir", "unlink", "unlinkat",
    "rename", "renameat", "renameat2", "ftruncate", "umask", "pipe", "getrusage",
    "times", "wait4", "waitid", "restart_syscall", "membarrier", "getrlimit",
)  # fmt: skip

#: Refused with EPERM: named so that libraries get the answer they expect from a strict host.
#: Everything else that is not allowed is ENOSYS, as on an older kernel.
REFUSED = (
    "socketpair", "ptrace", "personality", "setuid", "setpgid", "setsid", "setpriority",
    "sched_setparam", "sched_setscheduler", "sched_setaffinity", "setrlimit", "mlock",
    "mlockall", "mount", "umount2", "pivot_root", "chroot", "unshare", "setns", "shmget",
    "shmat", "shmctl", "semget", "semop", "semctl", "msgget", "msgsnd", "msgrcv", "msgctl",
    "flock", "keyctl", "bpf", "userfaultfd", "memfd_create", "clock_settime", "ioprio_set",
    "link", "linkat", "symlink", "symlinkat", "mknod", "mknodat", "chmod", "chown", "fchmodat",
    "fchownat", "chdir", "timer_create", "pidfd_open", "pidfd_send_signal", "inotify_init",
    "tkill",
)  # fmt: skip

#: Making a process or reaching a network. The witness reports these.
FORBIDDEN = {
    "fork": "process creation", "vfork": "process creation", "execve": "process creation",
    "execveat": "process creation", "clone": "process creation", "socket": "network",
}  # fmt: skip

#: Changing what paths name: for each path, the argument that is the folder it starts from (None:
#: the working folder) and the argument that points to it. The witness looks where they lead.
WRITING: dict[str, tuple[tuple[int | None, int], ...]] = {
    "open": ((None, 0),), "openat": ((0, 1),), "mkdir": ((None, 0),), "mkdirat": ((0, 1),),
    "rmdir": ((None, 0),), "unlink": ((None, 0),), "unlinkat": ((0, 1),),
    "rename": ((None, 0), (None, 1)), "renameat": ((0, 1), (2, 3)), "renameat2": ((0, 1), (2, 3)),
}  # fmt: skip
#: The argument with the flags of those that may also read only.
_FLAGS_OF = {"open": 1, "openat": 2}

#: NORMAL to DONTNEED, FREE, (NO)HUGEPAGE, DONTDUMP, DODUMP: what allocators ask for. The others
#: poison, merge, remove or page out memory.
_MADVISE_ALLOWED = (0, 1, 2, 3, 4, 8, 14, 15, 16, 17)
#: Clocks above these are other processes' and threads' (posix-timers: MAKE_PROCESS_CPUCLOCK).
_LAST_CLOCK = 15
_F_SETFL = 4
_FCNTL_ALLOWED = (1, 2, 3, 4, 0, 1030)  # GETFD SETFD GETFL SETFL DUPFD DUPFD_CLOEXEC
_IOCTL_ALLOWED = (0x5401, 0x5413, 0x541B, 0x5450, 0x5451)  # TCGETS WINSZ FIONREAD FIO(N)CLEX
_PRCTL_ALLOWED = (15, 16, 0x53564D41)  # SET_NAME, GET_NAME, SET_VMA (glibc names its heaps)


@dataclass(frozen=True, slots=True)
class Instruction:
    """One BPF instruction: code, jump if true, jump if false, operand."""

    code: int
    true: int
    false: int
    operand: int

    def packed(self) -> bytes:
        return struct.pack("=HBBI", self.code, self.true, self.false, self.operand)


def _load(offset: int) -> Instruction:
    return Instruction(_LD, 0, 0, offset)


def _low(argument: int) -> int:
    return 16 + 8 * argument


def _return(action: int) -> Instruction:
    return Instruction(_RET, 0, 0, action)


def errno_action(number: int) -> int:
    """Return the filter action that makes the call fail with this errno."""
    return _ERRNO | number


def _prologue() -> list[Instruction]:
    # The architecture first: the same number means another call elsewhere (seccomp_filter.rst).
    start = [
        _load(_ARCH),
        Instruction(_JEQ, 1, 0, syscalls.AUDIT_ARCH),
        _return(KILL),
        _load(_NUMBER),
    ]
    if syscalls.MACHINE == "x86_64":
        start += [Instruction(_JGE, 0, 1, _X32_BIT), _return(KILL)]
    return start


def _when(name: str, body: list[Instruction]) -> list[Instruction]:
    """Run `body`, which must end in a return, when the number is `name`."""
    number = syscalls.NUMBERS.get(name)
    if number is None:
        return []
    return [Instruction(_JEQ, 0, len(body), number), *body]


def _one_of(argument: int, values: Iterable[int], otherwise: int) -> list[Instruction]:
    body = [_load(_low(argument))]
    for value in values:
        body += [Instruction(_JEQ, 0, 1, value), _return(ALLOW)]
    return [*body, _return(otherwise)]


def _refuse_flags(argument: int, flags: int) -> list[Instruction]:
    return [
        _load(_low(argument)),
        Instruction(_JSET, 0, 1, flags),
        _return(errno_action(EPERM)),
        _return(ALLOW),
    ]


def _above(argument: int, bound: int, action: int) -> list[Instruction]:
    """`action` when the 64-bit argument is above `bound`, else allow. Little-endian words."""
    high, low = bound >> 32, bound & 0xFFFFFFFF
    return [
        _load(_low(argument) + 4),
        Instruction(_JGT, 4, 0, high),
        Instruction(_JEQ, 0, 2, high),
        _load(_low(argument)),
        Instruction(_JGT, 1, 0, low),
        _return(ALLOW),
        _return(action),
    ]


def _clone(otherwise: int) -> list[Instruction]:
    return [
        _load(_low(0)),
        Instruction(_JSET, 1, 0, CLONE_THREAD),
        _return(otherwise),
        Instruction(_AND, 0, 0, _CLONE_SHARED | _CLONE_OTHERS),
        Instruction(_JEQ, 0, 1, _CLONE_SHARED),
        _return(ALLOW),
        _return(errno_action(EPERM)),
    ]


def _opening(flags: int) -> list[Instruction]:
    """Refuse to truncate what is not opened for writing: Landlock before ABI 3 lets that pass.

    Mode 3, neither reading nor writing, passes its check of the mode as well.
    """
    return [
        _load(_low(flags)),
        Instruction(_JSET, 1, 0, _O_TRUNC),
        _return(ALLOW),
        Instruction(_AND, 0, 0, _O_ACCMODE),
        Instruction(_JEQ, 1, 0, _O_WRONLY),
        Instruction(_JEQ, 0, 1, _O_RDWR),
        _return(ALLOW),
        _return(errno_action(EPERM)),
    ]


def _fcntl() -> list[Instruction]:
    """Allow few commands; of flags that are set, none that sends signals or makes packets."""
    return [
        _load(_low(1)),
        Instruction(_JEQ, 0, 2, _F_SETFL),
        _load(_low(2)),
        Instruction(_JSET, 1 + 2 * len(_FCNTL_ALLOWED), 0, _O_ASYNC | _O_DIRECT),
        *_one_of(1, _FCNTL_ALLOWED, errno_action(EPERM)),
    ]


def _own_only(own_pid: int) -> list[Instruction]:
    """Refuse where the first argument is another process; else fall through."""
    return [
        _load(_low(0)),
        Instruction(_JEQ, 2, 0, 0),
        Instruction(_JEQ, 1, 0, own_pid),
        _return(errno_action(ESRCH)),
    ]


def strict(own_pid: int, witnessed: bool) -> list[Instruction]:
    """Return the filter that stays on while the submission runs.

    `own_pid` is the pid as the program itself sees it: the only target of its signals.
    `witnessed` says that a witness filter is loaded and decides the forbidden acts.
    """
    forbidden = ALLOW if witnessed else errno_action(EPERM)
    eperm = errno_action(EPERM)
    program = _prologue()
    for name in PLAIN:
        program += _when(name, [_return(ALLOW)])
    program += _when(
        "mmap", _refuse_flags(3, _MAP_SHARED | _MAP_GROWSDOWN | _MAP_HUGETLB | _MLOCKED)
    )
    program += _when("mremap", [_return(ALLOW)])
    program += _when("madvise", _one_of(2, _MADVISE_ALLOWED, errno_action(EINVAL)))
    for name, flags in _FLAGS_OF.items():
        program += _when(name, _opening(flags))
    for name in ("clock_gettime", "clock_getres", "clock_nanosleep"):
        program += _when(name, _above(0, _LAST_CLOCK, errno_action(EINVAL)))
    for name in ("getsid", "getpgid", "sched_getaffinity"):
        program += _when(name, [*_own_only(own_pid), _return(ALLOW)])
    program += _when("clone", _clone(forbidden))
    # Neither packets, each read by itself, nor notifications (O_EXCL of a pipe).
    program += _when("pipe2", _refuse_flags(1, 0xFFFFFFFF & ~(_O_NONBLOCK | _O_CLOEXEC)))
    program += _when("fcntl", _fcntl())
    program += _when("ioctl", _one_of(1, _IOCTL_ALLOWED, errno_action(25)))  # ENOTTY
    program += _when("prctl", _one_of(0, _PRCTL_ALLOWED, eperm))
    program += _when("prlimit64", [*_own_only(own_pid), *_zero(2), _return(eperm)])
    program += _when("kill", _one_of(0, (own_pid,), eperm))
    program += _when("tgkill", _one_of(0, (own_pid,), eperm))
    for name in FORBIDDEN:
        if name != "clone":
            program += _when(name, [_return(forbidden)])
    for name in REFUSED:
        program += _when(name, [_return(eperm)])
    # clone3 too: EPERM would break threads, ENOSYS makes the C library use clone.
    return [*program, _return(errno_action(ENOSYS))]


def _zero(argument: int) -> list[Instruction]:
    """Allow when the 64-bit argument is zero, else fall through."""
    return [
        _load(_low(argument)),
        Instruction(_JEQ, 0, 3, 0),
        _load(_low(argument) + 4),
        Instruction(_JEQ, 0, 1, 0),
        _return(ALLOW),
    ]


def _when_zero(argument: int) -> list[Instruction]:
    """Allow when the low word of an argument is zero, else fall through."""
    return [_load(_low(argument)), Instruction(_JEQ, 0, 1, 0), _return(ALLOW)]


def witness(largest_mapping: int) -> list[Instruction]:
    """Return the filter that asks the supervisor; everything else it allows.

    `largest_mapping` is the largest single allocation in bytes that passes unasked.
    """
    program = _prologue()
    # Addresses without any right hold no memory: a large stack is mapped so, and opened later.
    program += _when("mmap", [*_when_zero(2), *_above(1, largest_mapping, NOTIFY)])
    program += _when("mremap", _above(2, largest_mapping, NOTIFY))
    program += _when("clone", _clone(NOTIFY))
    for name in FORBIDDEN:
        if name != "clone":
            program += _when(name, [_return(NOTIFY)])
    for name in WRITING:
        program += _when(name, _writing(name))
    return [*program, _return(ALLOW)]


def _writing(name: str) -> list[Instruction]:
    if name not in _FLAGS_OF:
        return [_return(NOTIFY)]
    return [
        _load(_low(_FLAGS_OF[name])),
        Instruction(_JSET, 0, 1, _O_WRONLY | _O_RDWR | _O_CREAT | _O_TRUNC),
        _return(NOTIFY),
        _return(ALLOW),
    ]


INSTRUCTION_BYTES = 8  #: struct sock_filter


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


_SET_MODE_FILTER = 1
_NEW_LISTENER = 1 << 3


def packed(program: list[Instruction]) -> bytes:
    """Return a filter as the kernel takes it."""
    return b"".join(instruction.packed() for instruction in program)


@functools.lru_cache(maxsize=4)
def strict_code(own_pid: int, *, witnessed: bool) -> bytes:
    """Return `strict`, packed. Kept: putting it together takes as long as the rest of a start."""
    return packed(strict(own_pid, witnessed=witnessed))


@functools.lru_cache(maxsize=4)
def witness_code(largest_mapping: int) -> bytes:
    """Return `witness`, packed."""
    return packed(witness(largest_mapping))


def load(code: bytes) -> None:
    """Put the filter on this thread for ever. no_new_privs must be set."""
    _load_program("seccomp", code, 0)


def load_witness(code: bytes) -> int:
    """Put the filter on and return the descriptor on which the supervisor answers."""
    return _load_program("seccomp witness", code, _NEW_LISTENER)


def _load_program(step: str, code: bytes, flags: int) -> int:
    if not syscalls.KNOWN:
        raise SandboxError(step, f"no system call table for {syscalls.MACHINE}")
    buffer = ctypes.create_string_buffer(code, len(code))
    request = _Program(len(code) // INSTRUCTION_BYTES, ctypes.cast(buffer, ctypes.c_void_p))
    return syscalls.call(step, "seccomp", _SET_MODE_FILTER, flags, ctypes.byref(request))


_RECV = 0xC0502100  # _IOWR('!', 0, struct seccomp_notif)
_SEND = 0xC0182101  # _IOWR('!', 1, struct seccomp_notif_resp)
_ID_VALID = 0x40082102  # _IOW('!', 2, __u64)
_CONTINUE = 1  # SECCOMP_USER_NOTIF_FLAG_CONTINUE, Linux 5.5
_NOTICE = struct.Struct("=QIIiIQ6Q")
_ANSWER = struct.Struct("=QqiI")


@dataclass(frozen=True, slots=True)
class Notice:
    """One system call that waits for the supervisor's answer. `thread` is a pid of ours."""

    id: int
    thread: int
    name: str
    arguments: tuple[int, ...]


def receive(listener: int) -> Notice | None:
    """Read one waiting notice; None when its thread has died meanwhile."""
    buffer = bytearray(_NOTICE.size)
    try:
        fcntl.ioctl(listener, _RECV, buffer)
    except OSError:
        return None
    identity, thread, _flags, number, _arch, _ip, *arguments = _NOTICE.unpack(buffer)
    return Notice(identity, thread, _NAMES.get(number, str(number)), tuple(arguments))


def waits(listener: int, notice: Notice) -> bool:
    """Whether a notice still waits: if not, its thread's pid may be another's by now."""
    try:
        fcntl.ioctl(listener, _ID_VALID, struct.pack("=Q", notice.id))
    except OSError:
        return False
    return True


def refuse(listener: int, notice: Notice, errno: int) -> None:
    """Answer a notice with an errno."""
    _answer(listener, _ANSWER.pack(notice.id, 0, -errno, 0))


def proceed(listener: int, notice: Notice) -> None:
    """Let the call happen, as the other filter and the kernel's walls decide.

    Never a decision about safety: what its pointers lead to can have changed since it was read.
    """
    _answer(listener, _ANSWER.pack(notice.id, 0, 0, _CONTINUE))


def _answer(listener: int, answer: bytes) -> None:
    try:
        fcntl.ioctl(listener, _SEND, bytearray(answer))
    except OSError:
        return  # its thread has died


_NAMES = {number: name for name, number in syscalls.NUMBERS.items()}
