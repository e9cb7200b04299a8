# expect: RTE
# tries: to pass for a program that ran out of time, by the signal of the soft limit
# stopped by: clock+outside-check
# unshown: it needs a judge that takes the signal of its own alarm for a limit
import os
import signal


def echo(n):
    os.kill(os.getpid(), signal.SIGALRM)
    while True:
        pass
