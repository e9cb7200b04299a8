"""Stand-ins for the locks of `threading` and its conditions, which are over a lock.

They wait in the schedule, never for real. Their state has names that a submission cannot write
(`look`). Outside of a schedule, while a file is loaded, they work for one thread.
"""

from collections.abc import Callable
from typing import Any

from .points import FREE, READ, TAKE, TRY, WRITE
from .scheduler import here
from .waits import come_to_point, give_way, limit_of, me, name_of, note, until, wait_until, wake

TIMEOUT_MAX = 4294967.0


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


def _take(lock: "Lock | RLock", limit: Any) -> bool:
    come_to_point()
    words = lambda: f"a lock that {name_of(lock.__holder__ or 0)} holds"  # noqa: E731 - said late
    if not wait_until(lock, lambda: lock.__holder__ is None, words, limit):
        note(lock, TRY, point=False)
        give_way()
        return False
    lock.__holder__ = me()
    note(lock, TAKE if limit is None else TRY, point=False)
    return True


def _free(lock: "Lock | RLock") -> None:
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
    if not _take(lock, limit):
        return False
    lock.__count__ = count
    return True


def _free_again(lock: RLock) -> None:
    if lock.__holder__ != me() or not lock.__count__:
        raise RuntimeError("cannot release un-acquired lock")
    lock.__count__ -= 1
    if not lock.__count__:
        _free(lock)


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
    _free(lock)
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
