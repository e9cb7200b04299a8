# expect: TLE
# tries: to wait for a lock that it holds itself
import threading


def echo(n):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
    return n
