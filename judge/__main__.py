"""`judge` and `python -m judge`: the command line."""

import os
import sys

from judge import cli


def main() -> None:
    """Run the command line of this process."""
    with cli.fast_start(sys.argv[1:], os.environ):
        cli.command_line()


if __name__ == "__main__":
    main()
