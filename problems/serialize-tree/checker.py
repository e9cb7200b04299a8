"""What comes back must be the tree that was written; how the text looks is nobody's business."""

from itertools import pairwise
from typing import Any

MAX_TEXT = 1_000_000
TEXTS = (
    "the values come back as texts; int(...) makes numbers of them, which is what a caller expects"
)


Said = str | tuple[int, str] | tuple[None, str] | None


def check(arguments: dict[str, Any], _expected: Any, actual: list[Any]) -> Said:
    """Return what is wrong with the first tree that came back as another one."""
    texts = False
    for index, (name, given) in enumerate(
        zip(arguments["calls"], arguments["arguments"], strict=True)
    ):
        if name == "serialize" and len(actual[index]) > MAX_TEXT:
            return index, f"the text has {len(actual[index]):,} characters, over {MAX_TEXT:,}"
        if name == "serialize" and _holds_too_little(given[0], actual[index]):
            return index, (
                f"a text of {len(actual[index])} characters cannot hold {len(given[0])} values; "
                "what is kept outside of it is of no use, since another program may read it"
            )
        if name != "deserialize":
            continue
        [root] = arguments["arguments"][given[0]["result"]]
        said, seen = _compared(root, actual[index])
        if said is not None:
            return index, said
        texts = texts or seen
    return (None, TEXTS) if texts else None


def _holds_too_little(root: list[Any], text: str) -> bool:
    """Whether a text is too short for values in no order: not two bits of it for each of them.

    A character has 21 bits at most. Values that rise evenly, or repeat, may be written in less.
    """
    if 10 * len(text) >= len(root):
        return False
    values = [value for value in root if value is not None]
    return 10 * len(text) < len({b - a for a, b in pairwise(values)})


def _compared(root: list[Any], back: list[Any]) -> tuple[str | None, bool]:
    """Return what is wrong with a tree that came back, and whether it has texts for numbers."""
    texts = False
    for place in range(max(len(root), len(back))):
        want = root[place] if place < len(root) else None
        got = back[place] if place < len(back) else None
        if type(got) is str and want is not None and got.strip() == str(want):
            texts = True
        elif type(got) is not type(want) or got != want:
            return f"{_shown(root)} came back as {_shown(back)}", texts
    return None, texts


def _shown(root: list[Any]) -> str:
    shown = ", ".join("null" if value is None else repr(value)[:40] for value in root[:20])
    return f"[{shown}{', ...' if len(root) > 20 else ''}]"
