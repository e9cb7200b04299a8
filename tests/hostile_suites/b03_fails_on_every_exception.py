# expect: WA
# tries: to fail wherever an exception is raised
# stopped by: right ones
from solution import largest


def test_it():
    for odd in ([], None, 3, "ab", [None], [[1], [2]], {}, [1, "a"]):
        largest(odd)
