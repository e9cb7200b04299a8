# expect: RV
# tries: to leave a daemon of its own session that ignores every signal
# stopped by: seccomp-processes
# limits-only: any
import os
import signal
import time


def echo(n):
    if os.fork():
        return n
    try:
        os.setsid()
    except OSError:
        pass
    if os.fork():
        os._exit(0)
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    time.sleep(1e8)
