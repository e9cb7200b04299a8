from solution import letter_combinations


def test_of_the_statement():
    assert sorted(letter_combinations("9")) == ["w", "x", "y", "z"]
