import threading
from collections.abc import Callable
from multiprocessing import synchronize

import pytest

from judge.languages.python.guest.semaphores import RECURSIVE, SemLock

SEMAPHORE = synchronize.SEMAPHORE  # type: ignore[attr-defined]  # not in typeshed


def lock(kind: int = SEMAPHORE, value: int = 1, maxvalue: int = 1) -> SemLock:
    return SemLock(kind, value, maxvalue, "/unused", unlink=True)


def elsewhere(act: Callable[[], object]) -> object:
    """Return what `act` gives in another thread."""
    seen: list[object] = []
    thread = threading.Thread(target=lambda: seen.append(act()))
    thread.start()
    thread.join()
    return seen[0]


def test_the_kinds_are_those_of_multiprocessing() -> None:
    assert RECURSIVE == synchronize.RECURSIVE_MUTEX  # type: ignore[attr-defined]  # not in typeshed


def test_a_lock_is_held_once() -> None:
    """By nobody else, and not twice by its holder; a timeout of 0 or less does not wait."""
    one = lock()
    assert one.acquire()
    assert not one.acquire(block=False)
    assert not one.acquire(True, 0.001)
    assert not one.acquire(True, -1)
    assert elsewhere(lambda: one.acquire(block=False)) is False
    assert (one._count(), one._is_mine(), one._is_zero(), one._get_value()) == (1, True, True, 0)
    one.release()
    assert elsewhere(lambda: one.acquire(block=False)) is True


def test_a_lock_is_handed_over_to_who_waits() -> None:
    """A waiting thread goes on when it is released."""
    one = lock()
    one.acquire()
    thread = threading.Thread(target=one.acquire)
    thread.start()
    one.release()
    thread.join(10)
    assert not thread.is_alive()


def test_a_recursive_lock_is_held_many_times_by_one_thread() -> None:
    one = lock(RECURSIVE)
    with one:
        with one:
            assert one._count() == 2
            assert elsewhere(lambda: one.acquire(block=False)) is False
        assert elsewhere(lambda: one.acquire(block=False)) is False
    with pytest.raises(AssertionError, match="not owned by thread"):
        one.release()


def test_a_semaphore_counts() -> None:
    """Up to its largest value, as multiprocessing's own."""
    two = lock(value=2, maxvalue=2)
    assert [two.acquire(block=False) for _ in range(3)] == [True, True, False]
    two.release()
    two.release()
    with pytest.raises(ValueError, match="released too many times"):
        two.release()
