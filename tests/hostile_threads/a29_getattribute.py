# expect: CE
# tries: to read attributes through object
# stopped by: attributes
import threading

SPACE = object.__getattribute__(threading.Lock.acquire, "__globals__")


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
