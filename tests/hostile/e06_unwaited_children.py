# expect: RV
# tries: to lose the time of its children by never waiting for them
# stopped by: seccomp-processes
# limits-only: AC
import os
import signal


def echo(n):
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    if os.fork() == 0:
        while True:
            pass
    return n
