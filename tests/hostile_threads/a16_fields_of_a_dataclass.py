# expect: CE
# tries: to write annotations that are compiled as code
# stopped by: names
import dataclasses


@dataclasses.dataclass
class A:
    __annotations__ = {"a=print('out'), b": int}


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
