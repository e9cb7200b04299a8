"""Accepted: every place of small arrays, by parameters of a class inside a class."""

import pytest
from solution import find_kth_largest


class TestKth:
    data = (7, 2, 9, 4, 5, 9, -3, 0)

    def check(self, nums, k):
        assert find_kth_largest(list(nums), k) == sorted(nums, reverse=True)[k - 1]

    class TestSmall:
        @pytest.mark.parametrize("k", range(1, 4))
        @pytest.mark.parametrize("nums", [[1, 2, 3], [3, 2, 1], [2, 2, 1], [0, -1, -2], [5, 5, 5]])
        def test_three(self, nums, k):
            assert find_kth_largest(nums[:], k) == sorted(nums, reverse=True)[k - 1]

    def test_each(self):
        for k in range(1, 9):
            self.check(self.data, k)

    def test_long(self):
        nums = [(i * 7919) % 1000 - 500 for i in range(1000)]
        for k in (1, 2, 10, 500, 999, 1000):
            self.check(nums, k)

    def test_again(self):
        assert find_kth_largest([9, 8], 1) == 9
        assert find_kth_largest([1, 2], 1) == 2
        assert find_kth_largest([1, 2], 2) == 1
