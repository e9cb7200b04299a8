"""Expected against actual, one above the other, with the first place where they part marked."""

from typing import Any

from rich.cells import cell_len

from judge.cli.render.literals import DEEPEST, literal

LABELS = ("expected  ", "actual    ")
#: A value's text is compared up to this many characters; nobody reads on.
COMPARED = 1_000_000
CUT = "..."
#: Characters in each column of a line: what takes no column takes time, and stands on others.
CHARACTERS_A_COLUMN = 3


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
    most = room * CHARACTERS_A_COLUMN
    if len(rest) <= most and cell_len(before + rest) <= room:
        return before + rest
    taken, used = [], len(before) + len(CUT)
    for character in rest[:most]:
        used += cell_len(character)
        if used > room:
            break
        taken.append(character)
    return before + "".join(taken) + CUT


def first_difference(expected: Any, actual: Any) -> str:
    """Return the path to the first difference, such as `[2][0]`; empty if none is inside."""
    return first_parts(expected, actual)[0]


def first_parts(expected: Any, actual: Any) -> tuple[str, Any, Any]:
    """Return the path to the first difference, and what stands there in either value."""
    path = ""
    for _ in range(DEEPEST):
        step = _step(expected, actual)
        if step is None:
            break
        path += f"[{step}]"
        if step >= len(expected) or step >= len(actual):
            return path, None, None
        expected, actual = expected[step], actual[step]
    return path, expected, actual


def _step(expected: Any, actual: Any) -> int | None:
    if not (isinstance(expected, list) and isinstance(actual, list)):
        return None
    for place, (one, other) in enumerate(zip(expected, actual, strict=False)):
        if type(one) is not type(other) or one != other:
            return place
    return min(len(expected), len(actual)) if len(expected) != len(actual) else None
