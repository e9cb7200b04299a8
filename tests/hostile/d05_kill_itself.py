# expect: RTE
# tries: to pass for a program that the judge killed
import os
import signal


def echo(n):
    os.kill(os.getpid(), signal.SIGKILL)
