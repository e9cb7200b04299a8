from solution import length_of_longest_substring


def test_of_the_statement():
    assert length_of_longest_substring("roadrunner") == 6
