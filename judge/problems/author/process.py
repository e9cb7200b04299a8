"""Call the code of packages in a process of its own, which is ended when a call takes too long.

Checkers, strategies and data.py are not trusted to be right: a call may loop, exit, fill the
memory, print, or change what it is given. So it gets copies, its prints are logged, and each way to
fail is an `AuthorError` with file, function and line. Those of trusted packages are trusted not to
attack (`running`); all others are called in the sandbox (`jail`).

A process of the judge has one for checkers and one for strategies, so that neither waits for the
other; they start when they are first needed and end with it. Each data.py has its own.
"""

import atexit
import os
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from judge.errors import HostError
from judge.problems.author.call import (
    Allowance,
    Call,
    PackageFile,
    Reply,
    call_of,
    raised_error,
)
from judge.problems.author.running import MAIN, Running

if TYPE_CHECKING:
    from judge.problems.author.jail import JailedRunning

#: All of this judge, also those for data.py.
_PROCESSES: "weakref.WeakSet[AuthorProcess]" = weakref.WeakSet()
#: Requests that are sent together. Linux gives a socket a buffer of some 200 KiB, others of 8 KiB
#: and more.
VOLLEY_BYTES = 48 * 1024 if sys.platform == "linux" else 4 * 1024


class AuthorProcess:
    """A process for the code of packages. Safe for several threads: one call runs at a time."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._running: Running | JailedRunning | None = None
        self._begun: Call | None = None
        _PROCESSES.add(self)

    def ask(
        self,
        file: PackageFile,
        function: str,
        operation: str,
        *arguments: Any,
        allowance: Allowance | None = None,
    ) -> list[Reply]:
        """Carry out an operation of `author_main` and return its replies.

        `function` is the one to blame. Raises `AuthorError` for whatever the author's code does
        wrong, and `ValueError` for arguments that no request can hold.
        """
        return list(self.steps(file, function, operation, *arguments, allowance=allowance))

    def steps(
        self,
        file: PackageFile,
        function: str,
        operation: str,
        *arguments: Any,
        allowance: Allowance | None = None,
        each: float | None = None,
    ) -> Iterator[Reply]:
        """Yield the replies of `ask` as they come.

        With `each`, every one may take so long, and the allowance is for all of them.
        """
        call = call_of(file, function, operation, arguments, allowance)
        together = call.allowance
        with self._lock:
            self._finish_begun()
            self._begin([call])
            while not call.over:
                if each is not None and each < together.left:
                    call.allowance = Allowance(each)
                began = time.monotonic()
                self._wait_for(call)
                if call.allowance is not together:
                    together.left -= time.monotonic() - began
                    call.allowance = together
                yield from call.replies
                call.replies.clear()
        call.result()

    def make(self, calls: Sequence[Call]) -> None:
        """Make calls one after the other; each then has its replies or its error.

        They are sent many at a time: to wake the process, and be woken by it, takes longer than a
        small call. A call that ends the process takes along those that were sent after it.
        """
        with self._lock:
            self._finish_begun()
            for sent in _volleys(calls):
                began = time.monotonic()
                self._begin(sent)
                for call in sent:
                    while not call.over:
                        self._wait_for(call)
                    call.seconds = time.monotonic() - began
                    began += call.seconds

    def begin(
        self,
        file: PackageFile,
        function: str,
        operation: str,
        *arguments: Any,
        allowance: Allowance | None = None,
    ) -> Callable[[], list[Reply]]:
        """Begin what `ask` does and return at once; the result is called for the replies.

        Another call waits for this one to end. That of an untrusted package begins when the result
        is called: somebody must answer its program's questions to the sandbox meanwhile.
        """
        if not file.trusted:
            return partial(self.ask, file, function, operation, *arguments, allowance=allowance)
        call = call_of(file, function, operation, arguments, allowance)
        with self._lock:
            self._finish_begun()
            self._begin([call])
            self._begun = call

        def finish() -> list[Reply]:
            with self._lock:
                if self._begun is call:
                    self._finish_begun()
            return call.result()

        return finish

    def drop(self) -> None:
        """End the process if a call that was begun has not ended."""
        with self._lock:
            if self._begun is not None and not self._begun.over:
                self.close()

    def interrupt(self) -> None:
        """Make a call that runs fail now. Safe from any thread; waits for none."""
        running = self._running
        if running is not None and running.owner == os.getpid():
            running.interrupt()

    def close(self) -> None:
        """End the process, from any thread. A call that runs fails; the next starts another."""
        # Again and again: the process may just be starting in the thread that holds the lock.
        while not self._lock.acquire(timeout=0.05):
            running = self._running
            if running is not None:
                running.kill()
        try:
            self._end()
        finally:
            self._lock.release()

    def _begin(self, calls: Sequence[Call]) -> None:
        """Send calls, to a new process if there is none for their file or the last has ended."""
        file = calls[0].file
        for known in (self._running, None):
            if known is None or known.owner != os.getpid() or not known.serves(file):
                self._end()
                started = Running() if file.trusted else _jailed(file)
                known = self._running = started  # noqa: PLW2901 - the one that is used
            try:
                known.send(calls)
            except BrokenPipeError:
                continue  # it ended between two calls, or as it started
            except BaseException as error:  # noqa: BLE001 - is raised again, there or later
                for call in calls:
                    self._give_up(call, error)
            return
        raise HostError(
            "the process for the code of packages ends as it starts: see `judge doctor`"
        )

    def _finish_begun(self) -> None:
        call, self._begun = self._begun, None
        while call is not None and not call.over:
            self._wait_for(call)

    def _wait_for(self, call: Call) -> None:
        """Wait for the next reply of a call, or for its end."""
        running = self._running
        if running is None:
            call.over = True
            call.error = call.file.fault(call.function, "its process was ended", "Try again")
            return
        try:
            reply = running.receive(call)
        except BaseException as error:  # noqa: BLE001 - is raised again, there or later
            self._give_up(call, error)
            return
        if reply.get("end") is True:
            call.replies += [] if reply.get("reply") is None else [reply["reply"]]
            call.over, call.error = True, self._error_of(call, reply)
        else:
            call.replies.append(reply)

    def _give_up(self, call: Call, error: BaseException) -> None:
        """End the process because a call cannot go on."""
        call.over = True
        self._end()
        if not isinstance(error, Exception):
            raise error
        call.error = error

    def _error_of(self, call: Call, end: Reply) -> Exception | None:
        """Return the error that a call ended with; end the process if it is good for no other."""
        error, threads = end.get("error"), end["threads"]
        if threads or (error is not None and not error["goes_on"]):
            self._end()
        if error is not None:
            return raised_error(call, error)
        if not threads:
            return None
        reason = f"it leaves {threads} thread{'s' * (threads > 1)} running"
        return call.file.fault(call.function, reason, "Join every thread that it starts")

    def _end(self) -> None:
        running, self._running = self._running, None
        if running is not None and running.owner == os.getpid():
            running.close()


def interrupt_author_code() -> None:
    """Make calls of the authors' code that run fail now. Safe from any thread; waits for none."""
    for process in tuple(_PROCESSES):
        process.interrupt()


