# expect: CE
# tries: to read the builtins of the module
# stopped by: names
SYS = __builtins__["__import__"]("sys")


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
