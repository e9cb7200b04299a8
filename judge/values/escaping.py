"""Making hostile text fit for a terminal: everything a submission wrote passes through here.

A submission's text may hold escape codes that retitle the window, fill the clipboard or rewrite
"WA" to "AC", marks that turn the reading direction, and characters nobody can see. `escape` leaves
what is printable and writes the rest as Python escapes, so that it is seen and does nothing.
Marks pile up on the character before them and over the lines above: a few are somebody's
language, thousands are not.
"""

import unicodedata
from collections.abc import Iterator

#: Characters that `str.isprintable` passes and no font draws: joiners, fillers, blanks, variation
#: selectors. Those of category Cf are not printable and not among them.
INVISIBLE = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
) | frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))

_STACKED = frozenset({"Mn", "Me"})
#: Marks in a row that stay as they are. Two are what Vietnamese, Thai or Hebrew put on a letter.
MARKS = 2
DEFAULT_LIMIT = 4_000


def escape(text: str, limit: int = DEFAULT_LIMIT, *, keep: str = "") -> str:
    r"""Return the text with everything that is not plainly visible written as an escape.

    `keep` names the white space that stays as it is (`"\n"`, `"\n\t"`); any other character in
    it is escaped all the same. At most `limit` characters of the text are shown, and the number
    left out is said.
    """
    cut = text[:limit]
    plain = cut.isascii() and cut.isprintable()
    shown = cut if plain else "".join(_visible(cut, keep))
    left = len(text) - limit
    return f"{shown}... ({left:,} more characters)" if left > 0 else shown


def _visible(text: str, keep: str) -> Iterator[str]:
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        # A mark that takes a place of its own ends no row of those that take none.
        if category in _STACKED:
            marks += 1
        elif category != "Mc":
            marks = 0
        if character in "\n\t" and character in keep:
            yield character
        elif category in _STACKED and marks > MARKS:
            yield ascii(character)[1:-1]
        # Not printable: controls, formats (bidi too), surrogates, private, unassigned, odd spaces.
        elif character.isprintable() and character not in INVISIBLE:
            yield character
        else:
            yield ascii(character)[1:-1]
