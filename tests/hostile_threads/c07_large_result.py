# expect: OLE|WA|RTE|MLE
# tries: to return more than is read
# stopped by: encoding, memory
class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        return "x" * 20_000_000

    def read(self):
        return self.value
