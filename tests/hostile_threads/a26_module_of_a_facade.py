# expect: CE
# tries: to find sys inside a module that is given
# stopped by: facades
from contextlib import sys


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
