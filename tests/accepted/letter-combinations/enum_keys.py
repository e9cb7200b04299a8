from enum import Enum

class Key(Enum):
    TWO = ("2", "abc")
    THREE = ("3", "def")
    FOUR = ("4", "ghi")
    FIVE = ("5", "jkl")
    SIX = ("6", "mno")
    SEVEN = ("7", "pqrs")
    EIGHT = ("8", "tuv")
    NINE = ("9", "wxyz")

def letter_combinations(digits):
    table = {key.value[0]: key.value[1] for key in Key}
    if not digits or set(digits) - set(table):
        return []
    words = list(table[digits[-1]])
    for d in digits[-2::-1]:
        words = [c + w for c in table[d] for w in words]
    return words
