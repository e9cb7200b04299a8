# expect: RV
# tries: to let a child hold the standard output open after its own end
# stopped by: seccomp-processes, namespaces, clock
# limits-only: TLE
import os
import time


def echo(n):
    if os.fork() == 0:
        time.sleep(1e8)
    os._exit(1)
