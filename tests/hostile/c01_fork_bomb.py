# expect: RV
# tries: to make processes without end
# stopped by: seccomp-processes
# limits-only: any
import os
import signal


def echo(n):
    while True:
        try:
            child = os.fork()
        except OSError:
            return n
        if not child:
            signal.pause()
