# expect: WA
# tries: to go on after its schedule is over
# stopped by: outside
import threading


class Counter:
    def __init__(self):
        self.value = 0
        self.event = threading.Event()
        threading.Thread(target=self.stay).start()

    def stay(self):
        while True:
            try:
                self.event.wait()
            except BaseException:
                continue

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
