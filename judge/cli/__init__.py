"""The command line: commands, what they print, and the exit statuses of errors."""

import sys
from typing import TYPE_CHECKING

from judge.faces import lazy_face

# Before anything of POSIX is imported: its absence would be a traceback.
if sys.platform == "win32":
    sys.exit(
        "judge: Windows itself cannot run it. Install WSL2 (`wsl --install`), open its Linux, "
        "clone the repository there, not below /mnt, and run ./run judge doctor"
    )

if TYPE_CHECKING:
    from judge.cli.interpreter import fast_start as fast_start
    from judge.cli.main import command_line as command_line
    from judge.cli.progress import follow as follow
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "interpreter": "fast_start",
            "main": "command_line",
            "progress": "follow",
        },
    )
