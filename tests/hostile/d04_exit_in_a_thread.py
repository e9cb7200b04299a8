# expect: RTE
# tries: to end the process from a thread while the call is running
# stopped by: outside-check
import os
import threading
import time


def echo(n):
    threading.Thread(target=os._exit, args=(0,)).start()
    time.sleep(1.0)
    return n
