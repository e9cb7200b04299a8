# expect: RTE
# tries: to talk to another submission by locks and leases on files that both can see
# stopped by: seccomp-descriptors
# limits-only: AC
import fcntl
import os
import struct


def works(act):
    try:
        act()
    except OSError:
        return False
    return True


def echo(n):
    with open(os.__file__, "rb") as file:
        lock = struct.pack("hhqqi4x", fcntl.F_RDLCK, 0, 0, 0, 0)
        acts = [
            lambda: fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB),
            lambda: fcntl.fcntl(file, fcntl.F_SETLK, lock),
            lambda: fcntl.fcntl(file, fcntl.F_GETLK, lock),
            lambda: fcntl.fcntl(file, 37, lock),  # F_OFD_SETLK
            lambda: fcntl.fcntl(file, 1024, fcntl.F_RDLCK),  # F_SETLEASE
        ]
        if not any([works(act) for act in acts]):
            raise PermissionError("all refused")
    return n
