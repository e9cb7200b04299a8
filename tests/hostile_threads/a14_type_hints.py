# expect: CE
# tries: to have a text evaluated as code
# stopped by: facades
import typing


def f(x: "().__class__.__base__.__subclasses__()"):
    return x


typing.get_type_hints(f)


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
