# expect: RTE
# tries: to crash the interpreter
import ctypes


def echo(n):
    ctypes.string_at(0)
