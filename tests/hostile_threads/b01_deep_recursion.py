# expect: RTE|WA
# tries: to let the tracer fail where recursion is deepest, and go on untraced
# stopped by: the trace
class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.dive()
        value = self.value
        self.value = value + n
        return True

    def dive(self):
        try:
            self.dive()
        except RecursionError:
            pass

    def read(self):
        return self.value
