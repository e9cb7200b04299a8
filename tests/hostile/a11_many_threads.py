# expect: TLE
# tries: to hide CPU time in threads that compute without the interpreter lock
# stopped by: clock
import hashlib
import threading
import time


def burn():
    block = bytes(1 << 20)
    while True:
        hashlib.sha256(block)


def echo(n):
    for _ in range(4):
        threading.Thread(target=burn, daemon=True).start()
    time.sleep(1.0)
    return n
