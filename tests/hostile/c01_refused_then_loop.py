# expect: RV
# tries: to hide a forbidden act behind a limit: it tries on and on until its time is over
# stopped by: seccomp-processes
# unshown: where a fork works it bombs
# limits-only: any
import os


def echo(n):
    while True:
        try:
            os.fork()
        except OSError:
            continue
