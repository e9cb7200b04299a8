# expect: CE
# tries: to take real locks
# stopped by: imports
import _thread

LOCK = _thread.allocate_lock()


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
