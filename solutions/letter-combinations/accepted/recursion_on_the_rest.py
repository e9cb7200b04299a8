"""Accepted: recursion on the rest of the string, as a bare method."""


def letterCombinations(self, digits):
    letters = dict(zip("23456789", "abc def ghi jkl mno pqrs tuv wxyz".split()))

    def combine(rest):
        if not rest:
            return [""]
        return [c + tail for c in letters.get(rest[0], "") for tail in combine(rest[1:])]

    return combine(digits) if digits else []
