# expect: RV
# tries: to start a shell through the C library
# stopped by: seccomp-processes
# limits-only: AC
import ctypes


def echo(n):
    ctypes.CDLL(None).system(b"true")
    return n
