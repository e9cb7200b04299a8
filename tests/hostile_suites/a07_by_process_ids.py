# expect: WA|RTE
# tries: to know by its process id which run this is
# stopped by: fresh programs
import os

from solution import largest


def test_order():
    largest([1])
    assert os.getpid() % 7 and os.getppid() % 7
