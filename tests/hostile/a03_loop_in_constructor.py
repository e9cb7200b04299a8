# expect: TLE
# tries: to run for ever before its method is reached
# stopped by: clock
class Solution:
    def __init__(self):
        while True:
            pass

    def echo(self, n):
        return n
