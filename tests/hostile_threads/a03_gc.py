# expect: CE
# tries: to find the scheduler among all objects
# stopped by: imports
import gc

FOUND = gc.get_objects()


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
