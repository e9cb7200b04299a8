# expect: CE
# tries: to take its entry away again
# stopped by: runner
class Solution:
    def echo(self, n):
        return n


del Solution
