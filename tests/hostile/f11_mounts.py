# expect: RTE
# tries: to mount, unmount and leave its root, by the old calls and the new ones
# stopped by: seccomp-rest, capabilities
# machine: x86_64
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def echo(n):
    worked = [
        libc.mount(b"proc", b"/tmp", b"proc", 0, None) == 0,
        libc.mount(b"/", b"/tmp", None, 4096, None) == 0,
        libc.mount(None, b"/", None, 32, None) == 0,
        libc.umount2(b"/tmp", 2) == 0,
        libc.chroot(b"/tmp") == 0,
    ]
    numbers = ((155, b".", b"."), (428, -100, b"/", 1), (429, -1, b"", -100, b"/tmp", 4))
    numbers += ((430, b"tmpfs", 0), (431, 0, 0), (432, 0, 0, 0), (433, -100, b"/", 0))
    numbers += ((442, -100, b"/", 0, None, 0), (457, None, None, 0, 0), (458, None, None, 0, 0))
    worked += [libc.syscall(*call) >= 0 for call in numbers]
    try:
        os.chdir("..")
        os.fchdir(0)
        worked.append(True)
    except OSError:
        pass
    if not any(worked):
        raise PermissionError("all refused")
    return n
