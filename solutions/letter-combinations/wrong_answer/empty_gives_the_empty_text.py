"""Wrong: no test for the empty string: "" gives [""]."""


def letter_combinations(digits):
    letters = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
    words = [""]
    for digit in digits:
        words = [word + c for word in words for c in letters.get(digit, "")]
    return words
