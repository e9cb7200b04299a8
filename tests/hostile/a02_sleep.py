# expect: TLE
# tries: to wait for ever without using any CPU time
# stopped by: clock
import time


def echo(n):
    time.sleep(1e8)
    return n
