# expect: TLE
# tries: to compute in a thread while the judge thinks, where no call is timed
# stopped by: clock
import threading
import time

started = False


def burn():
    while True:
        pass


def echo(n):
    global started
    if not started:
        started = True
        threading.Thread(target=burn, daemon=True).start()
    time.sleep(1.2)
    return n
