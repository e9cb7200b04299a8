# expect: WA
# tries: to pass an object of its own for an integer by changing its class
# stopped by: outside-check+runner
class Own:
    @property
    def __class__(self):
        return int

    def __instancecheck__(self, other):
        return True

    def __eq__(self, other):
        return True

    __hash__ = None


def echo(n):
    own = Own()
    own.val = n
    own.value = n
    return own
