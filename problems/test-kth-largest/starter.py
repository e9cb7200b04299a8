from solution import find_kth_largest


def test_of_the_statement():
    assert find_kth_largest([7, 2, 9, 4, 5], 2) == 7
