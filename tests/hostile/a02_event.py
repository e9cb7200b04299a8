# expect: TLE
# tries: to wait for an event that nobody sets
# stopped by: clock
import threading


def echo(n):
    threading.Event().wait()
    return n
