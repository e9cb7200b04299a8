"""Make recursion equally deep on every supported Python.

Up to Python 3.11 one limit counts all calls. Since 3.12 calls through C (`lru_cache`, `key=`,
generators in `max`, special methods) are counted apart: 3.12 and 3.13 stop them after a constant
number, whatever `sys.setrecursionlimit` says, and 3.14 by the size of the stack. So on exactly 3.12
and 3.13 the counter is found in this thread's PyThreadState and set
(Include/cpython/pystate.h: `py_recursion_remaining`, `py_recursion_limit`,
`c_recursion_remaining`, `recursion_headroom`, all int).
"""

import contextlib
import os
import resource
import sys
from collections.abc import Iterator
from sys import setrecursionlimit
from typing import Any

from . import substitutes

#: Calls of Python functions; on 3.11 of all functions. A flood fill of 90,000 cells fits, and the
#: traceback of endless recursion ends before the time and memory limits do.
PYTHON_CALLS = 100_000
#: Calls through C on 3.12 and 3.13. One level of recursion takes up to four.
C_CALLS = 90_000
#: A recursion through C is proven to this depth.
PROVEN_DEPTH = 20_000
#: Measured: 2.4 KB in `list.sort(key=...)`, below 0.9 KB in all other functions.
STACK_PER_CALL = 2560
#: While compiling: the compiler recurses in C, and this default is safe.
COMPILER_CALLS = 1_000
#: The name of what is missing where recursion is less deep.
MISSING = "deep recursion"

_SINGLE_LIMIT = sys.version_info < (3, 12)
_COUNTED_APART = (3, 12) <= sys.version_info[:2] <= (3, 13)
#: A recursion limit that no other field of PyThreadState is likely to equal.
_MARK = 23_291
#: How many ints of PyThreadState are searched; the counters are among the first 16.
_SEARCHED = 64
#: What an untouched counter may hold: 1,500 on 3.12.1, 10,000 on 3.13.
_PLAUSIBLE = range(200, 20_000)


class _Counter:
    """The counter of calls through C that are left to a thread, on 3.12 and 3.13."""

    def __init__(self) -> None:
        import ctypes  # noqa: PLC0415 - loaded by the fork server on Linux, and not used on 3.11

        self._int: Any = ctypes.c_int
        self._ints: Any = ctypes.c_int * _SEARCHED
        self._state: Any = ctypes.PYFUNCTYPE(ctypes.c_void_p)(
            ("PyThreadState_Get", ctypes.pythonapi)
        )
        self._offset = 0
        self.found = self._find()
        #: How many calls were added for the main thread; negative where its stack is small.
        self.added = 0

    def _find(self) -> bool:
        before = sys.getrecursionlimit()
        setrecursionlimit(_MARK)
        try:
            ints = self._ints.from_address(self._state())
            found = [place for place in range(1, _SEARCHED - 2) if ints[place] == _MARK]
        finally:
            setrecursionlimit(before)
        if len(found) != 1:
            return False
        place = found[0]
        python_left, _limit, left, headroom = ints[place - 1 : place + 3]
        # The first is of the limit that is set again: so much for what the field is.
        if not 0 < before - python_left < 100 or left not in _PLAUSIBLE or headroom != 0:
            return False
        self._offset = (place + 1) * 4
        return True

    def set_to(self, calls: int) -> int:
        """Let the calling thread make so many calls through C; return how many that adds.

        Fewer than by default where its stack would end first, since that is a crash without a line.
        """
        left = self._int.from_address(self._state() + self._offset)
        if left.value not in _PLAUSIBLE:
            return 0
        added = max(min(C_CALLS, calls), COMPILER_CALLS) - left.value
        left.value += added
        return int(added)

    def add(self, calls: int) -> None:
        """Add to the calls that the calling thread may make; negative to take some away."""
        self._int.from_address(self._state() + self._offset).value += calls


#: What the child of a proof writes.
_DEEP = b"1"
_counter: _Counter | None = None


