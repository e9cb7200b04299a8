"""The pool of worker processes: started, heard, and replaced when they die."""

import time
from collections import Counter
from collections.abc import Mapping
from typing import Protocol

from judge.execution import Figures
from judge.service.workers.messages import Publish
from judge.service.workers.slot import WorkerSlot
from judge.storage import Queue

#: From the last order to the kill of a process that does not obey.
OBEY_SECONDS = 3.0


class WorkerPool(Protocol):
    """The workers of a server, as the server sees them."""

    def start(self, publish: Publish) -> None:
        """Start the workers; `publish` is called from other threads."""
        ...

    def wake(self) -> None:
        """Tell the workers that the queue has something."""
        ...

    def cancel(self, id_: str) -> None:
        """Tell the workers that a submission is not wanted any more."""
        ...

    def alive(self) -> int:
        """Count the workers that are alive."""
        ...

    def able(self) -> int:
        """Count the workers that are alive, do not hang, and could judge what they judged last."""
        ...

    def figures(self) -> Figures:
        """Return the sandboxes' figures as the workers sent them last."""
        ...

    def written(self) -> Counter[str]:
        """Count the reports that these workers wrote, by verdict."""
        ...

    def drain(self, seconds: float) -> None:
        """Take no more work, let what runs end within `seconds`, give back the rest. Waits."""
        ...


class WorkerProcesses:
    """A pool of `workers` processes on this machine."""

    def __init__(
        self,
        queue: Queue,
        environment: Mapping[str, str],
        *,
        workers: int,
        lease_seconds: float,
    ) -> None:
        self._slots = [
            WorkerSlot(queue, environment, lease_seconds, f"worker-{number}")
            for number in range(workers)
        ]

    def start(self, publish: Publish) -> None:
        for slot in self._slots:
            slot.start(publish)

    def wake(self) -> None:
        self._order("wake")

    def cancel(self, id_: str) -> None:
        self._order(f"cancel {id_}")

    def alive(self) -> int:
        return sum(slot.alive for slot in self._slots)

    def able(self) -> int:
        return sum(slot.able for slot in self._slots)

    def figures(self) -> Figures:
        return sum((slot.figures for slot in self._slots), Figures())

    def written(self) -> Counter[str]:
        # Copied in one step: another thread may add a verdict meanwhile.
        return sum((slot.written.copy() for slot in self._slots), Counter())

    def drain(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        for slot in self._slots:
            slot.drain()
        for slot in self._slots:
            slot.join(max(end - time.monotonic(), 0.0))
        self._order("abort")
        end = time.monotonic() + OBEY_SECONDS
        for slot in self._slots:
            slot.close(max(end - time.monotonic(), 0.0))

    def _order(self, line: str) -> None:
        for slot in self._slots:
            slot.order(line)
