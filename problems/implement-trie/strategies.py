"""Inputs of `implement-trie`: calls with words that are often prefixes of one another."""

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]
Call = tuple[str, str]

MAX_CALLS = 30_000
MAX_LETTERS = 2_000
MAX_ALL_LETTERS = 300_000
LETTERS = "abcdefghijklmnopqrstuvwxyz"
METHODS = {"i": "insert", "s": "search", "p": "starts_with"}
NAMES = list(METHODS.values())  # a list bears to be asked for what cannot be hashed
SIZES = (1, MAX_CALLS)


def edges() -> Iterator[Arguments]:
    """Yield the shortest calls of every well-known mistake, each letter, and each length once."""
    for script in (
        "",
        "s:a",
        "p:a",
        "i:a",
        "i:a s:a p:a",
        "i:a s:b p:b s:aa p:aa",
        "i:ab s:a p:a s:ab p:ab s:b p:b s:abc p:abc",
        "i:ab i:a s:a s:ab p:a",
        "i:a i:ab s:a s:ab p:ab",
        "i:a i:a s:a p:a",
        "s:ab p:ab s:ab p:ab i:ab s:ab p:ab",
        "p:a p:a s:a i:b p:a s:a p:b",
        "i:abc s:ac p:ac s:bc p:bc p:c s:abd p:abd",
        "i:abc i:abd s:ab s:abc s:abd p:ab p:abe",
        "i:abc i:xbd s:abd s:xbc p:xb p:ax",
        "i:aa s:a s:aaa p:a p:aaa i:aaaa s:aaa p:aaa s:aaaa",
        "i:ba s:ab p:ab p:a",
        "i:car i:card i:care s:car s:card s:care s:ca p:car p:cards",
        "i:abc i:b s:b s:c p:c p:bc s:abc",
        "i:ab i:cd s:ad s:cb p:ad p:abcd s:abcd",
        "i:z s:z p:z s:y p:y i:zz s:zz",
        "i:aab s:ab s:aab p:aa p:ab",
        "i:end s:endend p:ende i:isword s:isword s:is p:is",
        "i:none i:children i:word i:root p:childre s:children s:roo",
    ):
        yield _played(script)
    words = ["".join(letters) for n in (1, 2, 3) for letters in product("ab", repeat=n)]
    for word in words:  # all small words, asked for after one or two
        yield _played(" ".join([f"i:{word}", *(f"s:{other} p:{other}" for other in words)]))
        second = words[(words.index(word) * 5 + 3) % len(words)]
        yield _played(" ".join([f"i:{word} i:{second}", *(f"s:{x} p:{x}" for x in words)]))
    for letter in LETTERS:  # a mistake may show at one letter only
        yield _played(f"i:{letter} i:m{letter}n s:{letter} p:m{letter} s:m{letter}n s:m{letter}")
    rng = random.Random(20261112)
    for n in (
        *range(4, 40),
        63,
        64,
        65,
        100,
        127,
        128,
        255,
        256,
        500,
        999,
        1000,
        1001,
        MAX_LETTERS,
    ):
        word = _word(rng, "abc", n)
        longer = f" s:{word}c p:{word}c" if n < MAX_LETTERS else ""
        yield _played(f"i:{word} s:{word} p:{word} s:{word[:-1]} p:{word[:-1]}{longer}")
    for count in (10, 30, 64, 100, 128, 256, 300):  # or after many calls
        known = [_word(rng, "abcd", rng.randint(1, 6)) for _ in range(count)]
        yield _sequence(_mixed(rng, count, known))


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 30 calls with words of few letters and their prefixes."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield many words with many questions: short words, long ones, and common beginnings."""
    rng = random.Random(20261113)
    for n in (300, 3_000):
        yield (
            n,
            _sequence(_mixed(rng, n, [_word(rng, LETTERS, rng.randint(3, 9)) for _ in range(n)])),
        )
    n = MAX_CALLS
    words = [f"{_word(rng, 'abcdefghij', 5)}" for _ in range(n // 2)]
    asked = [("starts_with", word[:4] + "k") for word in words[: n // 4]]
    sought = [("search", word[::-1]) for word in words[: n // 4]]
    yield n, _sequence([("insert", word) for word in words] + asked + sought)
    long = ["ab" * 900 + _word(rng, "abc", 20) for _ in range(12)]
    yield 120, _sequence(_mixed(rng, 120, long))


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n calls, a third of each kind, with words of four to nine letters."""
    known = [_word(rng, LETTERS, rng.randint(4, 9)) for _ in range(n // 2 + 1)]
    return _sequence(_mixed(rng, n, known))


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"calls", "arguments"}:
        return "the arguments must be exactly calls and arguments"
    calls, given = arguments["calls"], arguments["arguments"]
    if not isinstance(calls, list) or not isinstance(given, list) or len(calls) != len(given):
        return "calls and arguments must be lists of one length"
    if not calls or calls[0] != "Trie" or given[0] != [] or len(calls) > MAX_CALLS + 1:
        return f"the calls must be Trie without arguments and at most {MAX_CALLS} others"
    for name, values in zip(calls[1:], given[1:], strict=True):
        if name not in NAMES or not _one_word(values):
            return f"{name!r} must be one of {NAMES} with 1 to {MAX_LETTERS} letters from a to z"
    if sum(len(values[0]) for values in given[1:]) > MAX_ALL_LETTERS:
        return f"all words together have at most {MAX_ALL_LETTERS} letters"
    return None


def _one_word(values: Any) -> bool:
    if not isinstance(values, list) or len(values) != 1 or not isinstance(values[0], str):
        return False
    return 1 <= len(values[0]) <= MAX_LETTERS and set(values[0]) <= set(LETTERS)


def _sequence(calls: list[Call]) -> Arguments:
    return {
        "calls": ["Trie", *(name for name, _ in calls)],
        "arguments": [[], *([word] for _, word in calls)],
    }


def _played(script: str) -> Arguments:
    """Return the calls of a script like `i:ab s:a p:a`."""
    return _sequence([(METHODS[call[0]], call[2:]) for call in script.split()])


def _word(rng: random.Random, letters: str, n: int) -> str:
    return "".join(rng.choices(letters, k=n))


def _mixed(rng: random.Random, count: int, known: list[str]) -> list[Call]:
    """Return calls with known words, their prefixes, and such that differ at the end."""
    calls = []
    for _ in range(count):
        word = rng.choice(known)
        cut = rng.choice((word, word, word[: rng.randint(1, len(word))], word[:-1] + "e"))
        calls.append((rng.choice(NAMES), cut))
    return calls


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    letters = draw(st.sampled_from(("ab", "a", "abc", "az", LETTERS)))
    longest = draw(st.sampled_from((2, 3, 4, 9)))
    word = st.text(st.sampled_from(letters), min_size=1, max_size=longest)
    known = draw(st.lists(word, min_size=1, max_size=5))
    prefixes = [one[:end] for one in known for end in range(1, len(one))]
    choices = st.sampled_from(known + prefixes) | word
    fewest = draw(st.sampled_from((1, 3, 8, 15)))
    names = st.sampled_from(("insert", "search", "starts_with", "search"))
    return _sequence(draw(st.lists(st.tuples(names, choices), min_size=fewest, max_size=30)))
