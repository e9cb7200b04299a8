# expect: CE
# tries: to find sys under another name
# stopped by: facades
import collections

SYS = collections._sys


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
