# expect: OLE|TLE
# tries: to print for ever
# stopped by: printed
from solution import largest


def test_it():
    largest([1])
    while True:
        print("x" * 100_000)
