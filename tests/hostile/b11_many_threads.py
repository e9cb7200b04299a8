# expect: RTE|MLE
# tries: to take address space for the stacks of ten thousand threads
# stopped by: rlimits
# unshown: the container bounds threads too
import threading


def echo(n):
    stop = threading.Event()
    for _ in range(10_000):
        threading.Thread(target=stop.wait, daemon=True).start()
    return n
