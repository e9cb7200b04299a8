# expect: CE
# tries: to read the names of a module
# stopped by: names
import threading

SPACE = vars(threading)


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
