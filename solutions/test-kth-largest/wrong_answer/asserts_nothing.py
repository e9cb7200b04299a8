"""Wrong: every line of an implementation is run, and nothing is asserted."""

import random

from solution import find_kth_largest


def test_it_runs():
    for size in range(1, 40):
        find_kth_largest(random.choices(range(-50, 50), k=size), random.randint(1, size))
