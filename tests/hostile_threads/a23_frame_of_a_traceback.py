# expect: CE
# tries: to walk up the frames from an exception
# stopped by: attributes
try:
    1 / 0
except ZeroDivisionError as error:
    FRAME = error.__traceback__.tb_frame


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
