# expect: WA
# tries: to count right ones as caught by calls that they cannot survive
# stopped by: right ones
from solution import largest


def test_it():
    largest([(((1,),),)] * 3)
    largest(["x" * 3_000_000, 1])
