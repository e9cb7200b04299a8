# expect: TLE
# tries: to spin where nothing is touched
# stopped by: clock
class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        while True:
            pass

    def read(self):
        return self.value
