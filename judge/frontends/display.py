"""Making hostile text fit for a terminal: everything a submission wrote passes through here.

A submission's text may hold escape codes that retitle the window, fill the clipboard or rewrite
"WA" to "AC", marks that turn the reading direction, and characters nobody can see. `safe` leaves
what is printable and writes the rest as Python escapes, so that it is seen and does nothing.
"""

#: Printable to Python, and yet nobody sees them: joiners, fillers, blanks, variation selectors.
_INVISIBLE = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
) | frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))

DEFAULT_LIMIT = 4_000


def safe(text: str, limit: int = DEFAULT_LIMIT, *, keep: str = "") -> str:
    r"""Return the text with everything that is not plainly visible written as an escape.

    `keep` names the white space that stays as it is (`"\n"`, `"\n\t"`); any other character in
    it is escaped all the same. At most `limit` characters of the text are shown, and the number
    left out is said.
    """
    shown = "".join(_visible(character, keep) for character in text[:limit])
    left = len(text) - limit
    return f"{shown}... ({left:,} more characters)" if left > 0 else shown


def _visible(character: str, keep: str) -> str:
    if character in "\n\t" and character in keep:
        return character
    # Not printable: controls, formats (bidi too), surrogates, private, unassigned, odd spaces.
    if character.isprintable() and character not in _INVISIBLE:
        return character
    return ascii(character)[1:-1]
