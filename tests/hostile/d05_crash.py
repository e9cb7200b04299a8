# expect: RTE
# tries: to crash the interpreter
# stopped by: outside-check
# unshown: a crash is taken for a crash by every judge
import ctypes


def echo(n):
    ctypes.string_at(0)
