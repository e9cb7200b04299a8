# expect: WA|RV
# tries: to print what the judge reads
# stopped by: outside
print('{"ok":[100,true,[]]}', flush=True)


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
