"""Inputs of `word-ladder`: walks over words of few letters, and what hides or breaks them."""

import random
from collections.abc import Iterator
from itertools import islice, pairwise, product
from typing import Any

from _shared.inputs import different
from hypothesis import strategies as st

Arguments = dict[str, Any]

MOST_WORDS = 5_000
LONGEST = 10
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SIZES = (1, MOST_WORDS)


def edges() -> Iterator[Arguments]:
    """Yield small ladders of every kind, well-known ones, and the boundaries."""
    yield from different(_edges())


def generated() -> st.SearchStrategy[Arguments]:
    """Draw a walk from one word to another, mixed with other words and often short of some."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield the longest lists: thick with neighbours, one long ladder, and an end out of reach."""
    rng = random.Random(20261201)
    n = MOST_WORDS
    thick = rng.sample(["".join(word) for word in product("abcdef", repeat=5)], n - 1)
    yield n, _ladder("aaaaa", "zzzzz", [*thick, "zzzzz"])
    begin, *words = islice(_snake(), 1_351)
    yield 1_350, _ladder(begin, words[-1], rng.sample(words, len(words)))
    long = rng.sample(["".join(word) for word in product("ab", repeat=LONGEST)], 1_000)
    long += ["".join(rng.choices("cde", k=LONGEST)) for _ in range(1_000)]
    yield 2_000, _ladder("a" * LONGEST, "b" * LONGEST, list(dict.fromkeys([*long, "b" * LONGEST])))


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n words that all can be reached, but for the end."""
    letters = rng.sample(LETTERS[:-1], 18)
    begin, *words = ("".join(word) for word in islice(product(letters, repeat=4), n))
    words.append("zzzz")
    return _ladder(begin, "zzzz", rng.sample(words, len(words)))


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"beginWord", "endWord", "wordList"}:
        return "the arguments must be exactly beginWord, endWord and wordList"
    begin, end, words = (arguments[name] for name in ("beginWord", "endWord", "wordList"))
    if not isinstance(words, list) or not 1 <= len(words) <= MOST_WORDS:
        return f"wordList must be a list of 1 to {MOST_WORDS} words"
    for word in (begin, end, *words):
        if not isinstance(word, str) or not 1 <= len(word) <= LONGEST:
            return f"each word must have 1 to {LONGEST} letters"
        if len(word) != len(begin) or not set(word) <= set(LETTERS):
            return "all words must have one length, and letters a to z"
    if begin == end:
        return "beginWord and endWord must be different"
    if len(set(words)) < len(words):
        return "the words must be different"
    return None


def _edges() -> Iterator[Arguments]:
    for begin, end, words in (
        ("a", "b", ["b"]),
        ("a", "b", ["a"]),
        ("a", "b", ["c"]),
        ("a", "b", ["a", "b", "c"]),
        ("z", "a", ["a", "z"]),
        ("ab", "ba", ["ba"]),
        ("ab", "ba", ["bb", "ba"]),
        ("ab", "ba", ["aa", "ba"]),
        ("ab", "ba", ["ab", "ba", "ca", "cb"]),
        ("hit", "cog", ["hot", "dot", "dog", "lot", "log", "cog"]),
        ("hit", "cog", ["hot", "dot", "dog", "lot", "log"]),
        ("aa", "zz", ["ab", "ac", "ad", "bd", "cd", "dd", "de"]),
        ("hot", "dog", ["hot", "dog"]),
        ("hot", "dog", ["hot", "dog", "dot"]),
        ("hot", "dog", ["hot", "cog", "dog", "tot", "hog", "hop", "pot", "dot"]),
        ("red", "tax", ["ted", "tex", "red", "tax", "tad", "den", "rex", "pee"]),
        ("abc", "cba", ["bac", "cab", "bca", "acb", "cba"]),
        ("abc", "bca", ["bbc", "bcc", "bca", "bcb"]),
        ("aaaa", "bbbb", ["aaab", "aabb", "abbb", "bbbb", "baaa", "bbaa"]),
        ("aab", "bba", ["aaa", "aba", "bba", "baa", "bab"]),
    ):
        yield _ladder(begin, end, words)
    two = ["".join(word) for word in product("ab", repeat=2)]
    for mask in range(1, 16):  # all lists of words of two letters a and b
        words = [word for place, word in enumerate(two) if mask >> place & 1]
        yield from (_ladder("aa", end, words) for end in two[1:])
    rng = random.Random(20261130)
    for length in range(1, LONGEST + 1):  # a mistake may show at one length of words only
        for changes in range(1, length + 1):
            yield _ladder(*_straight(rng, length, changes))
        yield _ladder("a" * length, "z" * length, ["z" * length])
        yield _ladder(
            "a" * length, "a" * (length - 1) + "q", ["a" * length, "a" * (length - 1) + "q"]
        )
    for rungs in range(1, 41):  # or at one answer, or at one number of words
        begin, *words = islice(_snake(), rungs + 1)
        yield _ladder(begin, words[-1], rng.sample(words, rungs))
        yield _ladder(
            begin, words[-1], [*words[: rungs // 2], *words[rungs // 2 + 1 :]] or ["zzzz"]
        )
        some = dict.fromkeys("".join(rng.choices("abc", k=3)) for _ in range(rungs))
        yield _ladder("aaa", "cbc", list(some) + ["cbc"] * ("cbc" not in some))
    for letter in LETTERS[1:]:
        yield _ladder("aa", letter + letter, ["a" + letter, letter + letter])
        yield _ladder("m" + letter, "ma", ["ma"])


def _ladder(begin: str, end: str, words: list[str]) -> Arguments:
    return {"beginWord": begin, "endWord": end, "wordList": words}


def _straight(rng: random.Random, length: int, changes: int) -> tuple[str, str, list[str]]:
    """Return a ladder that replaces so many different places, and some words beside it."""
    begin = "".join(rng.choices("abcd", k=length))
    word, words = begin, []
    for place in rng.sample(range(length), changes):
        word = word[:place] + rng.choice("wxyz") + word[place + 1 :]
        words.append(word)
        words.append(begin[:place] + "q" + begin[place + 1 :])
    words = list(dict.fromkeys(words))
    return begin, word, rng.sample(words, len(words))


def _snake() -> Iterator[str]:
    """Yield 1,351 words of four letters, each a neighbour of those before and after it only.

    A half of two letters replaces one letter at a time, and the other half follows a step behind.
    """
    halves = [a + b for i, a in enumerate(LETTERS) for b in LETTERS[:: -1 if i % 2 else 1]]
    yield halves[0] * 2
    for half, following in pairwise(halves):
        yield following + half
        yield following * 2


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    length = draw(st.sampled_from((3, 2, 4, 1)))
    letters = draw(st.sampled_from(("abc", "ab", "abcd")))
    word = st.text(letters, min_size=length, max_size=length)
    begin = here = draw(word)
    walk = []
    for _ in range(draw(st.integers(1, 8))):
        place = draw(st.integers(0, length - 1))
        here = here[:place] + draw(st.sampled_from(letters)) + here[place + 1 :]
        walk.append(here)
    end = here if here != begin else begin[:-1] + "z"
    words = [*walk, *draw(st.lists(word, max_size=6))]
    if draw(st.integers(0, 3)) > 0:
        words.append(end)
    if draw(st.booleans()):
        gone = draw(st.sampled_from(walk))
        words = [other for other in words if other != gone] or [begin]
    return _ladder(begin, end, draw(st.permutations(list(dict.fromkeys(words)))))
