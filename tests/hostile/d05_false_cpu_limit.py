# expect: RTE
# tries: to pass for a program that ran out of CPU time
# stopped by: outside-check
# naive: TLE
import os
import signal


def echo(n):
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGXCPU)
