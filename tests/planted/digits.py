"""`decode-digits`: what can be seen of an input, and rare bugs that hang on it."""

from typing import Any

SLUG = "decode-digits"


def seen(digits: str) -> dict[str, Any]:
    """Return what the conditions of the plants may name."""
    n = len(digits)
    ways = [1] + [0] * n
    for end in range(1, n + 1):
        if digits[end - 1] != "0":
            ways[end] = ways[end - 1]
        if end > 1 and "10" <= digits[end - 2 : end] <= "26":
            ways[end] += ways[end - 2]
    pairs = [digits[i : i + 2] for i in range(n - 1)]
    return {
        "digits": digits,
        "n": n,
        "ways": ways[n] if n else 0,
        "pairs": pairs,
        "codes": sum("10" <= pair <= "26" for pair in pairs),
        "zeros": digits.count("0"),
        "distinct": len(set(digits)),
        "ones": digits.count("1"),
        "twos": digits.count("2"),
    }


TWO = [f"{code:02}" for code in range(100)]
VALID = [str(code) for code in range(10, 27)]

PLANTS: list[tuple[str, list[object]]] = [
    ("n == {}", [*range(13), 20]),
    ("n == {} and ways", [*range(1, 10)]),
    ("ways == {}", [*range(7), 8, 9, 10, 12, 13]),
    ("digits == {!r}", [*TWO]),
    ("{!r} in pairs", [*TWO]),
    ("{!r} in pairs and ways", [*VALID, "27", "28", "29", "31", "99", "33", "72"]),
    ("{!r} in pairs and ways > 2", [*VALID]),
    ("ways and digits[:2] == {!r}", [*VALID, "27", "29"]),
    ("ways and digits[-2:] == {!r}", [*VALID, "27", "29", "31"]),
    ("ways and digits[-2:] == {!r} and n > 3", [*VALID]),
    ("digits[:1] == {!r}", [*"0123456789"]),
    ("digits[-1:] == {!r}", [*"0123456789"]),
    ("digits[:1] == {!r} and n > 2", [*"0123456789"]),
    ("digits[-1:] == {!r} and ways > 1", [*"0123456789"]),
    ("zeros == {}", [*range(6)]),
    ("zeros == {} and ways", [*range(4)]),
    ("ones == {}", [*range(9)]),
    ("twos == {}", [*range(8)]),
    ("codes == {}", [*range(9)]),
    ("codes == {} and ways", [*range(7)]),
    ("'00' in digits and n >= {}", [2, 3, 4, 6]),
    ("'0' in digits[{}:] and ways", [1, 2, 3, 4]),
    ("n > {0} and digits[{0}] == '0' and not ways", [0, 1, 2, 3]),
    ("n >= {} and distinct == 1", [2, 3, 4, 5, 6]),
    ("n >= {} and digits == digits[::-1]", [2, 3, 4, 5]),
    ("n >= {} and distinct == n", [3, 4, 5]),
    (
        "{!r} in digits and ways",
        [
            "101",
            "110",
            "120",
            "201",
            "210",
            "111",
            "126",
            "127",
            "226",
            "227",
            "262",
            "112",
            "122",
            "221",
            "212",
            "1020",
            "2020",
        ],
    ),
    ("digits.startswith({!r})", ["1", "10", "26", "27", "20", "11", "00", "01", "30"]),
    ("n > 4 and digits.endswith({!r})", ["10", "20", "0", "1", "26", "27", "6"]),
    ("ways > {}", [3, 5, 8, 13, 20, 34, 100]),
]
