# expect: CE
# tries: to write names into another module by a method of Enum
# stopped by: attributes
import enum

enum.IntEnum._convert_("E", "python_guest.threads.scheduler", lambda name: True)


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
