# expect: TLE
# tries: to run for ever while it is loaded
class Solution:
    while True:
        pass

    def echo(self, n):
        return n
