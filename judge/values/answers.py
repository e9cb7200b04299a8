"""Read the answers of programs: hostile JSON with tags becomes plain values, nodes and trees.

Work and memory are bounded by a small multiple of the answer's length. The tags are those that a
guest writes (`judge/languages/python/guest/values.py`); any others are refused.
"""

import re
from collections.abc import Callable
from typing import Any

from judge.records import dataclass
from judge.values import strict_json
from judge.values.bulk import MANY_BYTES, no_collections
from judge.values.strict_json import StrangeError, text_of

MAX_HEX_DIGITS = 100_002
#: Most comparisons that sets and dictionaries may cost if all their keys collide: the square of
#: the number of keys, times the size of the largest key.
HASHING_BUDGET = 100_000_000
#: Of hostile text in an answer or an error, at most so much is kept.
TEXT_CHARS = 16_384


@dataclass(frozen=True, slots=True)
class Node:
    """A returned node, as its value."""

    value: Any


@dataclass(frozen=True, slots=True)
class Tree:
    """A returned tree, as its values in level order."""

    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A returned linked list, as its values."""

    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """A value that cannot be an answer: the name of its type, and a hint. Both are hostile text."""

    type: str
    text: str


def read_answer(payload: bytes) -> Any:
    """Return the value of an answer. Raises what `strict_json.read` raises, and `TypeError`."""
    if len(payload) < MANY_BYTES:
        return strict_json.read(payload, _Tags().value)
    with no_collections():
        return strict_json.read(payload, _Tags().value)


class _Tags:
    """Converts tagged objects to values, bottom up, within one hashing budget."""

    def __init__(self) -> None:
        self._budget = HASHING_BUDGET
        self._sizes: dict[int, tuple[Any, int]] = {}

    def value(self, pairs: list[tuple[str, Any]]) -> Any:
        """Return the value of a JSON object; its keys, their order and types must be exact."""
        keys = [key for key, _ in pairs]
        if keys == ["t", "type", "text"] and pairs[0][1] == "other":
            return Foreign(text_of(pairs[1][1])[:TEXT_CHARS], text_of(pairs[2][1])[:TEXT_CHARS])
        if keys != ["t", "v"]:
            raise StrangeError("an object with unknown keys")
        tag, content = pairs[0][1], pairs[1][1]
        if type(tag) is not str:
            raise StrangeError("a tag that is no text")
        if tag == "node":
            return Node(content)
        if tag in _SCALAR_TAGS:
            return _SCALAR_TAGS[tag](content)
        if type(content) is not list:
            raise StrangeError(f"a {tag[:20]} without its members")
        return self._container(tag, content)

    def _container(self, tag: str, members: list[Any]) -> Any:
        if tag == "dict":
            self._spend([key for key, _ in members])
            return {key: value for key, value in members}  # noqa: C416 - unpacking rejects what is not a pair
        if tag in {"set", "frozenset"}:
            self._spend(members)
            return set(members) if tag == "set" else frozenset(members)
        if tag == "tuples":
            return _with_tuples(*members)
        if tag in _SEQUENCE_TAGS:
            return _SEQUENCE_TAGS[tag](tuple(members))
        raise StrangeError("an unknown tag")

    def _spend(self, keys: list[Any]) -> None:
        """Charge keys that can be made to collide, in quadratic time: all but text."""
        if set(map(type, keys)) <= {str}:
            return
        self._budget -= len(keys) ** 2 * max(map(self._size, keys), default=1)
        if self._budget < 0:
            raise StrangeError("too many keys")

    def _size(self, value: Any) -> int:
        """Return how many comparisons it takes to tell a value from one that is nearly equal.

        Computed once for each container: one that lies inside many sets is not walked again.
        """
        if isinstance(value, int):
            return 1 + value.bit_length() // 512
        if isinstance(value, str | bytes):
            return 1 + len(value) // 512
        if not isinstance(value, Node | Tree | Linked | tuple | frozenset):
            return 1
        held, size = self._sizes.get(id(value), (None, 0))
        if held is not value:
            size = self._size_inside(value)
            # Keeps the value alive, so that its id stays unique.
            self._sizes[id(value)] = value, size
        return size

    def _size_inside(self, value: Any) -> int:
        if isinstance(value, Node | Tree | Linked):
            # compared by a method in Python, far slower than the others
            inside = value.value if isinstance(value, Node) else value.values
            return 30 + 2 * self._size(inside)
        return 1 + sum(map(self._size, value))


def _with_tuples(members: Any, places: Any) -> list[Any]:
    """Return a list of which the members at these places are tuples, sent as lists."""
    if type(members) is not list or type(places) is not list or set(map(type, places)) - {int}:
        raise StrangeError("tuples without their places")
    if places != sorted(set(places)) or (
        places and not 0 <= places[0] <= places[-1] < len(members)
    ):
        raise StrangeError("places that are none")
    chosen = [members[place] for place in places]
    if set(map(type, chosen)) - {list}:
        raise StrangeError("a tuple where there is none")
    for place, one in zip(places, map(tuple, chosen), strict=True):
        members[place] = one
    return members


def _hexadecimal(text: Any) -> int:
    if type(text) is not str or len(text) > MAX_HEX_DIGITS or not _HEX.fullmatch(text):
        raise StrangeError("not a hexadecimal number")
    return int(text, 16)


def _special_float(text: Any) -> float:
    if text not in {"nan", "inf", "-inf"}:
        raise StrangeError("not a special float")
    return float(text)


def _bytes(text: Any) -> bytes:
    return text_of(text).encode("latin-1")


def _same(members: tuple[Any, ...]) -> tuple[Any, ...]:
    return members


_HEX = re.compile(r"-?0x[0-9a-f]+")
_SCALAR_TAGS: dict[str, Callable[[Any], Any]] = {
    "int": _hexadecimal,
    "float": _special_float,
    "bytes": _bytes,
}
_SEQUENCE_TAGS: dict[str, Callable[[tuple[Any, ...]], Any]] = {
    "tuple": _same,
    "tree": Tree,
    "linked": Linked,
}
