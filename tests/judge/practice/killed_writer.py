"""Append an event and be killed at the Nth step of it: `killed_writer.py FOLDER`.

Forks for each step, from the first to the one that is not reached, and holds what is left against
what must be true. Prints how many steps there were. A process of its own: a fork of the tests'
would copy their threads.
"""

import fcntl
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from judge.practice import Event, History, digest_of, new_event

NOW = datetime(2026, 11, 29, 19, tzinfo=UTC)
OLD = new_event("submit", now=NOW, id="old", problem="lca", verdict="WA")
TEXT, REPORT = b"def lca(): ...\n" * 50, b'{"verdict": "AC"}'
NEW = new_event(
    "submit",
    now=NOW,
    id="new",
    problem="lca",
    verdict="AC",
    source=digest_of(TEXT),
    facts={"report": digest_of(REPORT)},
)
CALLS = [
    "open",
    "write",
    "close",
    "fstat",
    "pread",
    "ftruncate",
    "mkdir",
    "rename",
    "replace",
    "unlink",
    "stat",
]


class Steps:
    """Counts the calls of the system that a writer makes, and dies at one of them."""

    def __init__(self, last: int, *, torn: bool) -> None:
        self.last, self.torn, self.count = last, torn, 0

    def wrap(self, place: Any, name: str) -> None:
        true: Callable[..., Any] = getattr(place, name)

        def counted(*arguments: Any, **named: Any) -> Any:
            self.count += 1
            if self.count == self.last:
                if self.torn and name == "write":
                    true(arguments[0], arguments[1][: len(arguments[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return true(*arguments, **named)

        setattr(place, name, counted)


def write(folder: Path, last: int, *, torn: bool) -> bool:
    """Append in a child that dies at that step; return whether it came to its end."""
    child = os.fork()
    if child == 0:
        steps = Steps(last, torn=torn)
        for name in CALLS:
            steps.wrap(os, name)
        steps.wrap(fcntl, "flock")
        history = History(folder, lambda line: os._exit(3))
        os._exit(0 if history.append(NEW, TEXT, REPORT) else 4)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL), status
    return status == 0


def ignore(_line: str) -> None:
    """A torn line is told here."""


def check(folder: Path) -> int:
    """Hold what is left against what must be true; return how often the new event stands there."""
    data = (folder / "history.jsonl").read_bytes()
    whole = [json.loads(line) for line in data.split(b"\n")[:-1]]
    count = len([one for one in whole if one["id"] == "new"])
    told: list[str] = []
    found = {one.id: one for one in History(folder, told.append).read()}
    assert found["old"] == OLD
    assert found.get("new") == (NEW if count else None)
    assert len(told) == (not data.endswith(b"\n")), told
    history = History(folder, told.append)
    if count:
        assert (history.text(digest_of(TEXT)), history.text(digest_of(REPORT))) == (TEXT, REPORT)
    return count


def main(folder: Path) -> None:
    """Try every step, whole and torn."""
    for torn in (False, True):
        step, ended = 0, False
        while not ended:
            step += 1
            shutil.rmtree(folder, ignore_errors=True)
            assert History(folder, ignore).append(OLD)
            ended = write(folder, step, torn=torn)
            assert check(folder) <= 1
            # Whoever was killed does it again, as a server does.
            assert History(folder, ignore).append(NEW, TEXT, REPORT)
            events: list[Event] = History(folder, ignore).read("lca")
            assert [one.id for one in events] == ["old", "new"], events
            texts = {path.name for path in (folder / "sources").iterdir() if path.suffix == ".gz"}
            assert len(texts) == 2, texts
        sys.stdout.write(f"{step - 1}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
