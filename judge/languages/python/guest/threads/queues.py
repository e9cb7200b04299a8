"""Stand-ins for the queues of `queue`: they wait in the schedule, never for real."""

import math
from collections import deque
from heapq import heappop, heappush
from queue import Empty, Full
from typing import Any

from .points import READ, WRITE
from .waits import come_to_point, note, wait_until, wake


class Queue:
    """First in, first out."""

    __slots__ = ("__dict__", "__items__", "__left__", "__most__", "__weakref__")

    def __init__(self, maxsize: int = 0) -> None:
        self.__most__: float = maxsize if maxsize > 0 else math.inf
        self.__items__: Any = self._made()
        #: Items whose work is not done.
        self.__left__ = 0

    def _made(self) -> Any:
        return deque()

    def _push(self, item: Any) -> None:
        self.__items__.append(item)

    def _pop(self) -> Any:
        return self.__items__.popleft()

    @property
    def maxsize(self) -> int:
        return 0 if self.__most__ == math.inf else int(self.__most__)

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
        come_to_point()
        words = lambda: "room in a queue"  # noqa: E731 - said late
        if not wait_until(
            self, lambda: len(self.__items__) < self.__most__, words, _limit(block, timeout)
        ):
            raise Full
        note(self, WRITE, point=False)
        self._push(item)
        self.__left__ += 1
        wake(self)

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        come_to_point()
        words = lambda: "an item of a queue"  # noqa: E731 - said late
        if not wait_until(self, lambda: bool(self.__items__), words, _limit(block, timeout)):
            note(self, READ, point=False)
            raise Empty
        note(self, WRITE, point=False)
        item = self._pop()
        wake(self)
        return item

    def put_nowait(self, item: Any) -> None:
        self.put(item, block=False)

    def get_nowait(self) -> Any:
        return self.get(block=False)

    def qsize(self) -> int:
        note(self, READ)
        return len(self.__items__)

    def empty(self) -> bool:
        return self.qsize() == 0

    def full(self) -> bool:
        return self.qsize() >= self.__most__

    def task_done(self) -> None:
        note(self, WRITE)
        if not self.__left__:
            raise ValueError("task_done() called too many times")
        self.__left__ -= 1
        wake(self)

    def join(self) -> None:
        come_to_point()
        wait_until(self, lambda: not self.__left__, lambda: "the items of a queue", None)
        note(self, READ, point=False)


class LifoQueue(Queue):
    """Last in, first out."""

    __slots__ = ()

    def _pop(self) -> Any:
        return self.__items__.pop()


class PriorityQueue(Queue):
    """The smallest first."""

    __slots__ = ()

    def _made(self) -> Any:
        return []

    def _push(self, item: Any) -> None:
        heappush(self.__items__, item)

    def _pop(self) -> Any:
        return heappop(self.__items__)


class SimpleQueue(Queue):
    """First in, first out, without a limit."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__()


def _limit(block: bool, timeout: float | None) -> float | None:
    if not block:
        return 0
    if timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    return timeout
