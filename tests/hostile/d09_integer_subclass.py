# expect: WA
# tries: to return a kind of integer whose comparisons it decides
# stopped by: outside-check+runner
class Integer(int):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __hash__ = int.__hash__

    @property
    def __class__(self):
        return int

    def __index__(self):
        return 0

    def __repr__(self):
        return "AC"

    def __reduce__(self):
        return (int, (0,))


def echo(n):
    return Integer(n)
