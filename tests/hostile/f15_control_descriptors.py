# expect: RTE
# tries: to change its channels by ioctl and fcntl; AC would mean that one worked
# stopped by: seccomp-descriptors
# machine: x86_64
# limits-only: AC
import ctypes
import fcntl

libc = ctypes.CDLL(None, use_errno=True)
F_SETOWN, F_SETSIG, F_SETLEASE, F_NOTIFY, F_SETPIPE_SZ, F_ADD_SEALS = 8, 10, 1024, 1026, 1031, 1033
FIOASYNC, FIOSETOWN, SIOCSPGRP = 0x5452, 0x8901, 0x8902


def echo(n):
    for number in range(6):
        for command in (F_SETOWN, F_SETSIG, F_SETLEASE, F_NOTIFY, F_SETPIPE_SZ, F_ADD_SEALS):
            if libc.syscall(72, number, command, 1) >= 0:
                return n
        for request in (FIOASYNC, FIOSETOWN, SIOCSPGRP):
            try:
                fcntl.ioctl(number, request, b"\1\0\0\0")
                return n
            except OSError:
                continue
    raise PermissionError("all refused")
