# expect: TLE
# tries: to keep the interpreter lock in one thread, so that the runner never runs again
# stopped by: clock
import gc
import sys
import threading


def burn():
    while True:
        pass


def echo(n):
    gc.freeze()
    gc.disable()
    sys.setswitchinterval(1e9)
    threading.Thread(target=burn, daemon=True).start()
    while True:
        pass
