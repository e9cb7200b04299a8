"""What the code of packages prints, in the log."""

import logging
from pathlib import Path

from judge.values import escape

#: Lines of prints that are logged for one process, and their length.
PRINTED_LINES, PRINTED_LENGTH = 50, 200

LOG = logging.getLogger(__name__)


class PrintLog:
    """Logs the lines that one process prints, up to a number of them."""

    def __init__(self) -> None:
        self._lines = 0

    def add(self, path: Path, line: bytes) -> None:
        """Log a line that a file has printed."""
        self._lines += 1
        if self._lines <= PRINTED_LINES:
            text = escape(line.decode("utf-8", "replace"), PRINTED_LENGTH)
            LOG.warning("%s prints: %s", escape(str(path)), text)
        elif self._lines == PRINTED_LINES + 1:
            LOG.warning("%s prints more, which is not shown", escape(str(path)))
