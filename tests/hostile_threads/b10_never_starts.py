# expect: RTE
# tries: to leave its calls unfinished
# stopped by: deadlock
import threading


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        threading.Event().wait()
        return True

    def read(self):
        return self.value
