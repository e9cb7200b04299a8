"""The workers of this process, as one of several that share a store.

What one process tells its workers, all tell theirs, and what a worker says reaches every server: by
a bell, on which nothing depends. A ring is a line: `wake`, `cancel ID`, or `from PROCESS MESSAGE`.
"""

import contextlib
import re
import secrets
from collections import Counter

from judge.execution import Figures
from judge.service.workers.messages import DONE, WORKER_DIED, Publish, WorkerMessage
from judge.service.workers.pool import WorkerPool
from judge.storage import Bell

#: What a worker is told is a line: nothing but an id gets into it.
ID = re.compile(r"[0-9a-f]{32}")


class SharedPool:
    """A `WorkerPool` whose orders and messages go to the other processes too."""

    def __init__(self, pool: WorkerPool, bell: Bell) -> None:
        self._pool = pool
        self._bell = bell
        self._process = secrets.token_hex(8)

    def start(self, publish: Publish) -> None:
        self._publish = publish
        self._bell.listen(self._hear)
        self._pool.start(self._tell)

    def wake(self) -> None:
        self._pool.wake()
        self._bell.ring("wake")

    def cancel(self, id_: str) -> None:
        self._pool.cancel(id_)
        self._bell.ring(f"cancel {id_}")

    def alive(self) -> int:
        return self._pool.alive()

    def able(self) -> int:
        return self._pool.able()

    def figures(self) -> Figures:
        return self._pool.figures()

    def written(self) -> Counter[str]:
        return self._pool.written()

    def drain(self, seconds: float) -> None:
        self._pool.drain(seconds)
        self._bell.close()

    def _tell(self, message: WorkerMessage) -> None:
        self._publish(message)
        if message.name != WORKER_DIED:
            self._bell.ring(f"from {self._process} {message.to_line().decode('ascii')}")

    def _hear(self, text: str) -> None:
        order, _, rest = text.partition(" ")
        if order == "wake":
            self._pool.wake()
        elif order == "cancel" and ID.fullmatch(rest) is not None:
            self._pool.cancel(rest)
            self._publish(WorkerMessage(rest, DONE))
        elif order == "from" and not rest.startswith(self._process):
            # The processes of a cluster may be of two versions for a while.
            with contextlib.suppress(ValueError, TypeError):
                self._publish(WorkerMessage.from_line(rest.partition(" ")[2].encode("ascii")))
