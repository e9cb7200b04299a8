# expect: RV
# tries: to leave a daemon of its own session that ignores every signal
# stopped by: seccomp-processes
# unshown: where a fork works its child answers as well
# limits-only: any
import os
import signal
import time


def echo(n):
    for _ in range(2):
        if os.fork():
            return n
        os.setsid()
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    time.sleep(1e8)
