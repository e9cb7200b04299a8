import errno
import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox import bpf, filters, syscalls
from sandbox.mounts import SCRATCH
from sandbox.witness import outside
from tests.sandbox.filter_machine import verdict

pytestmark = pytest.mark.skipif(not syscalls.KNOWN, reason="no system call table here")

PID = 2
STRICT = filters.strict(PID, witnessed=True)
ALONE = filters.strict(PID, witnessed=False)
CAP = (5 << 32) + 7
WITNESS = filters.witness(CAP)


def action(program: list[bpf.Instruction], name: str, *arguments: int) -> int:
    return verdict(program, syscalls.NUMBERS[name], syscalls.AUDIT_ARCH, arguments)


def refused(number: int) -> int:
    return bpf.errno_action(number)


def test_another_architecture_is_killed() -> None:
    """The same number means another call there, so nothing is looked at but the arch."""
    for program in (STRICT, ALONE, WITNESS):
        assert verdict(program, 0, syscalls.AUDIT_ARCH ^ 1, ()) == bpf.KILL


@pytest.mark.skipif(syscalls.MACHINE != "x86_64", reason="x32 exists on x86-64 only")
def test_x32_numbers_are_killed() -> None:
    """Bit 30 would be a second set of numbers for the same calls."""
    for program in (STRICT, ALONE, WITNESS):
        assert verdict(program, 0x40000000, syscalls.AUDIT_ARCH, ()) == bpf.KILL


@pytest.mark.parametrize("name", sorted(filters.FORBIDDEN))
def test_forbidden_acts_are_witnessed_or_refused(name: str) -> None:
    """With a witness the supervisor is asked; without one the strict filter says EPERM."""
    if name not in syscalls.NUMBERS:
        pytest.skip(f"{name} does not exist on {syscalls.MACHINE}")
    assert action(WITNESS, name) == bpf.NOTIFY
    assert action(ALONE, name) == refused(errno.EPERM)


def test_threads_are_allowed() -> None:
    """clone with CLONE_THREAD passes both filters."""
    flags = filters.CLONE_THREAD | 0x003D0F00
    assert action(STRICT, "clone", flags) == bpf.ALLOW
    assert action(WITNESS, "clone", flags) == bpf.ALLOW
    assert action(ALONE, "clone", flags) == bpf.ALLOW


def test_clone3_does_not_exist() -> None:
    """Its flags are behind a pointer, so it must not exist; EPERM would break threads."""
    assert action(STRICT, "clone3") == refused(errno.ENOSYS)


@given(st.integers(0, 2**64 - 1))
def test_the_witness_sees_exactly_the_allocations_above_the_cap(size: int) -> None:
    """64 bits are compared by two words; the law is plain >."""
    wanted = bpf.NOTIFY if size > CAP else bpf.ALLOW
    assert action(WITNESS, "mmap", 0, size, 3, 0x22) == wanted
    assert action(WITNESS, "mmap", 0, size, 1, 0x22) == wanted
    assert action(WITNESS, "mmap", 0, size, 0) == bpf.ALLOW  # addresses, and no memory
    assert action(WITNESS, "mremap", 0, 0, size) == wanted


@pytest.mark.parametrize("flag", [0x01, 0x03, 0x0100, 0x40000, 0x2000])
def test_memory_that_escapes_the_limits_cannot_be_mapped(flag: int) -> None:
    """Shared, growing-down, huge and locked mappings are not counted by RLIMIT_DATA."""
    assert action(STRICT, "mmap", 0, 4096, 3, 0x22) == bpf.ALLOW
    assert action(STRICT, "mmap", 0, 4096, 3, 0x20 | flag) == refused(errno.EPERM)


@pytest.mark.parametrize("flags", [0x01, 0x02, 0x03])
def test_files_may_be_mapped(flags: int) -> None:
    """Their pages are the file's own; which file it is, its rights decide."""
    for access in (1, 3):
        assert action(STRICT, "mmap", 0, 4096, access, flags, 3) == bpf.ALLOW
    for odd in (0x0100, 0x40000, 0x2000):
        assert action(STRICT, "mmap", 0, 4096, 1, flags | odd, 3) == refused(errno.EPERM)


@given(st.integers(0, 2**64 - 1))
def test_the_witness_sees_large_files_that_are_mapped(size: int) -> None:
    """It asks earlier about them than about memory, so that their pages are told from memory."""
    wanted = bpf.NOTIFY if size > filters.MAPPED_BYTES else bpf.ALLOW
    for flags in (0x01, 0x02):
        assert action(WITNESS, "mmap", 0, size, 1, flags, 3) == wanted
        as_memory = bpf.NOTIFY if size > CAP else bpf.ALLOW
        assert action(WITNESS, "mmap", 0, size, 3, flags, 3) == as_memory
    assert filters.maps_file((0, size, 1, 1, 3, 0))
    assert not filters.maps_file((0, size, 3, 1, 3, 0))
    assert not filters.maps_file((0, size, 1, 0x22, 3, 0))


