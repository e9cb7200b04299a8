# expect: WA
# tries: to be right while it is checked and fast while it is timed, told apart by what it can see
# stopped by: outside-check
# unshown: it needs a judge that times other calls than it checks
import os
import sys
import time

began = time.perf_counter()
calls = 0


def looks_timed(n):
    depth, frame = 0, sys._getframe()
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    hints = (n > 4, calls > 6, depth > 40, time.perf_counter() - began > 0.05, len(os.environ) > 8)
    return any(hints)


def echo(n):
    global calls
    calls += 1
    return 0 if looks_timed(n) else n
