"""Expected against actual, one above the other, with the first place where they part marked."""

from typing import Any

from rich.cells import cell_len

from judge.frontends.literals import DEEPEST, literal

LABELS = ("expected  ", "actual    ")
#: A value's text is compared up to this many characters; nobody reads on.
COMPARED = 1_000_000
CUT = "..."


def answer_lines(expected: Any, actual: Any, width: int, *, mark: bool = True) -> list[str]:
    """Return the two values as aligned lines, and a third line that marks the first difference.

    Of values too wide for the line, the part around the difference is shown; without `mark`,
    which is for answers of any order, it is their beginnings.
    """
    texts = [literal(value)[:COMPARED] for value in (expected, actual)]
    first = _common(*texts) if mark else 0
    room = max(20, width - len(LABELS[0]))
    start = 0 if max(map(cell_len, texts)) <= room else max(0, first - room // 3)
    shown = [_window(text, start, room) for text in texts]
    lines = [label + text for label, text in zip(LABELS, shown, strict=True)]
    where = first_difference(expected, actual)
    if not mark or texts[0] == texts[1] or (first == 0 and not where):
        return lines
    before = (CUT if start else "") + texts[0][start:first]
    place = f" first difference, at {where}" if where else " first difference"
    caret = " " * (len(LABELS[0]) + cell_len(before)) + "^"
    return [*lines, caret + place if len(caret) + len(place) <= width else caret]


def _common(one: str, other: str) -> int:
    """Return how many characters both texts begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _window(text: str, start: int, room: int) -> str:
    """Return what fits into `room` columns from `start` on, with signs of what does not."""
    before = CUT if start else ""
    rest = text[start:]
    if cell_len(before + rest[: room + 1]) <= room and len(rest) <= room:
        return before + rest
    taken, used = [], len(before) + len(CUT)
    for character in rest:
        used += cell_len(character)
        if used > room:
            break
        taken.append(character)
    return before + "".join(taken) + CUT


def first_difference(expected: Any, actual: Any) -> str:
    """Return the path to the first difference, such as `[2][0]`; empty if none is inside."""
    path = ""
    for _ in range(DEEPEST):
        step = _step(expected, actual)
        if step is None:
            break
        path += f"[{step}]"
        if step >= len(expected) or step >= len(actual):
            break
        expected, actual = expected[step], actual[step]
    return path


def _step(expected: Any, actual: Any) -> int | None:
    if not (isinstance(expected, list) and isinstance(actual, list)):
        return None
    for place, (one, other) in enumerate(zip(expected, actual, strict=False)):
        if type(one) is not type(other) or one != other:
            return place
    return min(len(expected), len(actual)) if len(expected) != len(actual) else None
