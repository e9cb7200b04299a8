# expect: CE
# tries: to read attributes by a pattern's positions
# stopped by: names
class A:
    __match_args__ = ("__self__",)


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
