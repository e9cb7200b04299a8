"""When each verdict of `judge submit` stands on a person's terminal."""

import contextlib
import os
import pty
import re
import sys
import time
from collections.abc import Mapping
from pathlib import Path

#: What colours and moves a terminal.
WORDS = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")


def watched(
    slug: str, file: Path, environment: Mapping[str, str], *options: str
) -> tuple[float, float, float]:
    """Run `judge submit` of an accepted solution on a terminal of its own.

    Return the seconds to the corpus verdict (of the progress line), to the final one, to the end.
    """
    command = [sys.executable, "-m", "judge", "submit", slug, str(file), *options]
    began = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        own = {**environment, "TERM": "xterm"}
        os.execve(command[0], command, own)  # noqa: S606 - no shell is the point
    shown, found = b"", [0.0, 0.0]
    with contextlib.suppress(OSError):  # EIO: the other side has closed
        while chunk := os.read(terminal, 65_536):
            shown += chunk
            for number, words in enumerate(("accepted on the tests", f"AC accepted   {slug}")):
                if not found[number] and words.encode() in WORDS.sub(b"", shown):
                    found[number] = time.perf_counter() - began
    os.close(terminal)
    os.waitpid(pid, 0)
    return found[0], found[1], time.perf_counter() - began
