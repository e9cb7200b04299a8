# expect: CE
# tries: to have a field's name compiled as code
# stopped by: facades
import dataclasses

dataclasses.make_dataclass("A", [("a", int)])


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
