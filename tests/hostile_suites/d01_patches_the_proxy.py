# expect: WA
# tries: to answer itself in place of the implementation
# stopped by: share
import solution

solution.largest = max


def test_it():
    assert solution.largest([1, 3, 2]) == 3
    assert solution.largest([-2, -1]) == -1
