# expect: TLE|WA|RTE|MLE
# tries: to send large arguments over and over
# stopped by: clock
from solution import largest


def test_it():
    nums = list(range(200_000))
    for _ in range(500):
        assert largest(nums) == 199_999
