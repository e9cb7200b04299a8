# expect: RV
# tries: to act before the locks are on, while it is loaded
# stopped by: seccomp-processes
# limits-only: AC
import os

if os.fork() == 0:
    os._exit(0)


def echo(n):
    return n
