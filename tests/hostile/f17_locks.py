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


def lock(kind):
    return struct.pack("hhqqi4x", kind, 0, 0, 0, 0)


def echo(n):
    with open(os.__file__, "rb") as file, open(os.__file__, "rb") as again:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        acts = [
            # The kernel refuses the second one while the first is held.
            lambda: not works(lambda: fcntl.flock(again, fcntl.LOCK_EX | fcntl.LOCK_NB)),
            # It locks for writing only what is open for writing.
            lambda: not works(lambda: fcntl.fcntl(file, fcntl.F_SETLK, lock(fcntl.F_WRLCK))),
            lambda: works(lambda: fcntl.fcntl(file, 37, lock(fcntl.F_RDLCK))),  # F_OFD_SETLK
            lambda: works(lambda: fcntl.fcntl(file, 1024, fcntl.F_RDLCK)),  # F_SETLEASE
        ]
        if not any([act() for act in acts]):
            raise PermissionError("none was taken")
    return n
