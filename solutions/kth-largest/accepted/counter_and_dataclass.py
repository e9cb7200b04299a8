"""Accepted: a Counter walked from the top, helper class and dataclass included."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Ranking:
    counts: Counter = field(default_factory=Counter)

    def add(self, num: int) -> None:
        self.counts[num] += 1

    def place(self, k: int) -> int:
        for value in sorted(self.counts, reverse=True):
            k -= self.counts[value]
            if k < 1:
                return value
        raise ValueError(k)


class Solution:
    def find_kth_largest(self, nums: list[int], k: int) -> int:
        ranking = Ranking()
        for num in nums:
            ranking.add(num)
        return ranking.place(k)


if __name__ == "__main__":
    print(Solution().find_kth_largest([3, 1, 2], int(input())))
