# expect: TLE
# tries: to wait for an event that nobody sets
import threading


def echo(n):
    threading.Event().wait()
    return n