@given(st.integers(0, 2**32 - 1))
def test_signals_go_to_the_program_itself_only(pid: int) -> None:
    """kill and tgkill of anything else, -1 and 0 included, are EPERM."""
    wanted = bpf.ALLOW if pid == PID else refused(errno.EPERM)
    assert action(STRICT, "kill", pid, 9) == wanted
    assert action(STRICT, "tgkill", pid, pid, 9) == wanted


def test_limits_may_be_read_and_not_set() -> None:
    """prlimit64 passes with no new limit only, whichever half of the pointer is set."""
    assert action(STRICT, "prlimit64", 0, 7, 0, 1) == bpf.ALLOW
    assert action(STRICT, "prlimit64", 0, 7, 1, 0) == refused(errno.EPERM)
    assert action(STRICT, "prlimit64", 0, 7, 1 << 32, 0) == refused(errno.EPERM)


@pytest.mark.parametrize("command", [8, 9, 10, 36, 37, 38, 1024, 1031, 1033])
def test_leases_owners_and_pipe_sizes_are_out_of_reach(command: int) -> None:
    """Leases and locks of descriptors are a channel between programs; pipes pin memory."""
    assert action(STRICT, "fcntl", 3, command) == refused(errno.EPERM)


def test_locks_and_syncs_succeed_and_are_not_made() -> None:
    """Errno 0: the kernel skips the call. A lock that was taken would be seen by others."""
    for name in filters.PRETENDED:
        assert action(STRICT, name) == refused(0)
        assert action(WITNESS, name) == bpf.ALLOW
    for command in (6, 7):
        assert action(STRICT, "fcntl", 3, command) == refused(0)
    # The answer to the question for a lock is written by the witness, or there is none.
    assert action(WITNESS, "fcntl", 3, 5) == bpf.NOTIFY
    assert action(WITNESS, "fcntl", 3, 6) == bpf.ALLOW
    assert action(ALONE, "fcntl", 3, 5) == refused(errno.EPERM)


def test_a_pair_of_sockets_is_of_one_kind() -> None:
    """Unix streams: datagrams, packets and other families reach further."""
    for kind in (1, 1 | os.O_NONBLOCK, 1 | os.O_CLOEXEC, 1 | os.O_NONBLOCK | os.O_CLOEXEC):
        assert action(STRICT, "socketpair", 1, kind, 0) == bpf.ALLOW
    for family, kind in ((1, 2), (1, 3), (1, 5), (2, 1), (30, 1), (16, 1), (1, 1 | 0x10000)):
        assert action(STRICT, "socketpair", family, kind, 0) == refused(errno.EPERM)
    large = filters.strict(PID, witnessed=True, pairs=False)
    assert action(large, "socketpair", 1, 1, 0) == refused(errno.EPERM)


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**64 - 1))
def test_sockets_carry_plain_bytes(flags: int, address: int) -> None:
    """Neither to an address, nor out of band (MSG_OOB), nor with descriptors (sendmsg)."""
    plain = not flags & ~0x4040
    sent = bpf.ALLOW if plain and not address else refused(errno.EPERM)
    assert action(STRICT, "sendto", 3, 0, 1, flags, address) == sent
    received = bpf.ALLOW if plain else refused(errno.EPERM)
    assert action(STRICT, "recvfrom", 3, 0, 1, flags, address) == received


def test_the_terminal_cannot_be_typed_into() -> None:
    """TIOCSTI and TIOCLINUX are refused as if there were no terminal."""
    for request in (0x5412, 0x541C):
        assert action(STRICT, "ioctl", 0, request) == refused(errno.ENOTTY)


@pytest.mark.parametrize("name", filters.REFUSED)
def test_named_calls_are_refused_with_eperm(name: str) -> None:
    """A library that probes gets the answer of a strict host."""
    if name in syscalls.NUMBERS:
        assert action(STRICT, name) == refused(errno.EPERM)


@given(st.integers(0, 1000))
def test_every_number_that_is_not_named_does_not_exist(number: int) -> None:
    """An allow-list: a call that a later kernel adds is ENOSYS."""
    if number not in syscalls.NUMBERS.values():
        got = verdict(STRICT, number, syscalls.AUDIT_ARCH, ())
        assert got == refused(errno.ENOSYS)


def test_filters_fit_the_kernel() -> None:
    """BPF_MAXINSNS is 4096, and a jump reaches 255 instructions."""
    for program in (STRICT, ALONE, WITNESS):
        assert len(program) < 4096
        assert all(step.true < 256 and step.false < 256 for step in program)


