# expect: RTE
# tries: to end itself with the signal of a polite kill
# stopped by: outside-check
# naive: TLE
import os
import signal


def echo(n):
    os.kill(os.getpid(), signal.SIGTERM)
