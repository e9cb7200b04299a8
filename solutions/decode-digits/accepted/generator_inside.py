"""Accepted: a recursive generator inside, a sorted list outside, a helper class for the code."""


class Code:
    def __init__(self):
        self.letters = dict(zip(map(str, itertools.count(1)), string.ascii_uppercase))

    def walk(self, digits):
        if not digits:
            yield ""
        for size in range(1, min(2, len(digits)) + 1):
            letter = self.letters.get(digits[:size])
            if letter:
                for rest in self.walk(digits[size:]):
                    yield letter + rest


class Solution(object):
    def decode_digits(self, digits):
        """
        :type digits: str
        :rtype: List[str]
        """
        return sorted(Code().walk(digits)) if digits else []
