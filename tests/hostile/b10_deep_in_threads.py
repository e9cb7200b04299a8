# expect: RTE|MLE|TLE
# tries: to run over the end of a thread's small stack, which no limit knows of
# stopped by: runner
# problem: roomy
import _thread
import sys
import threading
import time

sys.setrecursionlimit(10**9)


def down(depth):
    return sorted([depth + 1], key=down)


def echo(n):
    threading.stack_size(32 * 1024)
    threads = [threading.Thread(target=down, args=(n,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    _thread.start_new_thread(down, (n,))
    for thread in threads:
        thread.join()
    time.sleep(9)
