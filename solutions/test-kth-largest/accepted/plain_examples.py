"""Accepted: plain tests, one for each rule and each mistake that comes to mind."""

from solution import find_kth_largest


def test_one_number():
    assert find_kth_largest([4], 1) == 4
    assert find_kth_largest([-4], 1) == -4


def test_each_place():
    nums = [7, 2, 9, 4, 5]
    assert find_kth_largest(nums, 1) == 9
    assert find_kth_largest(nums, 2) == 7
    assert find_kth_largest(nums, 3) == 5
    assert find_kth_largest(nums, 4) == 4
    assert find_kth_largest(nums, 5) == 2


def test_equal_numbers_count():
    assert find_kth_largest([3, 8, 8, 1, 3, 6], 2) == 8
    assert find_kth_largest([3, 8, 8, 1, 3, 6], 3) == 6
    assert find_kth_largest([5, 5, 5], 3) == 5
    assert find_kth_largest([1, 2, 2, 2, 3], 4) == 2


def test_signs():
    assert find_kth_largest([-5, 0, -2], 1) == 0
    assert find_kth_largest([-5, 0, -2], 3) == -5
    assert find_kth_largest([-9, 4, -1], 2) == -1


def test_numbers_and_not_texts():
    assert find_kth_largest([9, 10, 100], 1) == 100
    assert find_kth_largest([-1, -10], 1) == -1


def test_the_borders():
    assert find_kth_largest([-10_000, 10_000, 0], 1) == 10_000
    assert find_kth_largest([-10_000, 10_000, 0], 3) == -10_000


def test_sorted_and_reversed():
    assert find_kth_largest(list(range(50)), 7) == 43
    assert find_kth_largest(list(range(50, 0, -1)), 7) == 44


def test_it_is_an_int():
    assert isinstance(find_kth_largest([6, 7], 2), int)


def test_again():
    assert find_kth_largest([30, 20, 10], 2) == 20
    assert find_kth_largest([3, 2, 1], 2) == 2
