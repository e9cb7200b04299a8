# expect: TLE
# tries: to stop itself, so that no code of it runs and no clock of it advances
# stopped by: clock
import os
import signal


def echo(n):
    os.kill(os.getpid(), signal.SIGSTOP)
    return n
