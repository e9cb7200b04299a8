"""The protocol of every queue: a message is an id, and a lease on it runs out unless extended."""

from dataclasses import dataclass
from typing import Protocol

from judge.storage.records import Urgency


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on one submission for a while.

    `attempt` counts the leases so far, this one too; `deaths` the workers that died of it.
    """

    id: str
    token: str
    attempt: int
    deaths: int


class Queue(Protocol):
    """Ids that wait. What is leased and neither acknowledged nor extended is given out again."""

    def put(self, id_: str, owner: str, urgency: Urgency) -> None:
        """Add an id; one that is there already stays where it is."""
        ...

    def lease(self, worker: str, seconds: float) -> Lease | None:
        """Return whose turn it is, or None when nothing waits."""
        ...

    def extend(self, lease: Lease, seconds: float) -> bool:
        """Keep a lease that long from now on; False when it is lost."""
        ...

    def ack(self, lease: Lease) -> bool:
        """Take the id out, since it is done; False when the lease is lost."""
        ...

    def nak(self, lease: Lease) -> bool:
        """Give the id back at once, to its place; False when the lease is lost."""
        ...

    def dead(self, lease: Lease) -> bool:
        """Take out an id that nobody can finish; False when the lease is lost."""
        ...
