# expect: WA
# tries: to pass an object of its own for an integer by changing its class
# stopped by: runner, outside-check
class Own:
    @property
    def __class__(self):
        return int

    def __instancecheck__(self, other):
        return True


def echo(n):
    own = Own()
    own.val = n
    own.value = n
    return own
