# expect: AC
# tries: to tell a timed run by the grain of its clocks and its cores, which gains it nothing
# stopped by: outside-check
import os
import time


def echo(n):
    for clock in (time.CLOCK_MONOTONIC, time.CLOCK_PROCESS_CPUTIME_ID, time.CLOCK_REALTIME):
        time.clock_getres(clock)
    first = time.perf_counter_ns()
    while time.perf_counter_ns() == first:
        pass
    os.sched_getaffinity(0)
    os.times()
    return n
