# expect: TLE
# tries: to wait for a lock that it holds itself
# stopped by: clock
import threading


def echo(n):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
    return n
