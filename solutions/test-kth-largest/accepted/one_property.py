"""Accepted: what defines the answer: fewer than k are larger, at least k are as large."""

from hypothesis import example, given
from hypothesis import strategies as st

import solution


@st.composite
def questions(draw, numbers):
    nums = draw(st.lists(numbers, min_size=1, max_size=15))
    return nums, draw(st.integers(1, len(nums)))


def check(nums, k):
    answer = solution.findKthLargest(nums, k)
    assert answer in nums
    assert sum(n > answer for n in nums) < k <= sum(n >= answer for n in nums)


@given(questions(st.integers(-3, 3)))
@example(([1, 2], 1))
@example(([1, 2], 2))
def test_few_numbers(question):
    check(*question)


@given(questions(st.integers(-10_000, 10_000)))
@example(([9, 10], 1))
@example(([-7, 5], 1))
def test_all_numbers(question):
    check(*question)
