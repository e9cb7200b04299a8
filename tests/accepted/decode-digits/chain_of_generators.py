from itertools import chain

def decode_digits(digits):
    letters = {str(n): chr(64 + n) for n in range(1, 27)}

    def tails(i):
        if i == len(digits):
            return iter([""])
        parts = (digits[i:i + size] for size in (1, 2) if i + size <= len(digits))
        return chain.from_iterable(map(letters[part].__add__, tails(i + len(part))) for part in parts if part in letters)

    return [*tails(0)] if digits else []
