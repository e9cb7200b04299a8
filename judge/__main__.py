"""`judge` and `python -m judge`: the command line.

Who submits waits for a fork server, which starts in a process of its own: it is started here,
before the rest is imported.
"""
# ruff: noqa: PLC0415 - see above

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox import Launched


def main() -> None:
    """Run the command line of this process."""
    launched = _launched(sys.argv[1:], os.environ)
    if launched is not None:
        # What is imported stays; looking for garbage in it takes longer than 30 cases. Until
        # `Road.judge` has imported what it needs.
        gc.disable()
    from judge.cli import main as cli

    cli.main(launched)


def _launched(words: Sequence[str], environment: Mapping[str, str]) -> "Launched | None":
    """Return an interpreter for the fork server of a submission that is judged here."""
    elsewhere = "JUDGE_SERVER" in environment or any(w.startswith("--server") for w in words)
    if words[:1] != ["submit"] or "--help" in words or elsewhere or sys.platform == "win32":
        return None
    from judge.languages import PYTHON_GUEST
    from sandbox import Launched, SandboxError

    try:
        return Launched(PYTHON_GUEST)
    except (OSError, SandboxError):
        return None  # told by whoever starts one when it is wanted


if __name__ == "__main__":
    main()
