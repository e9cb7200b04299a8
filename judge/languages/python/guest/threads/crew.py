"""Real threads that are used again: to start one takes longer than a schedule's step."""

from _thread import LockType, allocate_lock, stack_size, start_new_thread
from collections.abc import Callable
from typing import Any

from . import tracing

#: Of each thread: room for recursion to Python's usual limit, also through C.
STACK_BYTES = 4 * 1024 * 1024


_Work = Callable[[Any, Callable[[], None]], None]


class _Seat:
    """One thread: what it shall do next, and the lock that it sleeps on."""

    __slots__ = ("lock", "work")

    def __init__(self, work: tuple[_Work, Any]) -> None:
        self.work = work
        self.lock: LockType = allocate_lock()
        self.lock.acquire()


class Crew:
    """Threads that wait for work."""

    def __init__(self) -> None:
        self._idle: list[_Seat] = []
        self._gathered = False

    def gather(self) -> None:
        """Start the first thread, unless there is one: it is traced, and never works.

        Python 3.12.1 crashes where tracing begins in the first thread, or ends in the last, while
        others start or are inside their tracer. So one stays, from before the others.
        """
        if self._gathered:
            return
        self._gathered = True
        tracing.ask_for_instructions()
        stack_size(STACK_BYTES)
        traced = allocate_lock()
        traced.acquire()
        start_new_thread(_stay, (traced,))
        traced.acquire()

    def employ(self, work: _Work, argument: Any) -> None:
        """Let a thread do something; it calls what it is given when it needs the thread no more."""
        if self._idle:
            seat = self._idle.pop()
            seat.work = work, argument
            seat.lock.release()
            return
        start_new_thread(self._live, (_Seat((work, argument)),))

    def _live(self, seat: _Seat) -> None:
        while True:
            tracing.begin()
            work, argument = seat.work
            work(argument, lambda: self._idle.append(seat))
            seat.lock.acquire()


def _stay(traced: LockType) -> None:
    """Begin to be traced, say so, and wait for ever."""
    tracing.begin()
    for_ever = allocate_lock()
    for_ever.acquire()
    traced.release()
    for_ever.acquire()
