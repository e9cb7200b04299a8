# expect: TLE
# tries: to spin for ever
# stopped by: steps
class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        while True:
            self.value = 0

    def read(self):
        return self.value
