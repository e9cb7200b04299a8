# expect: RV
# tries: to add a second frame a little after the good one, from a thread
# stopped by: nonce
import os
import threading
import time

started = False


def forge():
    while True:
        time.sleep(0.001)
        os.write(4, bytes(21))


def echo(n):
    global started
    if not started:
        started = True
        threading.Thread(target=forge, daemon=True).start()
        time.sleep(0.01)
    return n
