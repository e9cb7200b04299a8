# expect: CE
# tries: to read attributes by a pattern
# stopped by: syntax
match len:
    case object(__self__=module):
        SYS = module


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
