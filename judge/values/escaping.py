"""Make hostile text safe for a terminal: everything a submission wrote passes through here.

A submission's text may contain escape codes that retitle the window, fill the clipboard or rewrite
"WA" to "AC", marks that reverse the reading direction, and invisible characters. `escape` keeps
printable characters and writes the rest as Python escapes, which are visible and have no effect.
Combining marks pile up on the character before them and over the lines above: many languages need
a few of them, none needs thousands.
"""

import unicodedata
from collections.abc import Iterator

#: Characters that `str.isprintable` accepts and no font draws: joiners, fillers, blanks, variation
#: selectors. Those of category Cf are missing here because they are not printable.
INVISIBLE = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
) | frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))

_STACKED = frozenset({"Mn", "Me"})
#: Marks in a row that are kept. Vietnamese, Thai and Hebrew put up to two on a letter.
MARKS = 2
DEFAULT_LIMIT = 4_000


def escape(text: str, limit: int = DEFAULT_LIMIT, *, keep: str = "") -> str:
    r"""Return the text with every character that is not plainly visible as a Python escape.

    `keep` names the white space to keep (`"\n"`, `"\n\t"`); any other character in it is escaped
    all the same. At most `limit` characters of the text are shown, followed by the number of those
    left out.
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
        # A spacing mark (Mc) does not end a run of non-spacing ones.
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
