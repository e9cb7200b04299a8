"""Whether a round goes on, told from the bytes of a history: every command asks it first.

To parse six weeks of events takes longer than a command may wait; to look for two words does not.
"""

import re
from pathlib import Path

from judge.cache import read_own_file

#: The history's name and most bytes stand here, where nothing else is loaded.
FILE = "history.jsonl"
#: Of 1,000 bytes a line, a hundred years of evenings.
MOST_BYTES = 256 * 1024 * 1024
#: The kind and the round of a line, as `Event.line` writes it.
_LINE = re.compile(
    rb'^\{[^\n]*?"kind":"round_(start|end)","problem":[^\n]*?"round":"([^"\n]*)"', re.MULTILINE
)


def may_have_round(folder: Path) -> bool:
    """Return whether the history in a folder holds a round that was not ended."""
    try:
        data = read_own_file(folder / FILE, MOST_BYTES)
    except (OSError, ValueError):
        return False
    if b'"round_start"' not in data:
        return False
    found = _LINE.findall(data)
    ended = {number for kind, number in found if kind == b"end"}
    return any(kind == b"start" and number not in ended for kind, number in found)
