# expect: CE
# tries: to find a class that leads to a module
# stopped by: attributes
FOUND = ().__class__.__base__.__subclasses__()


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
