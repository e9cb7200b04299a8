# expect: RV
# tries: to spread memory over children, each below the limit
# stopped by: seccomp-processes
# limits-only: any
import os


def echo(n):
    for _ in range(20):
        if os.fork() == 0:
            kept = bytearray(20 << 20)
            while kept:
                pass
    return n
