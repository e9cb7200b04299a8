# expect: CE
# tries: to let functools copy the attribute to an object of its own
# stopped by: facades
import functools
import threading


class Thief:
    def __setattr__(self, name, value):
        STOLEN.append(value)


STOLEN = []
functools.update_wrapper(Thief(), threading.Lock.acquire, assigned=("__globals__",), updated=())
SYS = STOLEN[0]["sys"]


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