def stack_calls(stack_bytes: int) -> int:
    """Return how many calls through C fit into a stack, whatever they are."""
    if stack_bytes == resource.RLIM_INFINITY:
        return PYTHON_CALLS
    return stack_bytes // STACK_PER_CALL


def python_calls() -> int:
    """Return the recursion limit of programs: less where a small stack would end first."""
    if not _SINGLE_LIMIT:
        return PYTHON_CALLS
    return max(min(PYTHON_CALLS, stack_calls(_stack_bytes())), COMPILER_CALLS)


def keep_limit(calls: int) -> None:
    """Let a program recurse so deep and no deeper, whatever limit it sets itself."""
    import threading  # noqa: PLC0415 - this program alone needs it

    setrecursionlimit(min(calls, python_calls()))
    sys.setrecursionlimit = _ignored
    threading.excepthook = _keep


def _ignored(limit: int, /) -> None:
    """Stand in for `sys.setrecursionlimit`."""


#: The RecursionErrors that have ended threads of this program, if it has a kept limit.
ended_threads: list[BaseException] = []


def _keep(ended: Any) -> None:
    """Stand in for `threading.excepthook`."""
    if ended.exc_type is RecursionError:
        ended_threads.append(ended.exc_value)


def deepen() -> None:
    """Allow calls through C as deep as the stack is; once, in the fork server's main thread."""
    global _counter  # noqa: PLW0603 - it is found once, and inherited by every program
    if not _COUNTED_APART or _counter is not None:
        return
    try:
        counter = _Counter()
    except ImportError:
        return  # a Python without ctypes: `missing` says what is lost
    if counter.found:
        _counter = counter
        counter.added = counter.set_to(stack_calls(_stack_bytes()))
        _deepen_threads(counter)


def _deepen_threads(counter: _Counter) -> None:
    """Give threads as many calls as the stack has room for that they are started with."""
    import threading  # noqa: PLC0415 - not used on 3.11

    bootstrap = vars(threading.Thread)["_bootstrap_inner"]

    def deeper(thread: threading.Thread) -> None:
        counter.set_to(substitutes.thread_stack_bytes // STACK_PER_CALL)
        bootstrap(thread)

    type.__setattr__(threading.Thread, "_bootstrap_inner", deeper)


class Proof:
    """A child process that recurses through C as deep as programs may; made at once."""

    def __init__(self) -> None:
        self._pid = 0
        if not _SINGLE_LIMIT:
            self._told, told = os.pipe()
            self._pid = os.fork()
            if self._pid == 0:
                _recurse_and_exit(told)
            os.close(told)

    def missing(self) -> tuple[str, ...]:
        """Wait for the child; return the name of what is missing, if recursion is less deep."""
        deep = _stack_bytes() == resource.RLIM_INFINITY or stack_calls(_stack_bytes()) >= (
            PYTHON_CALLS if _SINGLE_LIMIT else C_CALLS
        )
        if self._pid:
            deep = os.read(self._told, 1) == _DEEP and deep
            os.close(self._told)
            # Whoever started the judge may ignore SIGCHLD, and then nothing is left to wait for.
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self._pid, 0)
        return () if deep else (MISSING,)


def _recurse_and_exit(told: int) -> None:
    """Compare lists that are nested so deep, say so if that is possible, and end this process."""
    try:
        one: list[Any] = []
        other: list[Any] = []
        for _ in range(PROVEN_DEPTH):
            one, other = [one], [other]
        if one == other:
            os.write(told, _DEEP)
    finally:
        os._exit(0)


@contextlib.contextmanager
def shallow() -> Iterator[None]:
    """Bound recursion as an interpreter of its own would, while the compiler runs."""
    limit = sys.getrecursionlimit()
    setrecursionlimit(COMPILER_CALLS)
    if _counter is not None:
        _counter.add(-_counter.added)
    try:
        yield
    finally:
        if _counter is not None:
            _counter.add(_counter.added)
        setrecursionlimit(limit)


def _stack_bytes() -> int:
    """Return the limit of the main thread's stack, set before this interpreter was started."""
    return resource.getrlimit(resource.RLIMIT_STACK)[0]
