"""Shares: how much each owner may hold of what all of them use.

No token holds a resource alone. A resource has `room` for the issued tokens together, and one of
them may hold a quarter of it. The local owner has as much room again: others never fill it. Where
owners wait for a turn, each has a line of its own, the lines are served in turn, and the local
owner's comes first.

All methods belong to the event loop's thread, except `Shares.refuse`, which keeps nothing.
"""

import contextlib
from collections import Counter, deque
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from judge.storage import LOCAL_OWNER

T = TypeVar("T")

#: Of a resource, one token may hold one in so many.
PARTS = 4


class UnavailableError(Exception):
    """Raised when no more is taken in: all room is used, or the service is stopping."""


class ShareError(Exception):
    """Raised when an owner holds its whole share; it may ask again when it has given some back."""


class Shares:
    """The shares of one resource, `what` in the plural.

    `each` is what one token may hold where it is not a quarter; it is never more than half.
    """

    def __init__(self, what: str, room: int, each: int | None = None) -> None:
        self._what = what
        self._room = room
        self._each = max(1, room // PARTS if each is None else min(each, room // 2))
        self._held: Counter[str] = Counter()

    def check(self, owner: str) -> None:
        """Raise `ShareError` or `UnavailableError` where an owner may hold no more."""
        local = self._held[LOCAL_OWNER]
        self.refuse(owner, own=self._held[owner], tokens=self._held.total() - local)

    def refuse(self, owner: str, *, own: int, tokens: int) -> None:
        """Raise likewise for an owner that holds `own` while all issued tokens hold `tokens`."""
        local = owner == LOCAL_OWNER
        if not local and own >= self._each:
            raise ShareError(f"this token may have {self._each} {self._what} at once")
        if (own if local else tokens) >= self._room:
            raise UnavailableError(f"there are {self._room} {self._what} already")

    @contextlib.contextmanager
    def held(self, owner: str) -> Iterator[None]:
        """Count one piece as the owner's for a while. `check` comes first where it may be full."""
        self.add(owner)
        try:
            yield
        finally:
            self.give_back(owner)

    def add(self, owner: str) -> None:
        """Count one piece more as the owner's."""
        self._held[owner] += 1

    def give_back(self, owner: str) -> None:
        """Count one piece less."""
        self._held[owner] -= 1
        if self._held[owner] <= 0:
            del self._held[owner]


class Lines(Generic[T]):
    """Waiting lines, one for each owner, served in turn; the local owner's comes first."""

    def __init__(self) -> None:
        #: The owner whose turn is next stands first.
        self._lines: dict[str, deque[T]] = {}

    def put(self, owner: str, item: T) -> None:
        """Add an item to the end of its owner's line."""
        self._lines.setdefault(owner, deque()).append(item)

    def take(self, may: Callable[[str], bool]) -> T | None:
        """Remove and return the next item of an owner that `may` be served; None if none waits."""
        owners = sorted(self._lines, key=lambda owner: owner != LOCAL_OWNER)
        owner = next(filter(may, owners), None)
        if owner is None:
            return None
        line = self._lines.pop(owner)
        item = line.popleft()
        if line:
            self._lines[owner] = line
        return item

    def drop(self, owner: str, item: T) -> bool:
        """Remove an item that is not wanted any more; False when it is not there."""
        line = self._lines.get(owner, deque())
        if item not in line:
            return False
        line.remove(item)
        if not line:
            del self._lines[owner]
        return True
