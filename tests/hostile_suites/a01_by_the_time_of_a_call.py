# expect: WA|RTE
# tries: to tell right from wrong by how long a call takes
# stopped by: answers
import time

from solution import largest


def test_time():
    began = time.perf_counter()
    largest(list(range(20_000, 0, -1)))
    assert time.perf_counter() - began > 0.002
