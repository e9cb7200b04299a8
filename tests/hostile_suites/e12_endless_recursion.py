# expect: RTE
# tries: to recurse for ever
# stopped by: right ones
from solution import largest


def deeper():
    return deeper()


def test_it():
    largest([1])
    deeper()
