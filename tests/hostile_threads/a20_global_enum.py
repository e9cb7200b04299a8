# expect: CE
# tries: to write names into the module of the scheduler
# stopped by: facades
import enum

enum.global_enum(enum.Enum("E", {"len": 1}, module="python_guest.threads.scheduler"))


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
