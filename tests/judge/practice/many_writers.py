"""Append events from several processes at once: `many_writers.py FOLDER PROCESSES EVENTS`."""

import os
import sys
from pathlib import Path

from judge.practice import History, history, new_event


def main(folder: Path, processes: int, events: int) -> None:
    """Fork the writers and wait for them.

    They write far more often than people do, so they wait longer for one another.
    """
    history.LOCK_SECONDS = 30.0
    for number in range(processes):
        if os.fork() == 0:
            kept = History(folder, lambda line: os._exit(3))
            for count in range(events):
                name = f"{number}-{count}"
                text = f"the same text of round {count}".encode()
                kept.append(new_event("run", id=name, problem="lca", facts={"x": "y" * 900}), text)
            os._exit(0)
    for _ in range(processes):
        assert os.wait()[1] == 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
