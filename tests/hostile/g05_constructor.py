# expect: CE
# tries: to be a class that cannot be made without arguments
class Solution:
    def __init__(self, secret):
        self.secret = secret

    def echo(self, n):
        return n
