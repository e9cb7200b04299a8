"""Stand-ins for what threads signal each other by: semaphores, events and barriers.

As with locks, they wait in the schedule, and their state has names that a submission cannot write.
"""

import math
from typing import Any

from .points import FREE, READ, TAKE, TRY, WRITE
from .scheduler import here
from .waits import come_to_point, give_way, limit_of, note, wait_until, wake


class BrokenBarrierError(RuntimeError):
    """Raised by a barrier that was broken or reset."""


class Semaphore:
    """A counter that `acquire` lowers and `release` raises."""

    __slots__ = ("__dict__", "__most__", "__value__", "__weakref__")

    def __init__(self, value: int = 1) -> None:
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self.__value__ = value
        self.__most__: float = math.inf

    def acquire(self, blocking: bool = True, timeout: float | None = None) -> bool:
        return _lower(self, limit_of(blocking, timeout))

    def release(self, n: int = 1) -> None:
        _raise(self, n)

    def __enter__(self) -> bool:
        return _lower(self, None)

    def __exit__(self, *_: object) -> None:
        _raise(self, 1)


class BoundedSemaphore(Semaphore):
    """A semaphore that is never raised above where it began."""

    __slots__ = ()

    def __init__(self, value: int = 1) -> None:
        super().__init__(value)
        self.__most__ = value


def _lower(semaphore: Semaphore, limit: Any) -> bool:
    come_to_point()
    words = lambda: "a semaphore that is 0"  # noqa: E731 - said late
    if not wait_until(semaphore, lambda: semaphore.__value__ > 0, words, limit):
        note(semaphore, TRY, point=False)
        give_way()
        return False
    semaphore.__value__ -= 1
    note(semaphore, TAKE if limit is None else TRY, point=False)
    return True


def _raise(semaphore: Semaphore, n: int) -> None:
    if n < 1:
        raise ValueError("n must be one or more")
    if semaphore.__value__ + n > semaphore.__most__:
        raise ValueError("Semaphore released too many times")
    schedule = here()
    if schedule is not None and not schedule.ending:
        note(semaphore, FREE)
    semaphore.__value__ += n
    wake(semaphore)


class Event:
    """A flag that threads wait for."""

    __slots__ = ("__dict__", "__flag__", "__weakref__")

    def __init__(self) -> None:
        self.__flag__ = False

    def is_set(self) -> bool:
        note(self, READ)
        return self.__flag__

    isSet = is_set  # noqa: N815 - the old name, until Python 3.13

    def set(self) -> None:
        note(self, WRITE)
        self.__flag__ = True
        wake(self)

    def clear(self) -> None:
        note(self, WRITE)
        self.__flag__ = False

    def wait(self, timeout: float | None = None) -> bool:
        come_to_point()
        words = lambda: "an event that nobody sets"  # noqa: E731 - said late
        seen = wait_until(self, lambda: self.__flag__, words, timeout)
        note(self, READ, point=False)
        return seen


class Barrier:
    """A place where so many threads wait for each other."""

    __slots__ = (
        "__action__",
        "__broken__",
        "__dict__",
        "__here__",
        "__parties__",
        "__round__",
        "__timeout__",
        "__weakref__",
    )

    def __init__(self, parties: int, action: Any = None, timeout: float | None = None) -> None:
        if parties < 1:
            raise ValueError("parties must be > 0")
        self.__parties__, self.__action__, self.__timeout__ = parties, action, timeout
        self.__here__, self.__broken__ = 0, False
        self.__round__ = [False]

    @property
    def parties(self) -> int:
        return self.__parties__

    @property
    def n_waiting(self) -> int:
        return self.__here__

    @property
    def broken(self) -> bool:
        return self.__broken__

    def wait(self, timeout: float | None = None) -> int:
        note(self, WRITE)
        if self.__broken__:
            raise BrokenBarrierError
        place, own = self.__here__, self.__round__
        self.__here__ += 1
        if self.__here__ == self.__parties__:
            if self.__action__ is not None:
                self.__action__()
            self.__here__, self.__round__ = 0, [False]
            own[0] = True
            wake(own)
            return place
        limit = self.__timeout__ if timeout is None else timeout
        words = lambda: "a barrier that others do not reach"  # noqa: E731 - said late
        met = wait_until(own, lambda: own[0] or self.__broken__, words, limit)
        if not met or not own[0]:
            self.abort()
            raise BrokenBarrierError
        return place

    def reset(self) -> None:
        note(self, WRITE)
        old, self.__round__, self.__here__ = self.__round__, [False], 0
        if not old[0]:
            wake(old)

    def abort(self) -> None:
        note(self, WRITE)
        self.__broken__, self.__here__ = True, 0
        wake(self.__round__)
