"""Moves on texts: simpler and fewer characters."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from judge.reduction.places import Path, put

Arguments = dict[str, Any]

#: With more characters or texts than this, only the first are changed one by one.
TEXTS = 48
#: With no more different characters than this, each two of them are exchanged.
SWAPPED = 12
#: One of each kind that programs tell apart, the simplest first.
LETTERS = "abcAB1234567890 \u00e4\u0100\u4e00\U00010000"
ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "123456789")
#: A field of a text that is a name, as the user in a line of a log.
_NAME = re.compile(r"\b[^\W\d]\w*")


def change_letters(arguments: Arguments, at: list[Path]) -> Iterator[Arguments]:
    """Change every occurrence of a character to a simpler one; exchange two characters."""
    found = list(dict.fromkeys("".join(_texts(arguments, at))))
    for alphabet in ALPHABETS:
        yield _mapped(arguments, at, _letters(dict(zip(found, alphabet, strict=False))))
    for letter in found[:TEXTS]:
        for simple in _simpler(letter):
            yield _mapped(arguments, at, _letters({letter: simple}))
    for one, two in combinations(found if len(found) <= SWAPPED else (), 2):
        yield _mapped(arguments, at, _letters({one: two, two: one}))


def change_letter(arguments: Arguments, at: list[Path]) -> Iterator[Arguments]:
    """Change one character to another of the input's or to a simpler one."""
    found = list(dict.fromkeys("".join(_texts(arguments, at))))[:SWAPPED]
    for path in at:
        text = path.of(arguments)
        if not isinstance(text, str) or len(text) > TEXTS:
            continue
        for i, letter in enumerate(text):
            for simple in dict.fromkeys([*found, *_simpler(letter)]):
                yield put(arguments, path, text[:i] + simple + text[i + 1 :])


def shorten(arguments: Arguments, at: list[Path]) -> Iterator[Arguments]:
    """Change every text that has one value to a shorter one (names, keys)."""
    for text in list(dict.fromkeys(_texts(arguments, at)))[:TEXTS]:
        for short in dict.fromkeys(("a", "b", "c", text[:1], text[: len(text) // 2], text[1:])):
            if short and len(short) <= len(text):
                yield _mapped(arguments, at, _whole(text, short))


def rename(arguments: Arguments, at: list[Path]) -> Iterator[Arguments]:
    """Give all names in the fields of texts one letter each, as they come and in their order."""
    found = (name for text in _texts(arguments, at) for name in _NAME.findall(text))
    names = list(dict.fromkeys(found))
    if any(len(name) > 1 for name in names):
        for each in (names, sorted(names), sorted(names, reverse=True)):
            table = dict(zip(each, ALPHABETS[0], strict=False))
            yield _mapped(arguments, at, _names(table))


def empty(arguments: Arguments, at: list[Path]) -> Iterator[Arguments]:
    """Put two empty texts in the place of one that is not, as two lines in that of one."""
    for path in at:
        value = path.of(arguments)
        if isinstance(value, list) and len(value) <= TEXTS:
            for i, text in enumerate(value):
                if text and isinstance(text, str):
                    yield put(arguments, path, [*value[:i], "", "", *value[i + 1 :]])


def _simpler(letter: str) -> Iterator[str]:
    for simple in LETTERS:
        if simple != letter and (simple.isascii() or simple < letter):
            yield simple
    half = ord(letter) // 2
    if half > 128:
        yield chr(half)


def _texts(arguments: Arguments, at: list[Path]) -> list[str]:
    values = (path.of(arguments) for path in at)
    return [value for value in values if isinstance(value, str)]


def _mapped(arguments: Arguments, at: list[Path], change: Callable[[str], str]) -> Arguments:
    """Return a copy with the texts at some places changed."""
    for path in at:
        value = path.of(arguments)
        if isinstance(value, str):
            arguments = put(arguments, path, change(value))
    return arguments


def _letters(table: dict[str, str]) -> Callable[[str], str]:
    codes = str.maketrans(table)
    return lambda text: text.translate(codes)


def _names(table: dict[str, str]) -> Callable[[str], str]:
    return lambda text: _NAME.sub(lambda found: table.get(found[0], found[0]), text)


def _whole(old: str, new: str) -> Callable[[str], str]:
    return lambda text: new if text == old else text


#: In the order in which they pay.
CHANGES = (rename, empty, change_letters, change_letter, shorten)
