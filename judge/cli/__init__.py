"""What people and programs talk to: each front-end reads reports and events, none decides."""

import sys

# Before anything of POSIX is imported: its absence would be a traceback.
if sys.platform == "win32":
    sys.exit(
        "judge: Windows itself cannot run it. Install WSL2 (`wsl --install`), open its Linux, "
        "clone the repository there, not below /mnt, and run ./run judge doctor"
    )
