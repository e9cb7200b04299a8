# expect: RTE|WA
# tries: to add where recursion is so deep that it cannot be traced
# stopped by: the trace
class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        try:
            self.add(n)
        except RecursionError:
            value = self.value
            self.value = value + n
        return True

    def read(self):
        return self.value
