# expect: RTE
# tries: to end its process before anything is said
# stopped by: frames
import os

from solution import largest


def test_it():
    largest([1])
    os._exit(0)
