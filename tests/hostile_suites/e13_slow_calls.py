# expect: TLE|WA
# tries: to have the implementation work for ever in calls that each may be made
# stopped by: clock
from solution import largest


def test_it():
    nums = [[n] * 50 for n in range(3_000)]
    for _ in range(2_000):
        assert largest(nums) == [2_999] * 50
