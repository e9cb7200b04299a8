# expect: MLE|RTE
# tries: to fill more pipes than it may have descriptors, by threads whose tables are their own
# stopped by: seccomp-processes
# limits-only: AC
# machine: x86_64
import ctypes
import fcntl
import os

libc = ctypes.CDLL(None, use_errno=True)
#: CLONE_VM, _SIGHAND and _THREAD, and not _FILES: the table of descriptors is copied.
OWN_TABLE = 0x100 | 0x800 | 0x10000
TABLES, PIPES, PAGE = 48, 28, bytes(4096)

stacks = []


def filled():
    """Return new pipes, full, and how many bytes they hold."""
    ends, held = [], 0
    for _ in range(PIPES):
        reading, writing = os.pipe()
        fcntl.fcntl(writing, fcntl.F_SETFL, os.O_NONBLOCK)
        ends += [reading, writing]
        try:
            while True:
                held += os.write(writing, PAGE)
        except BlockingIOError:
            pass
    return ends, held


def hold():
    """Start a thread that waits for ever and runs no Python; what is open now stays open."""
    stacks.append(ctypes.create_string_buffer(1 << 14))
    top = (ctypes.addressof(stacks[-1]) + (1 << 14)) & ~63
    wait = ctypes.cast(libc.pause, ctypes.c_void_p)
    if libc.clone(wait, ctypes.c_void_p(top), OWN_TABLE, None) < 0:
        raise PermissionError("refused")


def echo(n):
    total = 0
    while len(stacks) < TABLES:
        ends, held = filled()
        total += held
        hold()
        for end in ends:
            os.close(end)
    print("held", total)
    if 0 < total < 48 << 20:
        raise BlockingIOError(f"only {total} bytes were held")
    return n
