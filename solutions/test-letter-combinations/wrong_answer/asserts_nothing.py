"""Wrong: every key is pressed, and the answers are printed."""

from solution import letter_combinations


def test_it_runs():
    for number in range(200):
        print(number, letter_combinations(str(number)))
