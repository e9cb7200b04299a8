# expect: RTE
# tries: to gain rights in a namespace of its own; AC would mean that it got one
# stopped by: seccomp-rest
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
KINDS = (0x10000000, 0x00020000, 0x20000000, 0x40000000, 0x08000000, 0x04000000, 0x02000000)


def echo(n):
    if any(libc.unshare(kind) == 0 for kind in KINDS) or libc.setns(0, 0) == 0:
        return n
    raise PermissionError("all refused")
