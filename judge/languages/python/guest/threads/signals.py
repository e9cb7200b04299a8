"""Stand-ins for the locks and the like of `threading`: they wait in the schedule, never for real.

Their state has names that a submission cannot write (`look`). Outside of a schedule, while a file
is loaded, they work for one thread.
"""

import math
from collections.abc import Callable
from typing import Any

from .points import FREE, READ, TAKE, TRY, WRITE
from .scheduler import here
from .waits import come_to_point, me, name_of, note, until, wait_until, wake

TIMEOUT_MAX = 4294967.0


class BrokenBarrierError(RuntimeError):
    """Raised by a barrier that was broken or reset."""


def limit_of(blocking: Any, timeout: Any) -> Any:
    """Return the timeout of `acquire(blocking, timeout)`: 0 to try once, None to wait for ever."""
    if not blocking:
        if timeout not in (-1, None):
            raise ValueError("can't specify a timeout for a non-blocking call")
        return 0
    if timeout is None or timeout == -1:
        return None
    if timeout < 0:
        raise ValueError("timeout value must be a non-negative number")
    return timeout


class Lock:
    """A lock that whoever may release."""

    __slots__ = ("__dict__", "__holder__", "__weakref__")

    def __init__(self) -> None:
        self.__holder__: int | None = None

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        return _take(self, limit_of(blocking, timeout))

    def release(self) -> None:
        if self.__holder__ is None:
            raise RuntimeError("release unlocked lock")
        _free(self)

    def locked(self) -> bool:
        note(self, READ)
        return self.__holder__ is not None

    def __enter__(self) -> bool:
        return _take(self, None)

    def __exit__(self, *_: object) -> None:
        if self.__holder__ is None:
            raise RuntimeError("release unlocked lock")
        _free(self)


def _take(lock: Lock, limit: Any) -> bool:
    come_to_point()
    words = lambda: f"a lock that {name_of(lock.__holder__ or 0)} holds"  # noqa: E731 - said late
    if not wait_until(lock, lambda: lock.__holder__ is None, words, limit):
        note(lock, TRY, point=False)
        _patient()
        return False
    lock.__holder__ = me()
    note(lock, TAKE if limit is None else TRY, point=False)
    return True


def _patient() -> None:
    """Give way after a try in vain: who tries again at once must not keep others from going on."""
    schedule = here()
    if schedule is not None and schedule.concurrent:
        schedule.give_way()


def _free(lock: Lock) -> None:
    schedule = here()
    if schedule is not None and not schedule.ending:
        note(lock, FREE)
    lock.__holder__ = None
    wake(lock)


class RLock:
    """A lock that its holder may take again, and only the holder may release."""

    __slots__ = ("__count__", "__dict__", "__holder__", "__weakref__")

    def __init__(self) -> None:
        self.__holder__: int | None = None
        self.__count__ = 0

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        return _take_again(self, limit_of(blocking, timeout))

    def release(self) -> None:
        _free_again(self)

    def __enter__(self) -> bool:
        return _take_again(self, None)

    def __exit__(self, *_: object) -> None:
        _free_again(self)


def _take_again(lock: RLock, limit: Any, count: int = 1) -> bool:
    if lock.__holder__ == me() and lock.__count__:
        lock.__count__ += count
        return True
    if not _take(lock, limit):  # type: ignore[arg-type]  # it has a holder, which is all that counts
        return False
    lock.__count__ = count
    return True


def _free_again(lock: RLock) -> None:
    if lock.__holder__ != me() or not lock.__count__:
        raise RuntimeError("cannot release un-acquired lock")
    lock.__count__ -= 1
    if not lock.__count__:
        _free(lock)  # type: ignore[arg-type]  # it has a holder, which is all that counts


class Condition:
    """A condition variable over a lock of this module."""

    __slots__ = ("__dict__", "__lock__", "__waiters__", "__weakref__")

    def __init__(self, lock: Lock | RLock | None = None) -> None:
        if lock is not None and not isinstance(lock, Lock | RLock):
            raise TypeError("the lock of a Condition is a Lock or an RLock of threading")
        self.__lock__: Lock | RLock = RLock() if lock is None else lock
        self.__waiters__: list[list[bool]] = []

    def acquire(self, *args: Any, **kwargs: Any) -> bool:
        limit = limit_of(*(args or (True,)), **({"timeout": -1} if len(args) < 2 else {}) | kwargs)
        return _take_any(self.__lock__, limit)

    def release(self) -> None:
        _free_any(self.__lock__)

    def __enter__(self) -> bool:
        return _take_any(self.__lock__, None)

    def __exit__(self, *_: object) -> None:
        _free_any(self.__lock__)

    def wait(self, timeout: float | None = None) -> bool:
        return _wait(self, timeout)

    def wait_for(self, predicate: Callable[[], Any], timeout: float | None = None) -> Any:
        schedule = here()
        end = None if schedule is None else until(schedule, timeout)
        result = predicate()
        while not result:
            left = None
            if end is not None and schedule is not None:
                left = end - schedule.now
                if left <= 0:
                    break
            _wait(self, left)
            result = predicate()
        return result

    def notify(self, n: int = 1) -> None:
        _notify(self, n)

    def notify_all(self) -> None:
        _notify(self, len(self.__waiters__))

    notifyAll = notify_all  # noqa: N815 - the old name, until Python 3.13


def _take_any(lock: Lock | RLock, limit: Any) -> bool:
    return _take_again(lock, limit) if isinstance(lock, RLock) else _take(lock, limit)


def _free_any(lock: Lock | RLock) -> None:
    if isinstance(lock, RLock):
        _free_again(lock)
        return
    if lock.__holder__ is None:
        raise RuntimeError("release unlocked lock")
    _free(lock)


def _is_held(lock: Lock | RLock) -> bool:
    return lock.__holder__ == me() if isinstance(lock, RLock) else lock.__holder__ is not None


def _wait(condition: Condition, timeout: float | None) -> bool:
    lock = condition.__lock__
    if not _is_held(lock):
        raise RuntimeError("cannot wait on un-acquired lock")
    note(condition, WRITE)
    told = [False]
    condition.__waiters__.append(told)
    count = lock.__count__ if isinstance(lock, RLock) else 1
    if isinstance(lock, RLock):
        lock.__count__ = 0
    _free(lock)  # type: ignore[arg-type]  # it has a holder, which is all that counts
    try:
        wait_until(told, lambda: told[0], lambda: "a condition that nobody notifies", timeout)
    finally:
        if not told[0] and told in condition.__waiters__:
            condition.__waiters__ = [one for one in condition.__waiters__ if one is not told]
        schedule = here()
        if schedule is None or not schedule.ending:
            if isinstance(lock, RLock):
                _take_again(lock, None, count)
            else:
                _take(lock, None)
    return told[0]


def _notify(condition: Condition, count: int) -> None:
    if not _is_held(condition.__lock__):
        raise RuntimeError("cannot notify on un-acquired lock")
    note(condition, WRITE)
    for told in condition.__waiters__[:count]:
        told[0] = True
        wake(told)
    condition.__waiters__ = condition.__waiters__[count:]


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
        _patient()
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
