"""Play the large cases in a second thread while the small ones are played.

A small case mostly waits for a program to wake up, a large one mostly computes in its program. In
parallel they take little longer than either alone.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from queue import SimpleQueue
from typing import Self

from judge.judging.limits import case_limit
from judge.judging.lockstep import PlayedCase
from judge.judging.retry import is_near
from judge.judging.trial import Trial
from judge.problems import Case

#: How long to wait for a thread that Ctrl-C may have kept from starting.
STARTING_SECONDS = 0.5


class LargeCases:
    """Plays cases in order, in one session. Use as a context manager, and iterate once.

    The thread plays from `release` on, which is called once the samples are over: what is shown of
    these must not depend on a program that knows other cases, not even on how it loads the machine.
    It runs ahead of the iteration, but pauses after a case that will be played again, since nothing
    else must run meanwhile. An error in the thread is raised by the iteration, which calls
    `meanwhile` before it waits for a case, with a function that says whether it still has to.
    """

    def __init__(
        self,
        trial: Trial,
        cases: Sequence[Case],
        meanwhile: Callable[[Callable[[], bool]], None] = lambda _waiting: None,
    ) -> None:
        self.player = trial.player()
        self._trial = trial
        self._cases = cases
        self._meanwhile = meanwhile
        self._results = SimpleQueue[PlayedCase | Exception]()
        self._onward = SimpleQueue[None]()
        self._released = threading.Event()
        self._ended = False
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Start a program and load it; does nothing if that has begun."""
        if self._thread is None and self._cases:
            self._thread = threading.Thread(target=self._play, name="large cases")
            self._thread.start()

    def release(self) -> None:
        """Start playing. Safe to call again."""
        self._released.set()

    def __iter__(self) -> Iterator[PlayedCase]:
        """Yield the cases in order, each once its result is there."""
        self.start()
        self.release()
        for _ in self._cases:
            self._meanwhile(self._results.empty)
            found = self._results.get()
            if isinstance(found, Exception):
                raise found
            yield found
            if is_near(found.result):
                self._onward.put(None)

    def _play(self) -> None:
        player, trial = self.player, self._trial
        try:
            # What fails here fails again with the first case.
            player.load()
            self._released.wait()
            for case in self._cases:
                if self._ended:
                    return
                limit = case_limit(trial.problem, case.reference_cpu_seconds)
                result = trial.judge(player, case, limit)
                self._results.put(PlayedCase(case, result, player.cpu_seconds, player.wall_seconds))
                if is_near(result):
                    self._onward.get()
        except Exception as error:  # noqa: BLE001 - raised again by the iteration
            self._results.put(error)
        finally:
            self._over.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the thread, in the middle of a case if need be, and end its program."""
        self._ended = True
        self.release()
        self.player.cancel()
        self._onward.put(None)
        # Ctrl-C in the middle of Thread.start leaves a thread that cannot be joined: it is
        # running, or will never start.
        while self._thread is not None and not self._over.wait(STARTING_SECONDS):
            if self._thread.ident is None:
                break
        self.player.close()
