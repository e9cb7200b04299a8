# expect: RTE
# tries: to make a thread, which it may, in namespaces of its own, which it may not
# stopped by: capabilities, seccomp-processes
# machine: x86_64
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.pthread_self.restype = ctypes.c_void_p
#: The flags of every thread of the C library, and the fewest that make one at all.
ORDINARY, BARE = 0x3D0F00, 0x10900
KINDS = {
    "mounts": 0x00020000, "cgroup": 0x02000000, "uts": 0x04000000, "ipc": 0x08000000,
    "user": 0x10000000, "pid": 0x20000000, "net": 0x40000000,
}  # fmt: skip

kept = []


def thread(flags):
    # It runs no Python, only one system call, and ends.
    act = ctypes.cast(libc.getppid, ctypes.c_void_p)
    stack, number = ctypes.create_string_buffer(1 << 14), ctypes.c_int()
    kept.append((stack, number))
    top = ctypes.c_void_p((ctypes.addressof(stack) + (1 << 14)) & ~63)
    place, own = ctypes.byref(number), ctypes.c_void_p(libc.pthread_self())
    return libc.clone(act, top, ctypes.c_int(flags), None, place, own, place) >= 0


def echo(n):
    if not thread(ORDINARY):
        return "no thread at all"
    for kind in KINDS.values():
        if thread(ORDINARY | kind) or thread(BARE | kind):
            return n
    raise PermissionError("all refused")
