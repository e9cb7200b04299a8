"""Moves that tell equal values apart: what is equal in an input shall be so because it must.

Peers are values that a reader compares: the elements of a list, the characters of a text, and what
the calls of one method are given at one place. Each candidate has fewer equal peers.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from judge.reduction.places import Path, put

Arguments = dict[str, Any]
Peers = list[Path]

#: Of more peers than this, none is changed.
MOST = 48
#: So many values are tried in place of one.
TRIED = 3
ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "1234567890",
)


def apart(
    peers: Callable[[Arguments], list[Peers]],
    at: Callable[[Arguments], list[Path]],
    *,
    named: bool,
) -> Callable[[Arguments], Iterator[Arguments]]:
    """Return the move over groups of peers, and over the texts of the places `at`.

    `named`: what is equal at any of these places may name one thing, so it is changed together too.
    """

    def move(arguments: Arguments) -> Iterator[Arguments]:
        every = at(arguments)
        for group in peers(arguments):
            for kind, changed in ((int, _numbers_apart), (str, _texts_apart)):
                few = _of_type(arguments, group, kind)
                yield from changed(arguments, few)
                if named:
                    yield from _names_apart(arguments, few, _of(arguments, every, kind))
        for path in every:
            text = path.of(arguments)
            if isinstance(text, str) and 1 < len(text) <= MOST:
                for other in _letters_apart(text):
                    yield put(arguments, path, other)

    return move


def roles_apart(arguments: Arguments, roles: list[Peers]) -> Iterator[Arguments]:
    """Rename a text in one role that stands in an earlier one too: `a` may be a user or a topic.

    It is renamed at all places of the role, so what is equal within one stays equal.
    """
    texts = [_of(arguments, role, str) for role in roles]
    used = [path.of(arguments) for role in texts for path in role]
    earlier: set[str] = set()
    for role in texts:
        values = dict.fromkeys(path.of(arguments) for path in role)
        for value in values:
            other = next(_other_texts(value, used), value)
            if value in earlier and other != value:
                same = [path for path in role if path.of(arguments) == value]
                yield _put_all(arguments, same, [other] * len(same))
        earlier.update(values)


def elements(arguments: Arguments, at: list[Path]) -> list[Peers]:
    """Return the elements of each list, as peers."""
    lists = [path for path in at if isinstance(path.of(arguments), list)]
    return [[Path((*p.steps, i)) for i in range(len(p.of(arguments)))] for p in lists]


def same_places(arguments: Arguments) -> list[Peers]:
    """Return what the calls of each method are given at each place, as peers."""
    found: dict[tuple[str, int], Peers] = {}
    for index, (name, given) in enumerate(
        zip(arguments["calls"], arguments["arguments"], strict=True)
    ):
        for place in range(len(given)):
            path = Path(("arguments", index, place))
            found.setdefault((name, place), []).append(path)
    return list(found.values())


def _of_type(arguments: Arguments, peers: Peers, kind: type) -> Peers:
    """Return the peers of one type, if some are equal and they are few."""
    found = _of(arguments, peers, kind)
    different = {path.of(arguments) for path in found}
    return found if len(different) < len(found) <= MOST else []


def _of(arguments: Arguments, at: list[Path], kind: type) -> list[Path]:
    return [path for path in at if type(path.of(arguments)) is kind]


def _names_apart(arguments: Arguments, peers: Peers, every: list[Path]) -> Iterator[Arguments]:
    """Change a value that is there already, with all that equal it from there on, or with one."""
    values = [path.of(arguments) for path in peers]
    used = [path.of(arguments) for path in every]
    for place in _repeated(values):
        value, path = values[place], peers[place]
        other = next(_others(value, used), value)
        first = every.index(path) + 1
        later = [path for path in every[first:] if path.of(arguments) == value]
        for more in (later, *([one] for one in later)):
            changed = [path, *more]
            yield _put_all(arguments, changed, [other] * len(changed))


def _others(value: Any, used: Sequence[Any]) -> Iterator[Any]:
    """Yield values of the same kind that are not used, the simplest first."""
    if isinstance(value, str):
        return _other_texts(value, used)
    sign = -1 if value < 0 else 1
    return (sign * n for n in range(1, len(used) + TRIED) if sign * n not in used)


def _numbers_apart(arguments: Arguments, peers: Peers) -> Iterator[Arguments]:
    """Let equal numbers rise in their order, all of them, then one; or change one alone."""
    values = [path.of(arguments) for path in peers]
    if values:
        yield _put_all(arguments, peers, _rising(values))
    for place in _repeated(values):
        value = values[place]
        raised = [each + (each > value) for each in values]
        raised[place] += 1
        others = zip(_others(value, values), range(TRIED), strict=False)
        alone = [put(arguments, peers[place], other) for other, _ in others]
        # among numbers in order, such as times, the order comes first
        at = 0 if values == sorted(values) else len(alone)
        yield from [*alone[:at], _put_all(arguments, peers, raised), *alone[at:]]


def _rising(values: Sequence[int]) -> list[int]:
    """Return different values in the same order, equal ones in the order of their places."""
    risen = list(values)
    last: int | None = None
    for place in sorted(range(len(values)), key=lambda place: (values[place], place)):
        last = values[place] if last is None else max(last + 1, values[place])
        risen[place] = last
    return risen


def _texts_apart(arguments: Arguments, peers: Peers) -> Iterator[Arguments]:
    """Give a text that is there already another last letter; all of them, then one."""
    values = [path.of(arguments) for path in peers]
    changed = list(values)
    for place in _repeated(values):
        changed[place] = next(_other_texts(values[place], changed), changed[place])
    if changed != values:
        yield _put_all(arguments, peers, changed)
    for place in _repeated(values):
        for other, _ in zip(_other_texts(values[place], values), range(TRIED), strict=False):
            yield put(arguments, peers[place], other)


def _other_texts(text: str, used: Sequence[str]) -> Iterator[str]:
    """Yield texts that are not used, with another last letter of the same kind."""
    for letter in _other_letters(text[-1:], text):
        if text[:-1] + letter not in used:
            yield text[:-1] + letter


def _letters_apart(text: str) -> Iterator[str]:
    """Yield the text with other letters for those that it repeats: all of them, then one."""
    changed = list(text)
    for place in _repeated(text):
        changed[place] = next(_other_letters(text[place], "".join(changed)), text[place])
    if "".join(changed) != text:
        yield "".join(changed)
    for place in _repeated(text):
        for letter, _ in zip(_other_letters(text[place], text), range(TRIED), strict=False):
            yield text[:place] + letter + text[place + 1 :]


def _other_letters(letter: str, used: str) -> Iterator[str]:
    """Yield the letters of the same alphabet that are not used."""
    for alphabet in ALPHABETS if letter else ():
        if letter in alphabet:
            yield from (other for other in alphabet if other not in used)


def _repeated(values: Sequence[Any]) -> list[int]:
    """Return the places of values that stand at an earlier place too."""
    return [place for place, value in enumerate(values) if value in values[:place]]


def _put_all(arguments: Arguments, peers: Peers, values: Sequence[Any]) -> Arguments:
    for path, value in zip(peers, values, strict=True):
        if path.of(arguments) != value:
            arguments = put(arguments, path, value)
    return arguments
