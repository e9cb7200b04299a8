"""Whether a round goes on, told from the bytes of a history: every command asks it first.

To parse six weeks of events takes longer than a command may wait; to look for two words does not.
"""

import json
from pathlib import Path

from judge.cache import read_own_file

#: The history's name and most bytes stand here, where nothing else is loaded.
FILE = "history.jsonl"
#: Of 1,000 bytes a line, a hundred years of evenings.
MOST_BYTES = 256 * 1024 * 1024
_START, _END = "round_start", "round_end"
_WORDS = tuple(f'"{kind}"'.encode("ascii") for kind in (_START, _END))


#: The file that was looked at last, as it was then, and the answer: a command asks before its
#: verdict and after it, and mostly nothing has been written in between.
_seen: list[tuple[object, bool]] = []


def may_have_round(folder: Path) -> bool:
    """Return whether the history in a folder holds a round that was not ended."""
    path = folder / FILE
    try:
        facts = path.stat()
        now = (path, facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns)
        if _seen and _seen[0][0] == now:
            return _seen[0][1]
        found = _has_round(read_own_file(path, MOST_BYTES))
    except (OSError, ValueError):
        return False
    _seen[:] = [(now, found)]
    return found


def _has_round(data: bytes) -> bool:
    if _WORDS[0] not in data:
        return False
    # Not by an expression over the whole line: one from another machine may hold the words in any
    # number and place, which takes the square of its length.
    lines = (line for line in data.split(b"\n") if any(word in line for word in _WORDS))
    found = [event for line in lines if (event := _document(line)) is not None]
    ended = {event["round"] for event in found if event["kind"] == _END}
    return any(event["kind"] == _START and event["round"] not in ended for event in found)


def _document(line: bytes) -> dict[str, object] | None:
    """Return the event of a line, with kind and round; None where it is none of a round."""
    try:
        found = json.loads(line)
        kind, number = found["kind"], found["round"]
    except (ValueError, RecursionError, LookupError, TypeError):
        return None
    return found if kind in (_START, _END) and isinstance(number, str) else None
