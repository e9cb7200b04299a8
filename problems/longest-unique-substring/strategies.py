"""Inputs of `longest-unique-substring`: texts over alphabets of every width."""

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 100_000
SIZES = (0, MAX_LENGTH)
BIGGEST_DRAWN = 50
# Planes, rows and cells of characters that hide one another: CPython's search in a string looks
# for the low byte only, at the speed of memchr, and asks again at each hit. So few low bytes that
# it stops every few characters make str.find, str.rfind and `in` as slow as a loop in C.
PLANES, ROWS, CELLS = range(1, 17), range(256), range(1, 26)
LAST_TWICE = "\U00100000"  # none of them: its low byte is 0
WIDE = 0x4E00  # a block of 20,992 characters below U+FFFF

ALPHABETS = (
    "abcd",
    "ab",
    "abcdefghijklmnopqrstuvwxyz",
    "aAbBcC",
    "a \t\n",
    "01 -",
    "1\u0661\uff11\u0967a",  # the same digit in four scripts
    "a\r\n",
    "a\ufeff\u2028\u200d\xad\U0010ffff",
    "aeé\u0301",
    "xäßẞ\u017f",
    "\x00\x7f\x80\xff\u0100",
    "日本語a",
    "😀😁a\ufffd",
    "Aa\U00010041\u0141\u0241\u4e61",  # the same last byte, or the same last two
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,",
)


def edges() -> Iterator[Arguments]:
    """Yield the smallest input of every well-known mistake, and the boundaries."""
    for s in ("", "a", "aa", "ab", "aba", "abba", "abab", "aab", "abb", "abc", "dvdf", "tmmzuxt"):
        yield {"s": s}
    for s in ("abcabc", "abcdbe", "abcdd", "abcdc", "abcadefg", "abcdeafbdgcbb", "aabaab!bb"):
        yield {"s": s}
    for s in (" ", "  ", "a b", " a ", "a a", "\n", "\t \n", "aA", "AaA", "aAbB", "0", "10", "00"):
        yield {"s": s}
    for s in (
        "\x00",
        "\x00\x00",
        "a\x00b",
        "\x7f\x80",
        "é",
        "e\u0301é",
        "ßẞss",
        "\u017fs",
        "İi",
        "ÿĀ",
        "\r\n",
        "\n\r",
        "a\r\nb\n",
        "1\u0661",
        "7\uff17",
        "\u0663\u0969",
        "2\xb2",
    ):
        yield {"s": s}
    for s in (
        "日本日",
        "日本語",
        "😀",
        "😀😀",
        "😀😁",
        "a😀b😀c",
        "\uffff\U00010000",
        "AŁ\U00010041",
    ):
        yield {"s": s}
    letters = "abcdefghijklmnopqrstuvwxyz"
    for s in (letters, letters + letters[::-1], letters * 2, letters + letters.upper()):
        yield {"s": s}
    rng = random.Random(20260110)
    for length in range(8, BIGGEST_DRAWN + 15):  # a mistake may show at one length only
        few = letters[: 2 + length % 12]
        yield {"s": "".join(rng.choice(few) for _ in range(length))}
        yield {"s": "".join(map(chr, range(0x3B1, 0x3B1 + length)))}
    for length in range(4, 27):  # it begins and ends alike, round a longest piece of every length
        yield {"s": letters[:length] + "a"}
        yield {"s": "xx" + letters[:length] + "xx"}
        yield {"s": "a" + "".join(rng.choice(letters[:5]) for _ in range(length)) + "a"}
    unseen = "\x0b\x0c\x1c\x7f\x85\xa0\xad\u034f\u061c\u180e\u200b\u200d\u2028\u2029\u2060\u3000"
    last = "\ufe0f\ufeff\ufffd\uffff\U000e0001\U000f0000\U0010ffff"
    for c in " \t\n\r\x0009aAzZ_-.\"'\\é日😀" + unseen + last:
        yield {"s": c + "bcb"}
        yield {"s": "bcb" + c}
    yield {"s": "".join(map(chr, range(32, 127))) + " "}
    yield {"s": "".join(map(chr, range(256)))}
    yield {"s": "".join(map(chr, range(300)))}
    yield {"s": "".join(map(chr, range(0xFFF0, 0x10010)))}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw texts up to 50 characters, over few and over many characters of all planes."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield long texts over two, 26, 20,000 and all different characters."""
    rng = random.Random(20260103)
    different = _different(random.Random(20260121))
    for n in (200, 2_000, MAX_LENGTH):
        yield n, {"s": "".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(n))}
        yield n, {"s": _characters(WIDE, min(n // 5, 20_000)) * 5}
        yield n, {"s": different[: n - 2] + 2 * LAST_TWICE}
    yield MAX_LENGTH, {"s": "a" * MAX_LENGTH}
    yield MAX_LENGTH, {"s": "ab" * (MAX_LENGTH // 2)}
    there = _characters(WIDE, 20_000)
    yield MAX_LENGTH, {"s": (there + there[::-1]) * 2 + there}
    yield MAX_LENGTH, {"s": "a" * (MAX_LENGTH - 3) + "bcd"}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return a text of n characters whose longest piece without a repeat grows with n."""
    alphabet = rng.sample(range(WIDE, WIDE + 20_000), max(min(n // 5, 20_000), 1))
    period = "".join(map(chr, alphabet))
    return {"s": (period * (n // len(period) + 1))[:n]}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"s"}:
        return "the arguments must be exactly s"
    s = arguments["s"]
    if not isinstance(s, str):
        return "s must be a string"
    if len(s) > MAX_LENGTH:
        return f"s must have at most {MAX_LENGTH} characters"
    if any("\ud800" <= c <= "\udfff" for c in s):
        return "s must not hold halves of surrogate pairs"
    return None


def _characters(first: int, count: int) -> str:
    return "".join(map(chr, range(first, first + count)))


def _different(rng: random.Random) -> str:
    """Return 102,400 different characters in any order, hard to tell apart by their low bytes."""
    codes = [plane << 16 | row << 8 | cell for plane in PLANES for row in ROWS for cell in CELLS]
    rng.shuffle(codes)
    return "".join(map(chr, codes))


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    if draw(st.integers(0, 9)) == 9:
        return {"s": draw(st.text(max_size=BIGGEST_DRAWN))}
    alphabet = draw(st.sampled_from(ALPHABETS))
    fewest = draw(st.sampled_from((0, 2, 5, 12, BIGGEST_DRAWN)))
    longest = max(fewest, BIGGEST_DRAWN // 2)
    letters = st.sampled_from(alphabet)
    return {"s": "".join(draw(st.lists(letters, min_size=fewest, max_size=longest)))}
