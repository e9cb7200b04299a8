"""`letter-combinations`: what can be seen of an input, and rare bugs that hang on it."""

from typing import Any

SLUG = "letter-combinations"


def seen(digits: str) -> dict[str, Any]:
    """Return what the conditions of the plants may name."""
    ways = 1 if digits else 0
    for digit in digits:
        ways *= {"0": 0, "1": 0, "7": 4, "9": 4}.get(digit, 3)
    n = len(digits)
    return {
        "digits": digits,
        "n": n,
        "ways": ways,
        "distinct": len(set(digits)),
        "doubles": sum(digits[i] == digits[i + 1] for i in range(n - 1)),
        "fours": digits.count("7") + digits.count("9"),
    }


PAIRS: list[object] = [a + b for a in "23456789" for b in "23456789"]

PLANTS: list[tuple[str, list[object]]] = [
    ("n == {}", [*range(9)]),
    ("n == {} and ways", [*range(1, 9)]),
    ("n == {} and not ways", [*range(9)]),
    ("{!r} in digits", [*"0123456789"]),
    ("{!r} in digits and ways", [*"23456789"]),
    ("{!r} in digits and ways", PAIRS),
    ("digits == {!r}", [a + b for a in "0123456789" for b in "0123456789"]),
    ("n > 2 and digits[0] == {!r}", [*"0123456789"]),
    ("n > 2 and digits[-1] == {!r}", [*"0123456789"]),
    ("n > 2 and ways and digits[1] == {!r}", [*"23456789"]),
    ("n > 3 and ways and digits[-2] == {!r}", [*"23456789"]),
    ("n > 2 and ways and digits.count({!r}) > 1", [*"23456789"]),
    ("doubles == {}", [*range(1, 5)]),
    ("doubles and ways and n == {}", [2, 3, 4, 5]),
    ("fours == {}", [*range(5)]),
    ("fours == {} and ways", [*range(5)]),
    ("ways == {}", [3, 4, 9, 12, 16, 27, 36, 48, 64, 81, 108, 144, 192, 243, 256, 324]),
    ("ways > {}", [81, 108, 144, 256, 324, 400]),
    ("ways and distinct == {}", [1, 2, 3, 4, 5]),
    ("ways and n > {} and distinct == n", [1, 2, 3]),
    ("ways and n > {} and distinct == 1", [1, 2]),
    ("ways and n > {} and list(digits) == sorted(digits)", [1, 2, 3]),
    ("ways and n > {} and list(digits) == sorted(digits)[::-1]", [1, 2, 3]),
    ("ways and n > {} and digits == digits[::-1]", [1, 2, 3]),
    ("'0' in digits and '1' in digits and n >= {}", [2, 3, 4]),
    ("n > 1 and digits[0] in '01' and digits[-1] == {!r}", [*"0123456789"]),
    ("n > 1 and digits[-1] in '01' and digits[0] == {!r}", [*"23456789"]),
    ("digits.count('0') == {}", [1, 2, 3]),
    ("digits.count('1') == {}", [1, 2, 3]),
]
