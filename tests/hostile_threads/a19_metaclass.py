# expect: CE
# tries: to make a metaclass
# stopped by: syntax
class Meta(type):
    pass


class A(metaclass=Meta):
    pass


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
