# expect: RTE
# tries: to crash the interpreter
# stopped by: outside-check
import ctypes


def echo(n):
    ctypes.string_at(0)
