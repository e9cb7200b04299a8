# expect: CE
# tries: to get at the real type through a class
# stopped by: type
TYPE = type(int)
A = TYPE("A", (), {})


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
