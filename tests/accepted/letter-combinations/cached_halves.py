from functools import lru_cache
LETTERS = ("", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz")

@lru_cache(maxsize=None)
def words(digits):
    if len(digits) == 1:
        return tuple(LETTERS[int(digits)])
    half = len(digits) // 2
    return tuple(a + b for a in words(digits[:half]) for b in words(digits[half:]))

def letter_combinations(digits):
    return list(words(digits)) if digits else []
