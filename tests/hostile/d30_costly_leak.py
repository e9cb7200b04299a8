# expect: WA
# tries: to fail late by a count of its calls, and to make each look for the cause slow
# stopped by: budget
# problem: many
import time

calls = 0


def echo(n):
    global calls
    calls += 1
    if calls <= 2:
        time.sleep(1.3)
    return n if calls < 50 else -1
