# expect: TLE
# tries: to sleep for ever, a little at a time
# stopped by: steps
import time


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        while True:
            time.sleep(1)

    def read(self):
        return self.value
