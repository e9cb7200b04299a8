# expect: RTE|MLE|TLE
# tries: to run over the end of the stack after every counter of calls is written over
# stopped by: runner
# problem: roomy
import ctypes
import sys


class Endless:
    def __eq__(self, other):
        return other == self


def echo(n):
    sys.setrecursionlimit(10**9)
    ctypes.pythonapi.PyThreadState_Get.restype = ctypes.c_void_p
    counters = (ctypes.c_int * 40).from_address(ctypes.pythonapi.PyThreadState_Get())
    for place in range(1, 40):
        if 1_000 < counters[place] <= 10**9:
            counters[place] = 2**31 - 1
    return Endless() == Endless()
