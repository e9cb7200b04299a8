# expect: CE
# tries: to leave in the middle of a class
# stopped by: runner
import sys


class Solution:
    sys.exit(0)

    def echo(self, n):
        return n
