"""Accepted: a recursive generator inside and a list outside, with a helper dataclass."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    digit: str
    letters: str


KEYS = [Key("2", "abc"), Key("3", "def"), Key("4", "ghi"), Key("5", "jkl"),
        Key("6", "mno"), Key("7", "pqrs"), Key("8", "tuv"), Key("9", "wxyz")]


class Keypad:
    def __init__(self, keys):
        self.letters = {key.digit: key.letters for key in keys}

    def texts(self, digits):
        if digits == "":
            yield ""
        else:
            for c in self.letters.get(digits[0], ""):
                for rest in self.texts(digits[1:]):
                    yield c + rest


class Solution:
    def letter_combinations(self, digits: str) -> List[str]:
        return [text for text in Keypad(KEYS).texts(digits) if text]


if __name__ == "__main__":
    print(Solution().letter_combinations(input("digits? ")))
