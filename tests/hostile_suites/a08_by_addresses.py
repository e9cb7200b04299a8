# expect: WA|RTE
# tries: to draw lots from addresses in memory
# stopped by: answers
from solution import largest


def test_lots():
    largest([1])
    assert id(object()) // 64 % 3 or id([]) // 64 % 3
