"""Locks of multiprocessing without shared memory: there is one process, so threads share them."""

import threading

RECURSIVE = 0  #: multiprocessing.synchronize.RECURSIVE_MUTEX


class SemLock:
    """A counting semaphore or a recursive lock, in the place of `_multiprocessing.SemLock`."""

    SEM_VALUE_MAX = 2**31 - 1

    def __init__(self, kind: int, value: int, maxvalue: int, name: str, unlink: bool) -> None:  # noqa: ARG002 - the signature of the type whose place it takes
        self.kind = kind
        self.maxvalue = maxvalue
        self.name = None
        self.handle = 0
        self._value = value
        self._held = 0
        self._owner = 0
        self._changed = threading.Condition(threading.Lock())

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """Take one; return False if there was none in time."""
        with self._changed:
            if self.kind == RECURSIVE and self._is_mine():
                self._held += 1
                return True
            seconds = None if timeout is None else max(timeout, 0.0)
            if not self._changed.wait_for(lambda: self._value > 0, seconds if block else 0.0):
                return False
            self._value -= 1
            self._held += 1
            self._owner = threading.get_ident()
            return True

    def release(self) -> None:
        """Give one back.

        Raises `AssertionError` for a recursive lock of another thread, ValueError above `maxvalue`.
        """
        with self._changed:
            if self.kind == RECURSIVE:
                if not self._is_mine():
                    raise AssertionError("attempt to release recursive lock not owned by thread")
                if self._held > 1:
                    self._held -= 1
                    return
            elif self._value >= self.maxvalue:
                raise ValueError("semaphore or lock released too many times")
            self._held -= 1
            self._value += 1
            self._changed.notify()

    def _is_mine(self) -> bool:
        return self._held > 0 and self._owner == threading.get_ident()

    def _count(self) -> int:
        return self._held

    def _get_value(self) -> int:
        return self._value

    def _is_zero(self) -> bool:
        return self._value == 0

    def _after_fork(self) -> None:
        """Do nothing: there is no fork."""

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_error: object) -> None:
        self.release()
