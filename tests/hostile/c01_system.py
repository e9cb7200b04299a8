# expect: RV
# tries: to start a shell through the C library
import ctypes


def echo(n):
    ctypes.CDLL(None).system(b"true")
    return n
