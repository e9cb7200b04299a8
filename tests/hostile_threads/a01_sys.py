# expect: CE
# tries: to stop the tracer with sys.settrace
# stopped by: imports
import sys

sys.settrace(None)


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
