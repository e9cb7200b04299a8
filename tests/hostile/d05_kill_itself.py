# expect: RTE
# tries: to pass for a program that the judge killed
# stopped by: outside-check
# naive: MLE
import os
import signal


def echo(n):
    os.kill(os.getpid(), signal.SIGKILL)
