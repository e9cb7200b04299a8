"""Does not load: a test by another name than pytest looks for."""

from solution import find_kth_largest


def kth_largest_test():
    assert find_kth_largest([2, 1], 1) == 2
