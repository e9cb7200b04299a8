# expect: RTE
# tries: to load machine code from a library that it wrote itself
# stopped by: mounts
# limits-only: AC
import _ctypes
import ctypes


def echo(n):
    with open(_ctypes.__file__, "rb") as source, open("/tmp/own.so", "wb") as copy:
        copy.write(source.read())
    ctypes.CDLL("/tmp/own.so")
    return n
