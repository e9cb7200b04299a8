# expect: AC|WA|TLE
# tries: to compute between the frames, where the clock of the call does not run
# stopped by: outside-check
import gc
import threading
import time


def work(case, n):
    time.sleep(0.0001)
    case.result = sum([1] * n) if n > 0 else n


def echo(n):
    for thing in gc.get_objects():
        if type(thing).__name__ == "FunctionCase":
            threading.Thread(target=work, args=(thing, n), daemon=True).start()
    return None
