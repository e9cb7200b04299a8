# expect: CE
# tries: to spell the name of an attribute at run time
# stopped by: getattr
import threading

SPACE = getattr(threading.Lock.acquire, "__glo" + "bals__")


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
