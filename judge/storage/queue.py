"""The protocol of every queue: ids of submissions that wait, given out as leases that run out.

A queue holds ids alone. What a submission is, and whether it is over, its row says; so an id that
is given out once too often does no harm, and one that was lost is put in again by comparing `ids`
with the open rows.
"""

from collections.abc import Sequence
from typing import Protocol

from judge.records import dataclass
from judge.storage.records import Urgency

#: The owner of what the person sends whose host this is. Those of issued tokens are their ids.
LOCAL_OWNER = "local"
#: The owner of what is judged again (`judge.storage.rejudgings`).
REJUDGE = "rejudge"
#: One lease in so many looks at background work first, so that it never starves.
BACKGROUND_SHARE = 5


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on one submission for a while.

    `attempt` counts the leases so far, this one too; `deaths` the workers that died of it.
    """

    id: str
    token: str
    attempt: int
    deaths: int


@dataclass(frozen=True, slots=True)
class Depth:
    """How many ids wait, and how many are leased."""

    waiting: int
    leased: int

    @property
    def total(self) -> int:
        return self.waiting + self.leased


class Queue(Protocol):
    """Ids that wait. What is leased and neither acknowledged nor extended is given out again.

    An owner holds at most its share of leases, a number that each queue is made with; the local
    owner has no such bound. Any thread and any process may call it. Every method raises
    `StoreError` when it fails.
    """

    def put(self, id_: str, owner: str, urgency: Urgency, attempts: int = 0) -> None:
        """Add an id; one that is there already keeps its place.

        `attempts` are the leases that it had in a queue that lost it.
        """
        ...

    def put_all(self, ids: Sequence[str], owner: str, urgency: Urgency) -> None:
        """Add ids of one owner in this order, as `put` does, in one step."""
        ...

    def lease(self, worker: str, seconds: float) -> Lease | None:
        """Lease the next id to a worker; None when none waits whose owner may have one more.

        Interactive work comes before background work, except that every `BACKGROUND_SHARE`th
        lease looks at background work first; then the local owner, then who was served longest
        ago; then that owner's oldest id.
        """
        ...

    def extend(self, lease: Lease, seconds: float) -> bool:
        """Keep a lease that long from now on; False when it is lost."""
        ...

    def ack(self, lease: Lease) -> bool:
        """Remove the id, which is done; False when the lease is lost."""
        ...

    def nak(self, lease: Lease) -> bool:
        """Give the id back at once, to its place; False when the lease is lost."""
        ...

    def dead(self, lease: Lease) -> bool:
        """Remove an id that cannot be finished; False when the lease is lost."""
        ...

    def drop(self, id_: str) -> None:
        """Remove a cancelled id, leased or not; its lease is lost."""
        ...

    def drop_all(self, ids: Sequence[str]) -> None:
        """Remove ids likewise, in one step."""
        ...

    def bury(self, worker: str) -> list[str]:
        """Give back the leases of a dead worker, count its death, and return their ids."""
        ...

    def give_back_all(self) -> list[str]:
        """Give back every lease of workers that ended with their server; return their ids.

        No death is counted.
        """
        ...

    def ahead(self, id_: str) -> int:
        """Count the ids that wait and are likely to be leased before this one does.

        An estimate: who comes later may be served first. 0 for an id that does not wait.
        """
        ...

    def depth(self) -> Depth:
        """Count the ids."""
        ...

    def ids(self) -> set[str]:
        """Return every id, waiting or leased."""
        ...
