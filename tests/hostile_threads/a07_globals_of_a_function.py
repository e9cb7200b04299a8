# expect: CE
# tries: to reach the scheduler through a method of Lock
# stopped by: attributes
import threading

SPACE = threading.Lock.acquire.__globals__


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
