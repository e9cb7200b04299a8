# expect: WA|TLE
# tries: to watch and change the runner's frames by trace and profile functions
# stopped by: outside-check
import sys


def watch(frame, event, argument):
    for name in ("expected", "result", "passed", "verdict"):
        if name in frame.f_locals:
            frame.f_locals[name] = True
    return watch


sys.settrace(watch)
sys.setprofile(watch)


def echo(n):
    frame = sys._getframe()
    while frame is not None:
        frame.f_trace = watch
        frame = frame.f_back
    return n + 1
