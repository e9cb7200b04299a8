# expect: CE
# tries: to run a text as code
# stopped by: names
eval("().__class__")


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
