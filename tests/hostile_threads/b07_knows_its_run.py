# expect: WA
# tries: to be right in the first schedules only
# stopped by: outside
RUNS = []


class Counter:
    def __init__(self):
        self.value = 0
        RUNS.append(self)

    def add(self, n):
        if len(RUNS) < 2:
            self.value += n
            return True
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
