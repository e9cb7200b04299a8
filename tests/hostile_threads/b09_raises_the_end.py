# expect: RTE|WA
# tries: to end its call with whatever it catches
# stopped by: outside
class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        raise BaseException("over")

    def read(self):
        return self.value
