"""Append events from several processes at once: `many_writers.py FOLDER PROCESSES EVENTS`."""

import os
import sys
from pathlib import Path

from judge.practice import History, new_event


def main(folder: Path, processes: int, events: int) -> None:
    """Fork the writers and wait for them."""
    for number in range(processes):
        if os.fork() == 0:
            history = History(folder, lambda line: os._exit(3))
            for count in range(events):
                name = f"{number}-{count}"
                text = f"the same text of round {count}".encode()
                history.append(
                    new_event("run", id=name, problem="lca", facts={"x": "y" * 900}), text
                )
            os._exit(0)
    for _ in range(processes):
        assert os.wait()[1] == 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
