# expect: RTE
# tries: to start threads without end
# stopped by: threads
import threading


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        while True:
            threading.Thread(target=threading.Event().wait).start()

    def read(self):
        return self.value