def _volleys(calls: Sequence[Call]) -> Iterator[list[Call]]:
    """Yield calls in groups that fit into the buffer of a socket, so that sending one is no wait.

    Otherwise both could wait for the other to read.
    """
    group: list[Call] = []
    size = 0
    for call in calls:
        if group and size + len(call.request) > VOLLEY_BYTES:
            yield group
            group, size = [], 0
        group.append(call)
        size += len(call.request)
    if group:
        yield group


def _jailed(file: PackageFile) -> "JailedRunning":
    """Start a program for a package that nobody trusts."""
    from judge.problems.author.jail import JailedRunning  # noqa: PLC0415 - few packages need it

    return JailedRunning(file)


#: The processes of this judge: for checkers, and for strategies.
CHECKERS, STRATEGIES = AuthorProcess(), AuthorProcess()


@atexit.register
def end_author_code() -> None:
    """End the processes of the authors' code; a call that runs fails. Safe from any thread."""
    for process in (CHECKERS, STRATEGIES):
        process.close()
    jail = sys.modules.get("judge.problems.author.jail")
    if jail is not None:
        jail.end_jails()


def warm_strategies() -> None:
    """Have the process for strategies import Hypothesis, and do not wait for that."""
    STRATEGIES.begin(PackageFile("", MAIN, ""), "", "warm")
