"""Where a submission's entry stands in its text. The text is looked at and never run."""

import re
from collections.abc import Sequence

from judge.values import folded

#: What can be an entry: a function, a method or a class, or a name at the top level.
NAMED = re.compile(r"[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)|(\w+)[ \t]*(?::[^=\n]*)?=(?!=)")
DEFINED = re.compile(r"[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+\w+")


def entry_line(lines: Sequence[str], names: Sequence[str]) -> int | None:
    """Return the line, counted from 1, of the first of these names; else of the first definition.

    None for a text that defines nothing.
    """
    wanted = {folded(name) for name in names}
    for number, line in enumerate(lines, 1):
        found = NAMED.match(line)
        if found and folded(found[1] or found[2]) in wanted:
            return number
    return next((number for number, line in enumerate(lines, 1) if DEFINED.match(line)), None)
