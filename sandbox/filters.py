"""Which system calls a program may make: the tables, and the two filters built from them.

The filters stack. The *witness* asks the supervisor about acts that honest code never needs
(making processes, sockets, writing outside the scratch) and about single allocations above the
memory cap, so that the judge learns of rule violations and refused allocations. The *strict* filter
allows what CPython and its threads use and nothing else; without a witness it refuses those acts
itself. The kernel takes the most restrictive result of all filters: errno beats notification beats
allow.
"""

import errno
import functools

from sandbox import bpf
from sandbox.bpf import ALLOW, AND, JEQ, JSET, NOTIFY, Code, Instruction, errno_action, give

CLONE_THREAD = 0x00010000
_DONE = errno_action(0)  #: the call succeeds without being made
#: VM, FS, FILES, SIGHAND and THREAD: a thread shares all these with its process. With a descriptor
#: table of its own it could open as many files again.
_CLONE_SHARED = 0x00010F00
#: PTRACE, VFORK, PARENT and the namespaces (NEWNS, NEWCGROUP to NEWNET).
_CLONE_OTHERS = 0x7E02E000
_O_NONBLOCK, _O_CLOEXEC = 0o4000, 0o2000000
_O_ASYNC, _O_DIRECT = 0o20000, 0o40000
_O_WRONLY, _O_RDWR, _O_CREAT, _O_TRUNC = 0o1, 0o2, 0o100, 0o1000
_O_ACCMODE = 0o3
_PROT_WRITE = 0x2
_MAP_SHARED, _MAP_ANONYMOUS = 0x01, 0x20
_MAP_GROWSDOWN, _MAP_LOCKED, _MAP_HUGETLB = 0x0100, 0x2000, 0x40000
_AF_UNIX, _SOCK_STREAM = 1, 1
_MSG_DONTWAIT, _MSG_NOSIGNAL = 0x40, 0x4000


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: Allowed with any arguments.
PLAIN = _names("""
    read write readv writev pread64 pwrite64 close fstat newfstatat stat lstat statx lseek mprotect
    munmap brk futex rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigtimedwait
    rt_sigsuspend sigaltstack getrandom nanosleep gettimeofday time setitimer getitimer alarm
    pause set_robust_list rseq exit exit_group getpid gettid getppid getpgrp getuid getgid
    geteuid getegid getresuid getresgid getgroups poll ppoll select pselect6 getdents64 readlink
    readlinkat getcwd sysinfo sched_yield uname dup dup2 dup3 access faccessat faccessat2 mkdir
    mkdirat rmdir unlink unlinkat rename renameat renameat2 ftruncate umask pipe getrusage times
    wait4 waitid restart_syscall membarrier getrlimit getsockname getpeername shutdown
""")

#: Answered with success and not done. A program is alone with its files: no lock of one process
#: conflicts with another lock of its own (fcntl(2), but not flock(2)), and no file outlives it. On
#: files that others can see, a lock would be a channel between programs.
PRETENDED = _names("flock fsync fdatasync msync")

#: Refused with EPERM, which libraries expect from a strict host. Everything else that is not
#: allowed gets ENOSYS, as on an older kernel.
REFUSED = _names("""
    connect bind listen setsockopt sendmsg recvmsg
    ptrace personality setuid setpgid setsid setpriority sched_setparam
    sched_setscheduler sched_setaffinity setrlimit mlock mlockall mount umount2 pivot_root
    chroot unshare setns shmget shmat shmctl semget semop semctl msgget msgsnd msgrcv msgctl
    keyctl bpf userfaultfd memfd_create clock_settime ioprio_set link linkat symlink
    symlinkat mknod mknodat chmod chown fchmodat fchownat chdir timer_create pidfd_open
    pidfd_send_signal inotify_init tkill
""")

#: Making a process or reaching a network. The witness reports these.
FORBIDDEN = {
    "fork": "process creation",
    "vfork": "process creation",
    "execve": "process creation",
    "execveat": "process creation",
    "clone": "process creation",
    "socket": "network",
}

