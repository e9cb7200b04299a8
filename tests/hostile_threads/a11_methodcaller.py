# expect: CE
# tries: to let operator call the method
# stopped by: facades
import operator

FOUND = operator.methodcaller("__subclasses__")(object)


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
