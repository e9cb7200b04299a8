# expect: RV
# tries: to hide a forbidden act behind a limit: it tries on and on until its time is over
# stopped by: seccomp-processes
# limits-only: any
import os


def echo(n):
    while True:
        try:
            if not os.fork():
                os._exit(0)
            return n
        except OSError:
            continue
