"""Inputs of `edit-distance`: pairs of words, often one made of the other by a few steps."""

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from _shared.inputs import different
from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 500
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SIZES = (0, MAX_LENGTH)


def edges() -> Iterator[Arguments]:
    """Yield all pairs of short words over two letters, well-known ones, and the boundaries."""
    yield from different(_edges())


def generated() -> st.SearchStrategy[Arguments]:
    """Draw words over few letters; the second is another one or the first after some steps."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield the longest words: strangers, neighbours, and without a letter in common."""
    rng = random.Random(20261201)
    n = MAX_LENGTH
    yield n, _pair(_word(rng, "abc", n), _word(rng, "abc", n))
    yield n, _pair("a" * n, "b" * n)
    yield n, _pair(word := _word(rng, LETTERS, n), _edited(rng, word, LETTERS, 30)[:n])
    yield n, _pair("", word)
    yield n, _pair(word, "z")
    yield n, _pair("ab" * (n // 2), "ba" * (n // 2 - 20))


def sized(n: int, rng: random.Random) -> Arguments:
    """Return two words of n letters that have little in common."""
    return _pair(_word(rng, "abcd", n), _word(rng, "abcd", n))


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"word1", "word2"}:
        return "the arguments must be exactly word1 and word2"
    for name, word in arguments.items():
        if not isinstance(word, str) or len(word) > MAX_LENGTH or not set(word) <= set(LETTERS):
            return f"{name} must be a word of at most {MAX_LENGTH} letters a to z"
    return None


def _edges() -> Iterator[Arguments]:
    short = ["".join(word) for length in range(4) for word in product("ab", repeat=length)]
    yield from (_pair(first, second) for first, second in product(short, repeat=2))
    for first, second in (
        ("horse", "ros"),
        ("intention", "execution"),
        ("kitten", "sitting"),
        ("saturday", "sunday"),
        ("planet", "plate"),
        ("abcd", "bcda"),
        ("abc", "cab"),
        ("abcdef", "azced"),
        ("teacher", "cheater"),
        ("zoologicoarchaeologist", "zoogeologist"),
        ("a", "z"),
        ("aaaa", "aa"),
        ("ab", "ba"),
        ("abxcd", "abcd"),
        ("pneumonia", "ultra"),
    ):
        yield _pair(first, second)
        yield _pair(second, first)
    rng = random.Random(20261130)
    for n in range(4, 61):  # a mistake may show at one length or one answer only
        word = _word(rng, "abc", n)
        yield _pair(word, _edited(rng, word, "abc", n % 7))
        yield _pair(_word(rng, "abcd", n), _word(rng, "abcd", rng.randint(1, n)))
        yield _pair(*(("a" * n, "") if n % 2 else ("", "b" * n)))
        yield _pair("x" * n, "y" * (n - n % 3))
        yield _pair(word, word)
    for letter in LETTERS:
        yield _pair(letter, "q")
        yield _pair("m" + letter, letter + "m")
    for n in (100, 127, 128, 129, 150):
        word = _word(rng, LETTERS, n)
        yield _pair(word, _edited(rng, word, LETTERS, 9))


def _pair(first: str, second: str) -> Arguments:
    return {"word1": first, "word2": second}


def _word(rng: random.Random, letters: str, n: int) -> str:
    return "".join(rng.choices(letters, k=n))


def _edited(rng: random.Random, word: str, letters: str, steps: int) -> str:
    """Return the word after so many steps at places without order."""
    for _ in range(steps):
        place = rng.randint(0, len(word))
        new = rng.choice(("", *letters))
        word = word[:place] + new + word[place + rng.randint(0, 1) :]
    return word


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    letters = draw(st.sampled_from(("ab", "abc", "abcdef", LETTERS)))
    word = st.text(letters, max_size=draw(st.sampled_from((4, 8, 16))))
    first = draw(word)
    if draw(st.booleans()):
        return _pair(first, draw(word))
    second = first
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(second)))
        new = draw(st.sampled_from(("", *letters)))
        second = second[:place] + new + second[place + draw(st.integers(0, 1)) :]
    return _pair(first, second)
