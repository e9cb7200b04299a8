# expect: TLE
# tries: to stay just under the limit in each case and far over it in all of them
# stopped by: budget
# problem: many
import time


def echo(n):
    end = time.process_time() + 0.25
    while time.process_time() < end:
        pass
    return n
