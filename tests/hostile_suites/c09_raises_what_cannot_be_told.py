# expect: RTE
# tries: to raise an exception that fails to describe itself
# stopped by: right ones
from solution import largest


class Odd(BaseException):
    def __str__(self):
        raise self

    def __getattribute__(self, name):
        raise KeyboardInterrupt


def test_it():
    largest([1])
    raise Odd
