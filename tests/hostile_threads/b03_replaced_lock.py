# expect: WA
# tries: to replace the methods of the scheduler's locks
# stopped by: outside
import threading

threading.Lock.acquire = lambda self: True
threading.Lock.release = lambda self: None


class Counter:
    def __init__(self):
        self.lock = threading.Lock()
        self.value = 0

    def add(self, n):
        self.lock.acquire()
        value = self.value
        self.value = value + n
        self.lock.release()
        return True

    def read(self):
        return self.value
