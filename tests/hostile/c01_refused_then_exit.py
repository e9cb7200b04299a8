# expect: RV
# tries: to hide a forbidden act behind an early end
# stopped by: seccomp-processes
# limits-only: any
import os


def echo(n):
    try:
        if not os.fork():
            os._exit(0)
        return n
    except OSError:
        os._exit(0)
