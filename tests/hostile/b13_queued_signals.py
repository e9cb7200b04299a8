# expect: RTE
# tries: to have the kernel keep ten thousand signals for it
# stopped by: rlimits
import os
import signal

MANY = 10_000


def echo(n):
    number = signal.SIGRTMIN
    signal.pthread_sigmask(signal.SIG_BLOCK, [number])
    for _ in range(MANY):
        os.kill(os.getpid(), number)
    # One that found no room is not refused, but it is not there either.
    kept = 0
    while signal.sigtimedwait([number], 0) is not None:
        kept += 1
    if kept < MANY // 10:
        raise BlockingIOError(f"only {kept} were kept")
    return n