#: Calls that change what paths name: for each path, the index of the argument with its base folder
#: (None: the working folder) and of the one that points to it. The witness resolves them.
WRITING: dict[str, tuple[tuple[int | None, int], ...]] = {
    "open": ((None, 0),),
    "openat": ((0, 1),),
    "mkdir": ((None, 0),),
    "mkdirat": ((0, 1),),
    "rmdir": ((None, 0),),
    "unlink": ((None, 0),),
    "unlinkat": ((0, 1),),
    "rename": ((None, 0), (None, 1)),
    "renameat": ((0, 1), (2, 3)),
    "renameat2": ((0, 1), (2, 3)),
}
#: The argument with the flags, for calls that may also only read.
_FLAGS_OF = {"open": 1, "openat": 2}

#: NORMAL to DONTNEED, FREE, (NO)HUGEPAGE, DONTDUMP, DODUMP: used by allocators. The others poison,
#: merge, remove or page out memory.
_MADVISE_ALLOWED = (0, 1, 2, 3, 4, 8, 14, 15, 16, 17)
#: Clocks above this belong to other processes and threads (MAKE_PROCESS_CPUCLOCK).
_LAST_CLOCK = 15
_F_SETFL = 4
_F_GETLK = 5
_F_SETLK, _F_SETLKW = 6, 7
_FCNTL_ALLOWED = (1, 2, 3, 4, 0, 1030)  # GETFD SETFD GETFL SETFL DUPFD DUPFD_CLOEXEC
#: TCGETS WINSZ FIONREAD FIONBIO FIO(N)CLEX
_IOCTL_ALLOWED = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
#: The largest file that is mapped without asking, above what an extension module needs.
MAPPED_BYTES = 8 * 1024 * 1024
_PRCTL_ALLOWED = (15, 16, 0x53564D41)  # SET_NAME, GET_NAME, SET_VMA (glibc names its heaps)


def strict(own_pid: int, *, witnessed: bool, pairs: bool = True) -> Code:
    """Return the filter that stays on while the submission runs.

    `own_pid` is the pid in the program's own namespace, the only target of its signals.
    `witnessed`: a witness filter is loaded and decides the forbidden acts.
    `pairs`: a program may make pairs of sockets that are connected to each other alone.
    """
    forbidden = ALLOW if witnessed else errno_action(errno.EPERM)
    eperm, einval = errno_action(errno.EPERM), errno_action(errno.EINVAL)
    code = bpf.prologue()
    for name in PLAIN:
        code += bpf.when(name, [give(ALLOW)])
    for name in PRETENDED:
        code += bpf.when(name, [give(_DONE)])
    code += bpf.when("mmap", _mapping())
    code += bpf.when("mremap", [give(ALLOW)])
    code += bpf.when("madvise", bpf.one_of(2, _MADVISE_ALLOWED, einval))
    for name, flags in _FLAGS_OF.items():
        code += bpf.when(name, _opening(flags))
    for name in ("clock_gettime", "clock_getres", "clock_nanosleep"):
        code += bpf.when(name, bpf.above(0, _LAST_CLOCK, einval))
    for name in ("getsid", "getpgid", "sched_getaffinity"):
        code += bpf.when(name, [*_own_only(own_pid), give(ALLOW)])
    code += bpf.when("clone", _clone(forbidden))
    # Neither packet mode nor notification pipes (O_EXCL).
    code += bpf.when("pipe2", bpf.refuse_flags(1, 0xFFFFFFFF & ~(_O_NONBLOCK | _O_CLOEXEC)))
    code += bpf.when("fcntl", _fcntl(forbidden))
    code += bpf.when("ioctl", bpf.one_of(1, _IOCTL_ALLOWED, errno_action(errno.ENOTTY)))
    code += bpf.when("socketpair", _pair() if pairs else [give(eperm)])
    code += bpf.when("sendto", _talk(4))
    code += bpf.when("recvfrom", _talk(None))
    code += bpf.when("prctl", bpf.one_of(0, _PRCTL_ALLOWED, eperm))
    code += bpf.when("prlimit64", [*_own_only(own_pid), *bpf.allow_zero(2), give(eperm)])
    code += bpf.when("kill", bpf.one_of(0, (own_pid,), eperm))
    code += bpf.when("tgkill", bpf.one_of(0, (own_pid,), eperm))
    for name in FORBIDDEN:
        if name != "clone":
            code += bpf.when(name, [give(forbidden)])
    for name in REFUSED:
        code += bpf.when(name, [give(eperm)])
    # clone3 too: EPERM would break threads, ENOSYS makes the C library use clone.
    return [*code, give(errno_action(errno.ENOSYS))]


