"""A queue in this process's memory: what every other implementation of `Queue` has to keep."""

import itertools
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from judge.storage.queue import BACKGROUND_SHARE, LOCAL_OWNER, Depth, Lease
from judge.storage.records import Urgency


@dataclass
class _Job:
    id: str
    owner: str
    urgency: Urgency
    attempts: int = 0
    deaths: int = 0
    token: str = ""
    until: float = 0.0
    worker: str = ""

    def free(self) -> None:
        self.token, self.until, self.worker = "", 0.0, ""


class MemoryQueue:
    """Stands in for `judge.storage.LeaseQueue`, for the threads of one process."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, share: int | None = None
    ) -> None:
        self._clock = clock
        self._share = share
        self._lock = threading.RLock()
        self._jobs: dict[str, _Job] = {}
        self._served: dict[str, int] = {}
        self._tokens = itertools.count(1)

    def put(self, id_: str, owner: str, urgency: Urgency, attempts: int = 0) -> None:
        with self._lock:
            self._jobs.setdefault(id_, _Job(id_, owner, urgency, attempts))

    def put_all(self, ids: Sequence[str], owner: str, urgency: Urgency) -> None:
        for id_ in ids:
            self.put(id_, owner, urgency)

    def lease(self, worker: str, seconds: float) -> Lease | None:
        with self._lock:
            waiting = [job for job in self._waiting() if self._may_have_more(job.owner)]
            if not waiting:
                return None
            turn = max(self._served.values(), default=0) + 1
            sign = -1 if turn % BACKGROUND_SHARE == 0 else 1
            # The oldest comes first among equals: min() returns the first of several.
            job = min(
                waiting,
                key=lambda j: (
                    sign * j.urgency.rank,
                    j.owner != LOCAL_OWNER,
                    self._served.get(j.owner, 0),
                ),
            )
            self._served[job.owner] = turn
            job.token, job.worker = str(next(self._tokens)), worker
            job.until = self._clock() + seconds
            job.attempts += 1
            return Lease(job.id, job.token, job.attempts, job.deaths)

    def extend(self, lease: Lease, seconds: float) -> bool:
        with self._lock:
            job = self._held(lease)
            if job is not None:
                job.until = self._clock() + seconds
            return job is not None

    def ack(self, lease: Lease) -> bool:
        with self._lock:
            job = self._held(lease)
            return job is not None and self._jobs.pop(job.id) is job

    def nak(self, lease: Lease) -> bool:
        with self._lock:
            job = self._held(lease)
            if job is not None:
                job.free()
            return job is not None

    def dead(self, lease: Lease) -> bool:
        return self.ack(lease)

    def drop(self, id_: str) -> None:
        with self._lock:
            self._jobs.pop(id_, None)

    def drop_all(self, ids: Sequence[str]) -> None:
        for id_ in ids:
            self.drop(id_)

    def bury(self, worker: str) -> list[str]:
        return self._give_back(lambda job: job.worker == worker, deaths=1)

    def give_back_all(self) -> list[str]:
        return self._give_back(lambda _job: True, deaths=0)

    def ahead(self, id_: str) -> int:
        with self._lock:
            waiting = self._waiting()
            places = [at for at, job in enumerate(waiting) if job.id == id_]
            if not places:
                return 0
            mine = waiting[places[0]]
            return sum(
                (job.urgency.rank, at) < (mine.urgency.rank, places[0])
                and (mine.owner != LOCAL_OWNER or job.owner == LOCAL_OWNER)
                for at, job in enumerate(waiting)
            )

    def depth(self) -> Depth:
        with self._lock:
            waiting = len(self._waiting())
            return Depth(waiting, len(self._jobs) - waiting)

    def ids(self) -> set[str]:
        with self._lock:
            return set(self._jobs)

    def _waiting(self) -> list[_Job]:
        now = self._clock()
        return [job for job in self._jobs.values() if not job.token or job.until < now]

    def _may_have_more(self, owner: str) -> bool:
        waiting = self._waiting()
        held = [job for job in self._jobs.values() if job.owner == owner and job not in waiting]
        return self._share is None or owner == LOCAL_OWNER or len(held) < self._share

    def _held(self, lease: Lease) -> _Job | None:
        job = self._jobs.get(lease.id)
        return job if job is not None and job.token == lease.token else None

    def _give_back(self, chosen: Callable[[_Job], bool], deaths: int) -> list[str]:
        with self._lock:
            found = [job for job in self._jobs.values() if job.token and chosen(job)]
            for job in found:
                job.free()
                job.deaths += deaths
            return [job.id for job in found]
