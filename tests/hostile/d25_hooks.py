# expect: RTE
# tries: to have its own hooks called in the runner's place
# stopped by: outside-check
import os
import sys
import threading


def leave(*_):
    os._exit(0)


sys.excepthook = threading.excepthook = sys.unraisablehook = leave
sys.displayhook = sys.breakpointhook = leave


def echo(n):
    raise ValueError(n)