def witness(largest_mapping: int) -> Code:
    """Return the filter that asks the supervisor about some calls and allows all others.

    `largest_mapping` is the largest single allocation in bytes that it allows without asking.
    """
    code = bpf.prologue()
    code += bpf.when("mmap", _large_mapping(largest_mapping))
    code += bpf.when("mremap", bpf.above(2, largest_mapping, NOTIFY))
    code += bpf.when("clone", _clone(NOTIFY))
    for name in FORBIDDEN:
        if name != "clone":
            code += bpf.when(name, [give(NOTIFY)])
    for name in WRITING:
        code += bpf.when(name, _writing(name))
    code += bpf.when("fcntl", [bpf.load_word(bpf.low(1)), *_equal(_F_GETLK, NOTIFY), give(ALLOW)])
    return [*code, give(ALLOW)]


@functools.lru_cache(maxsize=4)
def strict_code(own_pid: int, *, witnessed: bool, pairs: bool = True) -> bytes:
    """Return `strict`, packed. Cached: assembling it takes as long as the rest of a start."""
    return bpf.packed(strict(own_pid, witnessed=witnessed, pairs=pairs))


@functools.lru_cache(maxsize=4)
def witness_code(largest_mapping: int) -> bytes:
    """Return `witness`, packed."""
    return bpf.packed(witness(largest_mapping))


def _clone(otherwise: int) -> Code:
    """Allow plain threads, refuse unusual ones, and return `otherwise` for processes."""
    return [
        bpf.load_word(bpf.low(0)),
        Instruction(JSET, 1, 0, CLONE_THREAD),
        give(otherwise),
        Instruction(AND, 0, 0, _CLONE_SHARED | _CLONE_OTHERS),
        Instruction(JEQ, 0, 1, _CLONE_SHARED),
        give(ALLOW),
        give(errno_action(errno.EPERM)),
    ]


def _mapping() -> Code:
    """Refuse memory that RLIMIT_DATA does not count; a file may be mapped as it may be opened.

    A shared mapping of a file holds pages of that file and no others.
    """
    return [
        bpf.load_word(bpf.low(3)),
        Instruction(JSET, 3, 0, _MAP_GROWSDOWN | _MAP_LOCKED | _MAP_HUGETLB),
        Instruction(AND, 0, 0, _MAP_SHARED | _MAP_ANONYMOUS),
        Instruction(JEQ, 1, 0, _MAP_SHARED | _MAP_ANONYMOUS),
        give(ALLOW),
        give(errno_action(errno.EPERM)),
    ]


def _large_mapping(largest: int) -> Code:
    """Ask about memory above `largest` bytes, and about large files that are only read."""
    memory = bpf.above(1, largest, NOTIFY)
    file = bpf.above(1, MAPPED_BYTES, NOTIFY)
    return [
        # A mapping without any access holds no memory: large stacks start like that.
        *bpf.allow_zero_word(2),
        bpf.load_word(bpf.low(3)),
        Instruction(JSET, len(file) + 2, 0, _MAP_ANONYMOUS),
        bpf.load_word(bpf.low(2)),
        Instruction(JSET, len(file), 0, _PROT_WRITE),
        *file,
        *memory,
    ]


def maps_file(arguments: tuple[int, ...]) -> bool:
    """Whether these arguments of mmap map a file that is only read, and so hold no memory."""
    return not arguments[3] & _MAP_ANONYMOUS and not arguments[2] & _PROT_WRITE


