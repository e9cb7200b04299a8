# expect: TLE
# tries: to look fast by clocks that stand still
# stopped by: clock
import time

time.time = time.perf_counter = time.process_time = time.monotonic = lambda: 0.0
time.time_ns = time.perf_counter_ns = time.process_time_ns = time.monotonic_ns = lambda: 0


def echo(n):
    while time.time() < 1:
        pass
    return n
