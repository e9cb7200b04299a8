"""A place in the pool of workers: one process after another.

It has two threads. One starts a process, passes its messages on, and when it dies gives its leases
back and starts another. The other kills a process that is silent too long: it hangs.
"""

import logging
import secrets
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Mapping

from judge.errors import HostError
from judge.execution import Figures
from judge.service.workers.messages import DONE, HEARTBEAT, WORKER_DIED, Publish, WorkerMessage
from judge.storage import Queue

log = logging.getLogger("judge.worker_pool")

#: The pause before a new process: the first, and the longest where each one ends at once.
FIRST_PAUSE_SECONDS = 0.05
LAST_PAUSE_SECONDS = 5.0
#: A worker that is alive and has come to no next step for so long does not move.
STILL_SECONDS = 20.0
#: Imports take that long on a busy machine, and the first heartbeat comes after them.
STARTING_SECONDS = 30.0


class WorkerSlot:
    """Keeps one worker process running and replaces it when it dies."""

    def __init__(
        self, queue: Queue, environment: Mapping[str, str], lease_seconds: float, name: str
    ) -> None:
        self._queue = queue
        self._environment = dict(environment)
        self._lease_seconds = lease_seconds
        self._thread = threading.Thread(target=self._keep_running, name=name, daemon=True)
        self._watchdog = threading.Thread(
            target=self._kill_silent, name=f"{name}-watch", daemon=True
        )
        self._process: subprocess.Popen[bytes] | None = None
        self._heard_at = 0.0
        self._still_seconds, self._unable = 0.0, False
        #: The figures of processes that ended, and the last ones of the one that runs.
        self._past = self._latest = Figures()
        #: The reports of all processes, by verdict.
        self.written: Counter[str] = Counter()
        self._closed = threading.Event()
        self._draining = False
        self._writing = threading.Lock()

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def able(self) -> bool:
        return self.alive and self._still_seconds < STILL_SECONDS and not self._unable

    @property
    def figures(self) -> Figures:
        return self._past + self._latest

    def start(self, publish: Publish) -> None:
        self._publish = publish
        self._thread.start()
        self._watchdog.start()

    def order(self, line: str) -> None:
        process = self._process
        if process is None or process.stdin is None:
            return
        try:
            with self._writing:
                process.stdin.write(line.encode("ascii") + b"\n")
                process.stdin.flush()
        except (OSError, ValueError):
            pass  # it has just died; the next one looks for work by itself

    def drain(self) -> None:
        self._draining = True
        self.order("drain")

    def join(self, seconds: float) -> None:
        self._thread.join(seconds)

    def close(self, seconds: float) -> None:
        """Wait for the process to end; kill it if it does not."""
        self._draining = True
        self._thread.join(seconds)
        self._closed.set()
        if self.alive:
            assert self._process is not None
            self._process.kill()
        self._thread.join()

    def _keep_running(self) -> None:
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
                self._closed.wait(pause)

    def _run(self, name: str) -> int:
        """Run one process to its end and return its status."""
        command = [
            sys.executable,
            # The folder that the server was started in may hold a random.py.
            "-P",
            "-m",
            "judge.service.worker_main",
            name,
            str(self._lease_seconds),
        ]
        # In a session of its own: Ctrl-C is for the server, which then drains its workers.
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self._environment,
            start_new_session=True,
        ) as process:
            self._heard_at = time.monotonic() + STARTING_SECONDS
            self._process = process
            if self._draining:
                process.kill()
            assert process.stdout is not None
            for line in process.stdout:
                self._heard_at = max(self._heard_at, time.monotonic())
                self._hear(line)
            return process.wait()

    def _hear(self, line: bytes) -> None:
        try:
            message = WorkerMessage.from_line(line)
        except (ValueError, TypeError):
            return  # cut in the middle: it died while it wrote
        if message.name != HEARTBEAT:
            if "verdict" in message.data and message.name == DONE:
                self.written[message.data["verdict"]] += 1
            self._publish(message)
        elif message.data:
            self._latest = Figures(**message.data["figures"])
            self._still_seconds = message.data["still_seconds"]
            self._unable = message.data["unable"]

    def _bury(self, name: str, status: int) -> None:
        self._past += Figures(started=self._latest.started)
        self._latest = Figures()
        self._still_seconds, self._unable = 0.0, False
        if status != 0 and not self._draining:
            log.warning("a worker ended with status %s; another takes its place", status)
        try:
            held = self._queue.bury(name)
        except HostError as error:
            log.error("%s", error)  # its leases run out by themselves
            held = []
        for id_ in held:
            log.warning("the worker of submission %s died; it is tried again", id_)
        # It may have died between writing its last report and saying so.
        self._publish(WorkerMessage("", WORKER_DIED))

    def _kill_silent(self) -> None:
        most = 2 * self._lease_seconds
        while not self._closed.wait(self._lease_seconds / 4):
            process = self._process
            if process is not None and self.alive and time.monotonic() - self._heard_at > most:
                log.warning("a worker was silent for %.0f seconds and is killed", most)
                process.kill()
