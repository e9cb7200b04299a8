# expect: CE
# tries: to take its entry away again
class Solution:
    def echo(self, n):
        return n


del Solution
