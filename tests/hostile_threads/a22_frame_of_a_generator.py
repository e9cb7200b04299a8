# expect: CE
# tries: to walk up the frames to the scheduler
# stopped by: attributes
def g():
    yield


FRAME = g().gi_frame.f_back


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
