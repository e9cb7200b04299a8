# expect: CE
# tries: to hand getattr a text that changes
# stopped by: getattr
import threading


class Name(str):
    def __eq__(self, other):
        return False

    def __hash__(self):
        return 1


SPACE = getattr(threading.Lock.acquire, Name("__globals__"))


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
