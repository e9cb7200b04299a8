"""The worker processes and who looks after them.

A thread for each place starts a process, hears what it tells, and when the process dies gives
back what it held and starts another. A process that is silent too long is frozen, and killed.
"""

import logging
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from typing import Protocol

from judge.errors import HostError
from judge.execution import Figures
from judge.service.messages import BEAT, BURIED, Tell, Told
from judge.storage import EmbeddedQueue

log = logging.getLogger("judge.crew")

#: A place whose process ended is filled again after this, and later each time it ends at once.
FIRST_PAUSE_SECONDS = 0.05
LAST_PAUSE_SECONDS = 5.0


class Crew(Protocol):
    """Those who judge."""

    def start(self, tell: Tell) -> None:
        """Begin to work; `tell` is called from other threads."""
        ...

    def wake(self) -> None:
        """Say that something was put in the queue."""
        ...

    def cancel(self, id_: str) -> None:
        """Say that a submission is not wanted any more."""
        ...

    def alive(self) -> int:
        """Return how many are there."""
        ...

    def figures(self) -> Figures:
        """Return what they said last of the programs that they start."""
        ...

    def drain(self, seconds: float) -> None:
        """Take nothing more, let what runs end for so long, then give it back. Waits."""
        ...


class Processes:
    """Worker processes on this machine."""

    def __init__(
        self,
        queue: EmbeddedQueue,
        environment: Mapping[str, str],
        *,
        workers: int,
        lease_seconds: float,
    ) -> None:
        self._places = [
            _Place(queue, environment, lease_seconds, f"place-{number}")
            for number in range(workers)
        ]

    def start(self, tell: Tell) -> None:
        for place in self._places:
            place.start(tell)

    def wake(self) -> None:
        self._order("wake")

    def cancel(self, id_: str) -> None:
        self._order(f"cancel {id_}")

    def alive(self) -> int:
        return sum(place.alive for place in self._places)

    def figures(self) -> Figures:
        return sum((place.figures for place in self._places), Figures())

    def pids(self) -> list[int]:
        """Return the processes that are there."""
        return [place.pid for place in self._places if place.alive]

    def drain(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        for place in self._places:
            place.drain()
        for place in self._places:
            place.join(max(end - time.monotonic(), 0.0))
        self._order("abort")
        for place in self._places:
            place.close()

    def _order(self, line: str) -> None:
        for place in self._places:
            place.order(line)


class _Place:
    """Where one worker process after the other sits."""

    def __init__(
        self, queue: EmbeddedQueue, environment: Mapping[str, str], lease_seconds: float, name: str
    ) -> None:
        self._queue = queue
        self._environment = dict(environment)
        self._lease_seconds = lease_seconds
        self._thread = threading.Thread(target=self._fill, name=name, daemon=True)
        self._watch = threading.Thread(target=self._kill_frozen, name=f"{name}-watch", daemon=True)
        self._process: subprocess.Popen[bytes] | None = None
        self._heard = 0.0
        self._ended = self._said = Figures()
        self._over = threading.Event()
        self._draining = False
        self._writing = threading.Lock()

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def figures(self) -> Figures:
        return self._ended + self._said

    @property
    def pid(self) -> int:
        return self._process.pid if self._process is not None else 0

    def start(self, tell: Tell) -> None:
        self._tell = tell
        self._thread.start()
        self._watch.start()

    def order(self, line: str) -> None:
        process = self._process
        if process is None or process.stdin is None:
            return
        try:
            with self._writing:
                process.stdin.write(line.encode("ascii") + b"\n")
                process.stdin.flush()
        except (OSError, ValueError):
            pass  # it has just died; its follower looks for work by itself

    def drain(self) -> None:
        self._draining = True
        self.order("drain")

    def join(self, seconds: float) -> None:
        self._thread.join(seconds)

    def close(self) -> None:
        """Wait for the end, by force if need be."""
        self._draining = True
        self._thread.join(self._lease_seconds)
        self._over.set()
        if self.alive:
            assert self._process is not None
            self._process.kill()
        self._thread.join()

    def _fill(self) -> None:
        pause = FIRST_PAUSE_SECONDS
        while not self._draining:
            name, began = secrets.token_hex(8), time.monotonic()
            try:
                status = self._run(name)
            except OSError as error:
                status, self._process = -1, None
                log.error("no worker can be started: %s", error.strerror)
            self._bury(name, status)
            quick = time.monotonic() - began < LAST_PAUSE_SECONDS
            pause = min(pause * 2, LAST_PAUSE_SECONDS) if quick else FIRST_PAUSE_SECONDS
            if not self._draining:
                self._over.wait(pause)

    def _run(self, name: str) -> int:
        """Run one process to its end and return its status."""
        command = [
            sys.executable,
            "-m",
            "judge.service.worker_main",
            name,
            str(self._lease_seconds),
        ]
        # In a session of its own: Ctrl-C is for the server, which then says what is to be done.
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self._environment,
            start_new_session=True,
        ) as process:  # fmt: skip
            self._heard = time.monotonic() + STARTING_SECONDS
            self._process = process
            if self._draining:
                process.kill()
            assert process.stdout is not None
            for line in process.stdout:
                self._heard = max(self._heard, time.monotonic())
                self._hear(line)
            return process.wait()

    def _hear(self, line: bytes) -> None:
        try:
            told = Told.of_line(line)
        except (ValueError, TypeError):
            return  # cut in the middle: it died while it spoke
        if told.name != BEAT:
            self._tell(told)
        elif told.data:
            self._said = Figures(**told.data)

    def _bury(self, name: str, status: int) -> None:
        self._ended += Figures(started=self._said.started)
        self._said = Figures()
        if status != 0 and not self._draining:
            log.warning("a worker ended with status %s; another takes its place", status)
        try:
            held = self._queue.bury(name)
        except HostError as error:
            log.error("%s", error)  # its leases run out by themselves
            held = []
        for id_ in held:
            log.warning("the worker of submission %s died; it is tried again", id_)
        # It may have died between its last report and telling it.
        self._tell(Told("", BURIED))

    def _kill_frozen(self) -> None:
        most = 2 * self._lease_seconds
        while not self._over.wait(self._lease_seconds / 4):
            process = self._process
            if process is not None and self.alive and time.monotonic() - self._heard > most:
                log.warning("a worker was silent for %.0f seconds and is killed", most)
                process.kill()


#: Imports take that long on a busy machine; only then does the first beat come.
STARTING_SECONDS = 30.0
