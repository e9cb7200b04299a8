"""Inputs of `word-break`: texts that are joined from words, or nearly so, and the words."""

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from _shared.inputs import different
from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 300
MOST_WORDS = 1_000
LONGEST_WORD = 20
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SIZES = (1, MAX_LENGTH)
DICTIONARIES = (["a"], ["ab"], ["a", "ab"], ["aab", "aa", "b"], ["ba", "a"], ["b", "abb", "aba"])


def edges() -> Iterator[Arguments]:
    """Yield the smallest input of every well-known mistake, and the boundaries."""
    yield from different(_edges())


def generated() -> st.SearchStrategy[Arguments]:
    """Draw words over few letters and a text that is joined from them, often but for a slip."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield the longest texts: with many ways and none, and with as many words as there may be."""
    rng = random.Random(20261201)
    n = MAX_LENGTH
    repeated = ["a" * length for length in range(1, 11)]
    yield 40, {"s": "a" * 39 + "b", "wordDict": repeated}
    yield n, {"s": "a" * (n - 1) + "b", "wordDict": repeated}
    yield n, {"s": "a" * n, "wordDict": repeated}
    yield n, {"s": "b" + "a" * (n - 1), "wordDict": repeated}
    yield n, {"s": "ab" * (n // 2), "wordDict": ["ab", "aba", "ba", "bab", "abab", "baa"]}
    many = list(dict.fromkeys("".join(rng.choices("abc", k=20)) for _ in range(MOST_WORDS)))
    yield n, {"s": "".join(rng.choices(many, k=n // 20)), "wordDict": many}
    yield n, {"s": "".join(rng.choices(many, k=14)) + "c" * 20, "wordDict": many}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n letters a and b, and all words of up to three of them."""
    words = ["".join(word) for length in (1, 2, 3) for word in product("ab", repeat=length)]
    rng.shuffle(words)
    return {"s": "".join(rng.choices("ab", k=n)), "wordDict": words}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"s", "wordDict"}:
        return "the arguments must be exactly s and wordDict"
    s, words = arguments["s"], arguments["wordDict"]
    if not _is_text(s, MAX_LENGTH):
        return f"s must be a text of 1 to {MAX_LENGTH} letters a to z"
    if not isinstance(words, list) or not 1 <= len(words) <= MOST_WORDS:
        return f"wordDict must be a list of 1 to {MOST_WORDS} words"
    if not all(_is_text(word, LONGEST_WORD) for word in words):
        return f"each word must have 1 to {LONGEST_WORD} letters a to z"
    if len(set(words)) < len(words):
        return "the words must be different"
    return None


def _edges() -> Iterator[Arguments]:
    for length in range(1, 5):
        for letters in product("ab", repeat=length):
            yield from _inputs("".join(letters), *DICTIONARIES)
    for s, words in (
        ("a", ["b"]),
        ("a", ["aa"]),
        ("z", ["z"]),
        ("applepenapple", ["apple", "pen"]),
        ("catsandog", ["cats", "dog", "sand", "and", "cat"]),
        ("ccatat", ["cat"]),
        ("cabat", ["aba", "ct"]),
        ("cars", ["car", "ca", "rs"]),
        ("aaaaaaa", ["aaaa", "aaa"]),
        ("aaaaaaa", ["aaaa", "aa"]),
        ("abcd", ["a", "abc", "b", "cd"]),
        ("bb", ["a", "b", "bbb", "bbbb"]),
        ("goalspecial", ["go", "goal", "goals", "special"]),
        ("dogs", ["dog", "s", "gs"]),
        ("abab", ["aba", "b"]),
        ("xyzxy", ["xyz"]),
        ("zxyz", ["xyz"]),
        ("abcxdef", ["abc", "def"]),
        ("abcdee", ["a", "b", "c", "d", "ee"]),
    ):
        yield from _inputs(s, words)
    rng = random.Random(20261130)
    for n in range(5, 81):  # a mistake may show at one length only
        words = _some_words(rng, "ab" if n % 2 else "abc", 3 + n % 4)
        yield from _inputs(_joined(rng, words, n), words)
        yield from _inputs("a" * n, ["aa", "aaaaa"[: 3 + n % 3]], ["aa", "aaaa"])
    for length in range(1, LONGEST_WORD + 1):  # or at one length of a word
        word = "".join(rng.choices(LETTERS, k=length))
        yield from _inputs(word * 3, [word])
        yield from _inputs(word * 2 + word[:-1] + "a", [word, word[:-1] or "q"])
        yield from _inputs("a" * length, ["a" * length])
    for count in range(2, 41):  # or at one number of words, the last of which is needed
        words = [letter + "x" for letter in rng.sample(LETTERS, count // 2)]
        words = list(dict.fromkeys(words + _some_words(rng, "uvw", count - len(words))))
        yield from _inputs(words[0] + words[-1] + words[len(words) // 2], words, words[:-1])
    for letter in LETTERS:
        yield from _inputs("k" + letter + "k", ["k" + letter, "k"], [letter + "k"])
    for n in (127, 128, 129, 199, 200, 255, 256, 299, 300):
        yield from _inputs("ab" * (n // 2) + "a" * (n % 2), ["ab", "aba"], ["ba", "a"], ["a"])


def _is_text(text: object, longest: int) -> bool:
    return isinstance(text, str) and 1 <= len(text) <= longest and set(text) <= set(LETTERS)


def _inputs(s: str, *dictionaries: list[str]) -> Iterator[Arguments]:
    yield from ({"s": s, "wordDict": words} for words in dictionaries if words)


def _some_words(rng: random.Random, letters: str, count: int) -> list[str]:
    words = ("".join(rng.choices(letters, k=rng.randint(1, 5))) for _ in range(count))
    return list(dict.fromkeys(words))


def _joined(rng: random.Random, words: list[str], n: int) -> str:
    """Return n letters of words one after another; the last may be cut off."""
    return "".join(rng.choices(words, k=n))[:n]


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    letters = draw(st.sampled_from(("ab", "abc", "a", LETTERS)))
    longest = draw(st.sampled_from((4, 2, 7, LONGEST_WORD)))
    word = st.text(letters, min_size=1, max_size=longest)
    words = draw(st.lists(word, min_size=1, max_size=6, unique=True))
    s = "".join(draw(st.lists(st.sampled_from(words), min_size=1, max_size=7)))[:MAX_LENGTH]
    slip = draw(st.sampled_from(("none", "none", "letter", "end", "word")))
    place = draw(st.integers(0, len(s) - 1))
    if slip == "letter":
        s = s[:place] + draw(st.sampled_from(letters)) + s[place + 1 :]
    elif slip == "end":
        s = s[: place + 1]
    elif slip == "word" and len(words) > 1:
        words = words[1:]
    return {"s": s, "wordDict": words}
