# expect: CE
# tries: to let operator read the attribute
# stopped by: facades
import operator
import threading

SPACE = operator.attrgetter("__globals__")(threading.Lock.acquire)


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
