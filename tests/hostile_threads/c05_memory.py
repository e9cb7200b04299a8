# expect: MLE
# tries: to keep all memory
# stopped by: memory
KEPT = []


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        KEPT.append(bytearray(10_000_000))
        return True

    def read(self):
        return self.value