@pytest.mark.parametrize(("name", "at"), [("open", 1), ("openat", 2)])
@given(flags=st.integers(0, 0o37777777))
def test_only_what_is_opened_for_writing_can_be_truncated(name: str, at: int, flags: int) -> None:
    """Landlock before ABI 3 does not look at truncation, and at no writing in mode 3."""
    arguments = [0, 0, 0]
    arguments[at] = flags
    harmless = not flags & os.O_TRUNC or flags & os.O_ACCMODE in (os.O_WRONLY, os.O_RDWR)
    wanted = bpf.ALLOW if harmless else refused(errno.EPERM)
    assert action(STRICT, name, *arguments) == wanted
    writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
    assert action(WITNESS, name, *arguments) == (bpf.NOTIFY if writes else bpf.ALLOW)


@pytest.mark.parametrize("name", sorted(filters.WRITING.keys() - {"open", "openat"}))
def test_the_witness_sees_what_changes_paths(name: str) -> None:
    """The strict filter allows it, for the scratch; where it leads, the witness looks."""
    assert action(WITNESS, name) == bpf.NOTIFY
    assert action(STRICT, name) == bpf.ALLOW


def test_clocks_of_others_cannot_be_read() -> None:
    """A negative clock is another process's or thread's (posix-timers)."""
    for name in ("clock_gettime", "clock_getres", "clock_nanosleep"):
        assert action(STRICT, name, time.CLOCK_PROCESS_CPUTIME_ID) == bpf.ALLOW
        for clock in (16, (~1 << 3 | 2) % 2**32, (~1 << 3 | 2) % 2**64):
            assert action(STRICT, name, clock) == refused(errno.EINVAL)


@pytest.mark.parametrize("name", ["getsid", "getpgid", "sched_getaffinity", "prlimit64"])
def test_other_processes_cannot_be_asked_about(name: str) -> None:
    """In a tier without namespaces their numbers are those of the host."""
    for pid, wanted in ((0, bpf.ALLOW), (PID, bpf.ALLOW), (1, refused(errno.ESRCH))):
        assert action(STRICT, name, pid) == wanted


def test_a_thread_takes_no_namespace_of_its_own() -> None:
    """The kernel refuses most of these already; nothing here hangs on that."""
    thread = filters.CLONE_THREAD | 0xF00
    assert action(STRICT, "clone", thread) == bpf.ALLOW
    for bit in (17, 25, 26, 27, 28, 29, 30):
        assert action(STRICT, "clone", thread | 1 << bit) == refused(errno.EPERM)


@pytest.mark.parametrize("lacking", [0x100, 0x200, 0x400, 0x800])
def test_a_thread_shares_all_that_its_process_has(lacking: int) -> None:
    """With a table of its own it could hold as many descriptors again."""
    shared = filters.CLONE_THREAD | 0x3D0F00
    assert action(STRICT, "clone", shared) == bpf.ALLOW
    assert action(STRICT, "clone", shared & ~lacking) == refused(errno.EPERM)
    assert action(STRICT, "clone", shared | 0x8000) == refused(errno.EPERM)


def test_pipes_carry_plain_bytes() -> None:
    """No packets, which the judge would read one by one, and no notifications of the kernel."""
    for flags in (0, os.O_CLOEXEC, os.O_NONBLOCK | os.O_CLOEXEC):
        assert action(STRICT, "pipe2", 0, flags) == bpf.ALLOW
        assert action(STRICT, "fcntl", 3, 4, flags) == bpf.ALLOW
    for flags in (os.O_DIRECT, os.O_EXCL, os.O_DIRECT | os.O_CLOEXEC):
        assert action(STRICT, "pipe2", 0, flags) == refused(errno.EPERM)
    for flags in (os.O_DIRECT, os.O_ASYNC):
        assert action(STRICT, "fcntl", 4, 4, flags) == refused(errno.EPERM)
    assert action(STRICT, "fcntl", 3, 1030, os.O_DIRECT) == bpf.ALLOW


def test_advice_about_memory_is_what_allocators_give() -> None:
    """Not what merges, poisons or pages out."""
    for advice in (0, 3, 4, 8):
        assert action(STRICT, "madvise", 0, 0, advice) == bpf.ALLOW
    for advice in (9, 12, 13, 21, 100, 101):
        assert action(STRICT, "madvise", 0, 0, advice) == refused(errno.EINVAL)


@pytest.mark.parametrize(
    ("path", "leads_out"),
    [
        ("a.txt", False),
        (f"{SCRATCH}/a", False),
        (SCRATCH, False),
        ("b/../a", False),
        ("", False),
        ("/dev/null", False),
        (f"/var{SCRATCH}/x", False),
        ("/", True),
        ("../a", True),
        (f"{SCRATCH}/../a", True),
        ("//etc/passwd", True),
        (f"{SCRATCH}file", True),
        (f"{SCRATCH}/..{SCRATCH}/../usr/lib/x", True),
    ],
)
def test_a_path_leads_out_of_the_scratch_or_not(path: str, leads_out: bool) -> None:
    """Without links, which no program can make, the text alone tells."""
    assert outside(path) is leads_out
