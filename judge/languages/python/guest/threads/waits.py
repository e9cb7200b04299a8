"""Waits and points of a schedule: what the stand-ins for locks, threads and queues have in common.

Outside of a schedule, while a file is loaded, they work for one thread.
"""

from collections.abc import Callable
from typing import Any

from .scheduler import Scheduler, here


def me() -> int:
    """Return the number of the current thread; 0 outside of a schedule."""
    schedule = here()
    return schedule.current.number if schedule is not None else 0


def until(schedule: Scheduler, timeout: Any) -> float | None:
    """Return the moment at which a wait ends, by the virtual clock; None if it never does."""
    if timeout is None:
        return None
    return schedule.now + max(float(timeout), 0.0)


def wait_until(
    thing: Any, is_ready: Callable[[], bool], waits: Callable[[], str], limit: Any
) -> bool:
    """Wait in the schedule until something holds; return False where time ran out."""
    schedule = here()
    if schedule is None:
        if not is_ready():
            raise RuntimeError(f"this would wait for ever: for {waits()}")
        return True
    end = until(schedule, limit)
    while not is_ready():
        if end is not None and schedule.now >= end:
            return False
        schedule.block(thing, waits, end)
    return True


def note(thing: Any, how: int, *, point: bool = True) -> None:
    """Come to a point, and note what is touched there."""
    schedule = here()
    if schedule is None:
        return
    if point:
        schedule.point()
    schedule.note((type(thing).__name__, schedule.number(thing)), how)


def come_to_point() -> None:
    """Come to a point, without touching anything."""
    schedule = here()
    if schedule is not None:
        schedule.point()


def wake(thing: Any, most: int = 1_000) -> None:
    """Wake those who wait for a thing."""
    schedule = here()
    if schedule is not None:
        schedule.wake(thing, most)


def name_of(number: int) -> str:
    """Return the name of a thread as the report has it."""
    schedule = here()
    if schedule is None or number >= len(schedule.tasks):
        return f"thread {number}"
    return schedule.tasks[number].label


def give_way() -> None:
    """Give way after a try in vain: who tries again at once must not keep others from going on."""
    schedule = here()
    if schedule is not None and schedule.concurrent:
        schedule.give_way()


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