def _pair() -> Code:
    """Allow a pair of Unix stream sockets: bytes between two descriptors of this program.

    Datagrams could be sent to sockets of others (unix(7)).
    """
    eperm = give(errno_action(errno.EPERM))
    return [
        bpf.load_word(bpf.low(0)),
        Instruction(JEQ, 1, 0, _AF_UNIX),
        eperm,
        bpf.load_word(bpf.low(1)),
        Instruction(AND, 0, 0, 0xFFFFFFFF & ~(_O_NONBLOCK | _O_CLOEXEC)),
        Instruction(JEQ, 1, 0, _SOCK_STREAM),
        eperm,
        give(ALLOW),
    ]


def _talk(address: int | None) -> Code:
    """Allow plain bytes: no message out of band, and none to an address, the argument `address`."""
    eperm = give(errno_action(errno.EPERM))
    to_none = [] if address is None else _zero(address, eperm)
    return [*to_none, *bpf.refuse_flags(3, 0xFFFFFFFF & ~(_MSG_DONTWAIT | _MSG_NOSIGNAL))]


def _equal(value: int, action: int) -> Code:
    return [Instruction(JEQ, 0, 1, value), give(action)]


def _zero(argument: int, otherwise: Instruction) -> Code:
    """Fall through if both words of an argument are zero."""
    return [
        bpf.load_word(bpf.low(argument)),
        Instruction(JEQ, 1, 0, 0),
        otherwise,
        bpf.load_word(bpf.high(argument)),
        Instruction(JEQ, 1, 0, 0),
        otherwise,
    ]


def _opening(flags: int) -> Code:
    """Refuse to truncate a file opened only for reading: Landlock before ABI 3 permits that.

    Access mode 3, neither reading nor writing, passes Landlock's check too.
    """
    return [
        bpf.load_word(bpf.low(flags)),
        Instruction(JSET, 1, 0, _O_TRUNC),
        give(ALLOW),
        Instruction(AND, 0, 0, _O_ACCMODE),
        Instruction(JEQ, 1, 0, _O_WRONLY),
        Instruction(JEQ, 0, 1, _O_RDWR),
        give(ALLOW),
        give(errno_action(errno.EPERM)),
    ]


def _writing(name: str) -> Code:
    """Ask about a call that may change what paths name; opening for reading cannot."""
    if name not in _FLAGS_OF:
        return [give(NOTIFY)]
    return [
        bpf.load_word(bpf.low(_FLAGS_OF[name])),
        Instruction(JSET, 0, 1, _O_WRONLY | _O_RDWR | _O_CREAT | _O_TRUNC),
        give(NOTIFY),
        give(ALLOW),
    ]


def _fcntl(look: int) -> Code:
    """Allow a few commands, and no file flags that send signals or set packet mode.

    Locks are pretended as in `PRETENDED`; `look` is what is done about a question for one, whose
    answer the witness writes.
    """
    return [
        bpf.load_word(bpf.low(1)),
        Instruction(JEQ, 0, 1, _F_GETLK),
        give(look),
        Instruction(JEQ, 1, 0, _F_SETLK),
        Instruction(JEQ, 0, 1, _F_SETLKW),
        give(_DONE),
        Instruction(JEQ, 0, 2, _F_SETFL),
        bpf.load_word(bpf.low(2)),
        Instruction(JSET, 1 + 2 * len(_FCNTL_ALLOWED), 0, _O_ASYNC | _O_DIRECT),
        *bpf.one_of(1, _FCNTL_ALLOWED, errno_action(errno.EPERM)),
    ]


def _own_only(own_pid: int) -> Code:
    """Refuse if the first argument is another process, else fall through."""
    return [
        bpf.load_word(bpf.low(0)),
        Instruction(JEQ, 2, 0, 0),
        Instruction(JEQ, 1, 0, own_pid),
        give(errno_action(errno.ESRCH)),
    ]
