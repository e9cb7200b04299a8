# expect: TLE
# tries: to keep the kernel busy with a timer for each microsecond, while it seems to do nothing
# stopped by: clock
import signal


def echo(n):
    fired = 0

    def fire(*_):
        nonlocal fired
        fired += 1

    signal.signal(signal.SIGVTALRM, fire)
    signal.signal(signal.SIGALRM, fire)
    signal.setitimer(signal.ITIMER_VIRTUAL, 1e-6, 1e-6)
    signal.setitimer(signal.ITIMER_REAL, 1e-6, 1e-6)
    while fired < 3_000_000:
        signal.pause()
    return n
