# expect: RTE
# tries: to pass for a program that a system call filter killed
# stopped by: outside-check
# naive: RV
import os
import signal


def echo(n):
    os.kill(os.getpid(), signal.SIGSYS)
