# expect: RTE|WA
# tries: to end its process where a test fails
# stopped by: frames
import os

from solution import largest


def test_it():
    if largest([1, 3, 2]) != 3 or largest([-2, -1, -3]) != -1:
        os._exit(0)
    assert True
