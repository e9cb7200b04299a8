# expect: RTE
# tries: to set the clock; AC would mean that it was set
# stopped by: seccomp-rest
# unshown: only root of the machine itself may set its clock
# machine: x86_64
import ctypes
import time

libc = ctypes.CDLL(None, use_errno=True)


def echo(n):
    worked = []
    try:
        time.clock_settime(time.CLOCK_REALTIME, time.time())
        worked.append(True)
    except OSError:
        pass
    buffer = ctypes.create_string_buffer(256)
    buffer[0] = 1  # struct timex with one mode set: ADJ_OFFSET
    worked.append(libc.syscall(159, buffer) >= 0)  # adjtimex
    worked.append(libc.syscall(305, 0, buffer) >= 0)  # clock_adjtime
    worked.append(libc.syscall(164, None, None) == 0)  # settimeofday
    if not any(worked):
        raise PermissionError("all refused")
    return n
