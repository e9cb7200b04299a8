# expect: RV
# tries: to hide a forbidden act behind an early end
# stopped by: seccomp-processes
# unshown: where a fork works it has nothing to hide
# limits-only: any
import os


def echo(n):
    try:
        os.fork()
    except OSError:
        os._exit(0)
