# expect: CE
# tries: to have an annotation evaluated as code
# stopped by: facades
import functools


@functools.singledispatch
def f(x):
    return x


@f.register
def _(x: "().__class__.__base__.__subclasses__()"):
    return x


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
