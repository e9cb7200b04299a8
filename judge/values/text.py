"""Format decoded answers as short text. Answers are hostile; work is bounded.

What does not fit is left out in the middle and counted: `[0, 1, ... 1,488 more ..., 1499]`. No
item, number or mark is ever cut in two.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from judge.records import dataclass
from judge.values.answers import Foreign, Linked, Node, Tree

#: Of a value that does not fit, at most so many items are shown from the start and from the end.
FIRST_ITEMS, LAST_ITEMS = 8, 4
#: So few items are all shown, each of them cut where it must be.
FEW_ITEMS = 3
#: The narrowest room in which an item is shown at all.
LEAST_ROOM = 4
#: Levels of nested values that are cut; below them a value is shown whole or not at all. Each level
#: tries up to twelve items, so more of them would take a hostile answer for ever.
CUT_LEVELS = 3
_CONTAINERS = (Tree, Linked, dict, set, frozenset, list, tuple)
#: Longer integers are shown by their number of digits alone: of more than 4,300 digits Python and
#: other readers of JSON make no number.
SHOW_BITS = 14_000
#: Levels of nested sets that are sorted; each further level costs another walk.
ORDERED_LEVELS = 2
#: Sets with more members than this are shown by their size.
SHOW_MEMBERS = 100


def ordered(items: Any, levels: int = ORDERED_LEVELS) -> list[Any]:
    """Return the members of a set in an order that does not depend on hashes.

    Sets nested more than `levels` deep are not sorted, because each level costs another walk
    through everything inside it.
    """
    kinds = set(map(type, items))
    if kinds <= {int} or kinds <= {str}:
        return sorted(items)
    if levels <= 0:
        return list(items)
    return sorted(items, key=lambda item: (type(item).__name__, _fitted(item, 200, levels - 1)))


def big_integer(value: int) -> str:
    """Return the words for an integer too long to be shown."""
    return f"an integer of {_about(value)}"


def _about(value: int) -> str:
    return f"about {int(value.bit_length() * 0.30103) + 1:,} digits"


def type_name(value: Any) -> str:
    """Return the name of a decoded answer's type, as people say it."""
    if value is None:
        return "None"
    if isinstance(value, Node):
        return "a node"
    if isinstance(value, Foreign):
        return value.type[:80]
    return type(value).__name__


def show(value: Any, limit: int = 80) -> str:
    """Format a decoded answer or a JSON value on one line of at most `limit` characters."""
    text = _fitted(value, limit, ORDERED_LEVELS)
    return text if len(text) <= limit else "..."


def _fitted(value: Any, room: int, levels: int, cuts: int = CUT_LEVELS) -> str:
    """Return the whole value if it fits, else its beginning and end; "..." where neither does.

    At most `cuts` levels of containers are cut.
    """
    text = _whole(value, room, levels)
    if text is None:
        cut = cuts > 0 or not isinstance(value, (*_CONTAINERS, Node))
        text = _cut(value, room, levels, cuts) if cut else "..."
    return text if len(text) <= room else "..."


def _whole(value: Any, room: int, levels: int) -> str | None:
    """Return the text of the value; None if it is longer than `room`. Stops as soon as it is."""
    if room <= 0:
        return None
    if not isinstance(value, _CONTAINERS):
        text = _scalar(value, room)
        return text if text is not None and len(text) <= room else None
    parts = _parts(value, levels, 0)
    if parts is None or len(parts.items) * 2 > room:
        return None
    room -= len(parts.before) + len(parts.after)
    texts = []
    for item in parts.items:
        text = parts.whole(item, room)
        if text is None:
            return None
        texts.append(text)
        room -= len(text) + 2
    return f"{parts.before}{', '.join(texts)}{parts.after}"


def _scalar(value: Any, room: int) -> str | None:
    """Return the text of a value without items; None for a text that is longer than `room`."""
    kind = type(value)
    if kind is str:
        return json.dumps(value, ensure_ascii=False) if len(value) <= room else None
    if kind is bytes:
        return repr(value) if len(value) <= room else None
    if kind is int and value.bit_length() > SHOW_BITS:
        return big_integer(value)
    if kind in (bool, int, float) or value is None:
        return repr(value)
    if isinstance(value, Node):
        inside = _whole(value.value, room, 0)
        return None if inside is None else f"node {inside}"
    if isinstance(value, Foreign):
        return f"<{' '.join(value.type[: max(room - 2, 1)].splitlines())}>"
    return f"<{kind.__name__}>"


@dataclass(frozen=True, slots=True)
class _Parts:
    """The items of a container, what stands around them, and how one is written."""

    items: Sequence[Any]
    before: str
    after: str
    whole: Callable[[Any, int], str | None]
    fitted: Callable[[Any, int], str]


