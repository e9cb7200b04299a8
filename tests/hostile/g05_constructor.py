# expect: CE
# tries: to be a class that cannot be made without arguments
# stopped by: runner
class Solution:
    def __init__(self, secret):
        self.secret = secret

    def echo(self, n):
        return n
