# expect: TLE
# tries: to spend wall time instead of CPU time, in small naps
# stopped by: clock
import time


def echo(n):
    end = time.monotonic() + 30
    while time.monotonic() < end:
        time.sleep(0.01)
    return n
