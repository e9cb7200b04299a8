"""Inputs of `group-anagrams`: words of few letters, many of them shuffled copies of others."""

import random
from collections.abc import Iterator
from itertools import permutations, product
from string import ascii_lowercase
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 10_000
MAX_LETTERS = 100
SIZES = (1, MAX_LENGTH)


def edges() -> Iterator[Arguments]:
    """Yield pairs of telling words, each letter, each length, and the limits."""
    words = ("", "a", "b", "aa", "ab", "ba", "aab", "abb", "aba")
    yield {"strs": []}
    yield from ({"strs": [*pair]} for pair in product(words, repeat=2))
    yield from ({"strs": [word]} for word in ("", "z", "abc", "zz"))
    for strs in (
        ["ad", "bc"],
        ["ac", "bb"],
        ["aad", "abc", "bbb", "aca"],
        ["bdddddddddd", "bbbbbbbbbbc"],
        ["abbbbbbbbbbb", "aaaaaaaaaaab"],
        ["a" * 11 + "b", "a" + "b" * 11],
        ["b", "a" * 10 + "b", "a", "ab" * 6],
        ["eat", "tea", "tan", "ate", "nat", "bat"],
        ["cab", "tin", "pew", "duh", "may", "ill", "buy", "bar", "max", "doc"],
        ["ab", "cd", "ba", "ef", "dc", "ab"],
        ["a", "ab", "abb", "b", "c"],
        ["", "", ""],
        ["x"] * 30,
        [ascii_lowercase, ascii_lowercase[::-1], ascii_lowercase[1:]],
        ["z" * MAX_LETTERS, "z" * (MAX_LETTERS - 1) + "y", "y" + "z" * (MAX_LETTERS - 1)],
        ["a" * MAX_LETTERS],
        ["abc", "cba", "bac", "abcabc", "aabbcc", "abccba"],
        ["".join(order) for order in permutations("abcd")],
        [*ascii_lowercase, *ascii_lowercase[::-1]],
    ):
        yield {"strs": strs}
    for letter in ascii_lowercase:  # a mistake may show at one letter only
        yield {"strs": [letter + "q", "q" + letter, letter + letter, letter, "qq"]}
    rng = random.Random(20260311)
    for n in range(3, 50):  # or at one length of the list, or of the words
        yield {"strs": _some(rng, n, "abc", 3)}
        word = "".join(rng.choices("abcde", k=n))
        yield {"strs": [word, _shuffled(word, rng), word[1:] + "e", word[:-1]]}
    for n in (64, 100, 128, 256, 500):
        yield {"strs": _some(rng, n, "abcd", 4)}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to nine words of few letters, and shuffled copies of some."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield many words: all apart, many in few groups, all alike, and long ones."""
    rng = random.Random(20260312)
    for n in (500, MAX_LENGTH):
        yield n, {"strs": [_numbered(i) for i in range(n)]}
    yield n, {"strs": [_numbered(i // 2)[:: 1 - 2 * (i % 2)] for i in range(n)]}
    yield n, {"strs": _some(rng, n, "abcd", 5)}
    yield n, {"strs": ["ab", "ba"] * (n // 2)}
    long = "abcdefghij" * 9
    yield 1_500, {"strs": [long[i % 10 :] + "z" * (i % 90 // 10) for i in range(1_500)]}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n words of 8 letters, half of them anagrams of the other half."""
    half = ["".join(rng.choices(ascii_lowercase, k=8)) for _ in range((n + 1) // 2)]
    words = half + [_shuffled(word, rng) for word in half]
    rng.shuffle(words)
    return {"strs": words[:n]}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"strs"}:
        return "the arguments must be exactly strs"
    strs = arguments["strs"]
    if not isinstance(strs, list) or len(strs) > MAX_LENGTH:
        return f"strs must be a list of at most {MAX_LENGTH} words"
    letters = set(ascii_lowercase)
    for word in strs:
        if not isinstance(word, str) or len(word) > MAX_LETTERS or not letters.issuperset(word):
            return f"each word must be a text of at most {MAX_LETTERS} letters from a to z"
    return None


def _numbered(i: int) -> str:
    """Return a word that is an anagram of no other: the digits of i are counts of letters."""
    return "".join(letter * (i // 10**at % 10) for at, letter in enumerate("kvbx")) + "m"


def _shuffled(word: str, rng: random.Random) -> str:
    return "".join(rng.sample(word, len(word)))


def _some(rng: random.Random, n: int, letters: str, longest: int) -> list[str]:
    return ["".join(rng.choices(letters, k=rng.randint(0, longest))) for _ in range(n)]


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    letters = draw(st.sampled_from(("ab", "abc", "abyz", ascii_lowercase)))
    longest = draw(st.sampled_from((3, 2, 5, 12)))
    words = draw(st.lists(st.text(letters, max_size=longest), max_size=9))
    copied = draw(st.lists(st.sampled_from(words), max_size=5)) if words else []
    for word in copied:
        words.append("".join(draw(st.permutations(word))))
    return {"strs": draw(st.permutations(words)) if draw(st.booleans()) else words}
