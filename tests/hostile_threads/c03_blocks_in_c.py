# expect: TLE|MLE
# tries: to stay inside one instruction
# stopped by: clock
import itertools


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        return sum(itertools.repeat(0)) == 0

    def read(self):
        return self.value
