# expect: CE
# tries: to run code while the scheduler collects garbage
# stopped by: syntax
class A:
    def __del__(self):
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
