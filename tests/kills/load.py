"""Submissions that come in without an end, and what becomes of each: seen from outside."""

import contextlib
import itertools
import json
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any

from tests.judge.service.served import ROOT
from tests.kills.sites import Site

RIGHT = (ROOT / "examples/lca.py").read_text()
#: Each has its verdict, and they differ so that a mix-up shows.
SOURCES = {
    "AC": RIGHT,
    "WA": "def lca(root, p, q):\n    return root\n",
    "RTE": "def lca(root, p, q):\n    raise KeyError('no')\n",
    "CE": "def lca(root, p, q) return root\n",
    # Busy while it is loaded, so that it is met in the middle.
    "SLOW": RIGHT + "\nfor _ in range(6_000_000): pass\n",
}
#: Submissions that are open at once.
MOST_OPEN = 3
LOOK_SECONDS = 0.1


@dataclass
class Taken:
    """A submission that a server has taken in. Times are by the clock of this process."""

    id: str
    kind: str
    at: float
    done_at: float | None = None
    #: What its row was when it was first seen done: verdict, attempt, and by which clock when.
    seen: tuple[Any, ...] | None = None


class Load:
    """Hands submissions in over whatever server answers, and looks at their rows."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._lock = threading.Lock()
        self._taken: dict[str, Taken] = {}
        self._enough, self._over = threading.Event(), threading.Event()
        self.handed_in = 0
        self._threads = [threading.Thread(target=one) for one in (self._hand_in, self._look)]
        for thread in self._threads:
            thread.start()

    def stop_handing_in(self) -> None:
        """Hand nothing in any more; look on."""
        self._enough.set()
        self._threads[0].join()

    def stop(self) -> None:
        """Hand nothing in any more, and look no more."""
        self._enough.set()
        self._over.set()
        for thread in self._threads:
            thread.join()

    def taken(self) -> list[Taken]:
        """Return what was taken in, the oldest first."""
        with self._lock:
            return list(self._taken.values())

    def open(self) -> list[Taken]:
        """Return what was taken in and is not seen done yet."""
        return [one for one in self.taken() if one.done_at is None]

    def kinds_done(self) -> set[str]:
        """Return the kinds of which one is done."""
        return {one.kind for one in self.taken() if one.done_at is not None}

    def rows_of(self, some: Iterable[Taken]) -> dict[str, tuple[Any, ...]]:
        """Return verdict, attempt, moment of the report and its length, by id; of done ones."""
        return self._read("verdict, attempt, finished_at, length(report)", some)

    def reports_of(self, some: Iterable[Taken]) -> dict[str, dict[str, Any]]:
        """Return the reports of those that are done, by id."""
        return {id_: json.loads(row[0]) for id_, row in self._read("report", some).items()}

    def _read(self, columns: str, some: Iterable[Taken]) -> dict[str, tuple[Any, ...]]:
        ids = [one.id for one in some]
        if not ids:
            return {}
        marks = ", ".join("?" * len(ids))
        query = (
            f"SELECT id, {columns} FROM submission "  # noqa: S608 - our own words
            f"WHERE status = 'done' AND id IN ({marks})"
        )
        return {row[0]: tuple(row[1:]) for row in self._site.rows(query, *ids)}

    def _hand_in(self) -> None:
        servers = itertools.cycle(self._site.servers)
        for kind in itertools.cycle(SOURCES):
            while len(self.open()) >= MOST_OPEN and not self._enough.is_set():
                self._enough.wait(LOOK_SECONDS / 2)
            key = f"key-{self.handed_in}"
            while not self._enough.is_set():
                # The key makes a repetition safe: an answer may be lost with its server.
                with contextlib.suppress(OSError, ValueError, HTTPException):
                    id_ = next(servers).submit(SOURCES[kind], key)
                    with self._lock:
                        self._taken[id_] = Taken(id_, kind, time.monotonic())
                    self.handed_in += 1
                    break
                self._enough.wait(LOOK_SECONDS)
            if self._enough.is_set():
                return

    def _look(self) -> None:
        while not self._over.is_set():
            # Whatever the driver raises while the store is away: it is looked at again.
            with contextlib.suppress(Exception):
                waiting = self.open()
                found = self.rows_of(waiting)
                now = time.monotonic()
                for one in waiting:
                    if one.id in found:
                        one.seen = found[one.id]
                        one.done_at = now
            self._over.wait(LOOK_SECONDS)
