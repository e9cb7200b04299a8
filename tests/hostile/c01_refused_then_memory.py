# expect: RV
# tries: to hide a forbidden act behind the memory limit
# stopped by: seccomp-processes
# limits-only: any
import os


def echo(n):
    try:
        if not os.fork():
            os._exit(0)
        return n
    except OSError:
        kept = []
        while True:
            kept.append(bytearray(1 << 20))
