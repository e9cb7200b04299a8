# expect: TLE
# tries: to answer and then keep the interpreter lock, so that the answer is never read
# stopped by: clock
import sys
import threading


def burn():
    while True:
        pass


def echo(n):
    sys.setswitchinterval(1e9)
    threading.Thread(target=burn, daemon=True).start()
    return n
