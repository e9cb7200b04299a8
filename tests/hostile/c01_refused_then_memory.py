# expect: RV
# tries: to hide a forbidden act behind the memory limit
# stopped by: seccomp-processes
# unshown: where a fork works its child answers as well
# limits-only: any
import os


def echo(n):
    try:
        os.fork()
    except OSError:
        kept = []
        while True:
            kept.append(bytearray(1 << 20))
