# expect: AC
# tries: to hold the judge up after the answer: exit handlers and finalizers that never end
# stopped by: outside-check
import atexit
import sys
import threading
import weakref


def forever():
    while True:
        pass


class Kept:
    def __del__(self):
        forever()


kept = Kept()
atexit.register(forever)
weakref.finalize(kept, forever)
threading._register_atexit(forever)


def echo(n):
    sys.modules["kept"] = kept
    return n
