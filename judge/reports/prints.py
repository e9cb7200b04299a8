"""Prints of a program as a report has them: both ends, and how much is left out between."""

from sandbox import Printed

#: What a report keeps of the prints on one case: half of it from their start, half from their end.
STDOUT_BYTES = 8 * 1024


def prints(printed: Printed) -> tuple[str, int]:
    """Return prints as text, and the number of bytes left out of their middle.

    The text is hostile: `escape` makes it safe.
    """
    first, last = printed.first, printed.last
    if printed.total == len(first + last):
        first, last = first + last, b""
    if printed.total <= STDOUT_BYTES:
        return first.decode("utf-8", "backslashreplace"), 0
    half = STDOUT_BYTES // 2
    first, last = first[:half], (last or first)[-half:]
    left = printed.total - len(first) - len(last)
    texts = [part.decode("utf-8", "backslashreplace") for part in (first, last)]
    return f"\n... {left:,} more bytes ...\n".join(texts), left
