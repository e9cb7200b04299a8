# expect: WA|RTE
# tries: to tell right from wrong by its own CPU time
# stopped by: answers
import time

from solution import largest


def test_time():
    began = time.process_time_ns()
    largest([1])
    assert (time.process_time_ns() - began) // 1000 % 2
