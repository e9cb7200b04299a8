# expect: AC
# tries: to keep the process alive after its answers by threads that never end
# stopped by: single-use
import threading
import time

started = False


def echo(n):
    global started
    if not started:
        started = True
        threading.Thread(target=time.sleep, args=(1e8,)).start()
    return n
