"""Lists and numbers, against the smallest input that shows a candidate's mistake."""

from collections.abc import Iterator

import pytest

from judge.reduction.reducer import reduce_input
from tests.judge.reduction.interfaces import (
    KTH,
    Arguments,
    Function,
    differs,
    kth_fault,
    moves,
)


def kth(nums: list[int], k: int) -> int:
    return sorted(nums)[-k]


@pytest.mark.parametrize(
    ("wrong", "nums", "k"),
    [
        pytest.param(lambda nums, k: sorted(nums)[k - 1], [1, 2], 1, id="k-th smallest"),
        pytest.param(lambda nums, k: sorted(nums)[::-1][k], [1], 1, id="index error at k = n"),
        pytest.param(lambda nums, k: sorted(set(nums))[-k], [1, 1], 2, id="duplicates dropped"),
        pytest.param(lambda nums, k: kth([max(n, 0) for n in nums], k), [-1], 1, id="zero least"),
        pytest.param(lambda nums, k: sorted(nums, key=abs)[-k], [1, -1], 1, id="absolute values"),
        pytest.param(
            lambda nums, k: kth(nums, k) + (k == len(nums) > 3), [1, 2, 3, 4], 4, id="k = n"
        ),
        pytest.param(
            lambda nums, k: kth(nums, k) + any(n < -1 and nums.count(n) > 1 for n in nums),
            [-2, -2],
            1,
            id="negative duplicates",
        ),
        pytest.param(lambda nums, k: min(kth(nums, k), 4_999), [5_000], 1, id="too small a table"),
    ],
)
def test_a_list_and_its_number_come_down_together(wrong: Function, nums: list[int], k: int) -> None:
    """From a long list with big numbers to the smallest that a person would write."""
    many = [17, 5_113, -40, 5_113, -977, 17, -40, 8, 9_001, -40, 3, 12]
    starts: Iterator[Arguments] = (
        {"nums": many[:n], "k": k} for n in range(12, 0, -1) for k in (n, 1, 2) if k <= n
    )
    fails = differs(kth, wrong)
    start = next(start for start in starts if fails(start))
    found = reduce_input(moves(KTH), kth_fault, start, fails)
    assert found.arguments == {"nums": nums, "k": k}
    assert found.minimal
    assert found.calls <= 600
