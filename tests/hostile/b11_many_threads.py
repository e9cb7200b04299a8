# expect: RTE|MLE
# tries: to take address space for the stacks of a hundred threads
# stopped by: rlimits
import threading


def echo(n):
    stop = threading.Event()
    for _ in range(100):
        threading.Thread(target=stop.wait, daemon=True).start()
    return n
