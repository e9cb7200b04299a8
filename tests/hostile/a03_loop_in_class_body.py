# expect: TLE
# tries: to run for ever while it is loaded
# stopped by: clock
class Solution:
    while True:
        pass

    def echo(self, n):
        return n
