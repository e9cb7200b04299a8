"""Standard streams of the program inside: empty input, line-buffered output."""

import io
import os
import sys


def open_streams() -> None:
    """Open new standard streams; call once after the fork, before any submission."""
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(io.BytesIO())  # type: ignore[misc]  # ours now
    sys.stdout = sys.__stdout__ = _writer(1)  # type: ignore[misc]  # ours now
    sys.stderr = sys.__stderr__ = _writer(2)  # type: ignore[misc]  # ours now
    sys.argv = ["solution.py"]
    sys.breakpointhook = _no_breakpoint
    os.environ["PYTHONBREAKPOINT"] = "0"


def _writer(descriptor: int) -> io.TextIOWrapper:
    """Return a line-buffered stream, so that lines printed before a crash are not lost."""
    raw = io.FileIO(descriptor, "w", closefd=False)
    buffered = io.BufferedWriter(raw)
    return io.TextIOWrapper(
        buffered, encoding="utf-8", errors="backslashreplace", line_buffering=True
    )


def _no_breakpoint(*_arguments: object, **_names: object) -> None:
    """Do nothing: there is no terminal for a debugger."""
