# expect: CE
# tries: to make a class whose annotations are code
# stopped by: type
import dataclasses

A = type("A", (), {"__annotations__": {"a=print('out'), b": int}})
dataclasses.dataclass(A)


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
