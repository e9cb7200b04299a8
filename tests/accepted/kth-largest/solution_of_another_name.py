from typing import Final, Sequence, TypeAlias

Numbers: TypeAlias = Sequence[int]
LOW: Final = -10_000

class CountingSolution:
    def findKthLargest(self, nums: Numbers, k: int) -> int:
        count = [0] * 20_001
        for n in nums:
            count[n - LOW] += 1
        for value in range(20_000, -1, -1):
            k -= count[value]
            if k <= 0:
                return value + LOW
        raise AssertionError
