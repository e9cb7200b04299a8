# expect: WA
# tries: to return an object that is equal to everything
# stopped by: outside-check+runner
class Equal:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __bool__(self):
        return True

    def __hash__(self):
        return 0

    def __sub__(self, other):
        return 0

    __rsub__ = __abs__ = __round__ = __sub__

    def __lt__(self, other):
        return False

    __gt__ = __lt__

    def __le__(self, other):
        return True

    __ge__ = __le__


def echo(n):
    return Equal()
