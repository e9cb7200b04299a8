# expect: TLE
# tries: to work in a thread after each answer, while the judge looks at it, and to wait for that
# stopped by: budget
import hashlib
import threading
import time

worker = None


def work():
    # Not before the answer has been sent; and then without the interpreter lock.
    time.sleep(0.005)
    end = time.thread_time() + 1
    while time.thread_time() < end:
        hashlib.pbkdf2_hmac("sha256", b"hostile", b"next", 2000)


def echo(n):
    global worker
    if worker is not None:
        worker.join()
    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    return n
