# expect: WA
# tries: to return what is equal to everything
# stopped by: encoding
class Yes(int):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return Yes(self.value)