def _parts(value: Any, levels: int, cuts: int) -> _Parts | None:
    """Return the parts of a container; None for a set too large to be put in order.

    `cuts` is how many levels of its items may be cut.
    """

    def whole(item: Any, room: int) -> str | None:
        return _whole(item, room, levels)

    def fitted(item: Any, room: int) -> str:
        return _fitted(item, room, levels, cuts)

    if isinstance(value, dict):
        pairs = list(value.items())
        return _Parts(pairs, "{", "}", _whole_pair(levels), _fitted_pair(levels, cuts))
    if isinstance(value, set | frozenset):
        if len(value) > SHOW_MEMBERS:
            return None
        before, after = ("{", "}") if type(value) is set else ("frozenset({", "})")
        if not value:
            before, after = f"{type(value).__name__}(", ")"
        inside = _parts([], levels - 1, cuts)
        assert inside is not None  # a list has parts
        return _Parts(ordered(value, levels), before, after, inside.whole, inside.fitted)
    if isinstance(value, Tree | Linked):
        return _Parts(value.values, "[", "]", whole, fitted)
    if isinstance(value, tuple):
        return _Parts(value, "(", ",)" if len(value) == 1 else ")", whole, fitted)
    return _Parts(value, "[", "]", whole, fitted)


def _whole_pair(levels: int) -> Callable[[Any, int], str | None]:
    def whole(pair: Any, room: int) -> str | None:
        name = _whole(pair[0], room, levels)
        text = None if name is None else _whole(pair[1], room - len(name) - 2, levels)
        return None if text is None else f"{name}: {text}"

    return whole


def _fitted_pair(levels: int, cuts: int) -> Callable[[Any, int], str]:
    def fitted(pair: Any, room: int) -> str:
        name = _fitted(pair[0], room // 2, levels, cuts)
        return f"{name}: {_fitted(pair[1], room - len(name) - 2, levels, cuts)}"

    return fitted


def _cut(value: Any, room: int, levels: int, cuts: int) -> str:
    """Return a text in place of a value that does not fit as a whole."""
    if isinstance(value, str | bytes):
        return _cut_text(value, room)
    if isinstance(value, Node):
        return f"node {_fitted(value.value, room - 5, levels, cuts - 1)}"
    if type(value) is int:
        return _cut_integer(value, room)
    if isinstance(value, set | frozenset) and len(value) > SHOW_MEMBERS:
        return f"a {type(value).__name__} of {len(value):,}"
    parts = _parts(value, levels, cuts - 1) if isinstance(value, _CONTAINERS) else None
    return "..." if parts is None else _cut_items(parts, room)


def _cut_items(parts: _Parts, room: int) -> str:
    """Return the first and the last items that fit, and the number of those between them."""
    total = len(parts.items)
    room -= len(parts.before) + len(parts.after)
    each = room // min(max(total, 1), FEW_ITEMS) - 2
    if total <= FEW_ITEMS and each >= LEAST_ROOM:
        texts = [parts.fitted(item, each) for item in parts.items]
        return f"{parts.before}{', '.join(texts)}{parts.after}"
    mark = len(f"... {total:,} more ...") + 2 if total > 1 else 0
    first = _taken(parts, range(min(FIRST_ITEMS, total)), (room - mark) * 2 // 3, each)
    most = range(total - 1, max(len(first), total - LAST_ITEMS) - 1, -1)
    spent = sum(len(text) + 2 for text in first)
    last = _taken(parts, most, room - mark - spent, each)[::-1]
    left = total - len(first) - len(last)
    texts = [*first, *([f"... {left:,} more ..."] if left else []), *last]
    return f"{parts.before}{', '.join(texts)}{parts.after}"


def _taken(parts: _Parts, places: range, room: int, each: int) -> list[str]:
    """Return the texts of items, in this order, as far as they fit; each has its own bound."""
    texts: list[str] = []
    for place in places if each >= LEAST_ROOM else ():
        text = parts.fitted(parts.items[place], each)
        room -= len(text) + 2
        if room < -2:
            break
        texts.append(text)
    return texts


def _cut_text(value: str | bytes, room: int) -> str:
    """Return both ends of a long text; its length where there is room for no more."""
    unit = "characters" if isinstance(value, str) else "bytes"
    half = (room - len(f" ... {len(value):,} more {unit} ... ")) // 2
    while half >= LEAST_ROOM:
        ends = [_scalar(part, room) or "" for part in (value[:half], value[-half:])]
        text = f" ... {len(value) - 2 * half:,} more {unit} ... ".join(ends)
        if len(text) <= room:
            return text
        half -= max(1, (len(text) - room) // 2)
    return f"{len(value):,} {unit}"


def _cut_integer(value: int, room: int) -> str:
    """Return both ends of a long integer; the number of its digits where there is room for no more.

    An integer of more than `SHOW_BITS` bits has no ends.
    """
    if value.bit_length() > SHOW_BITS:
        return _about(value)
    text = str(value)
    half = (room - len(f" ... {len(text):,} more digits ... ")) // 2
    if half < LEAST_ROOM:
        return f"{len(text.lstrip('-')):,} digits"
    return f"{text[:half]} ... {len(text) - 2 * half:,} more digits ... {text[-half:]}"
