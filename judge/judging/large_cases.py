"""Plays the large cases in a thread of their own while the small ones are played.

A small case is mostly waiting for a program to wake up, a large one mostly computing elsewhere:
beside each other they take little more than one of the two alone.
"""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Self

from judge.judging.decision import CaseResult
from judge.judging.limits import case_limit
from judge.judging.retry import is_near
from judge.judging.trial import Trial
from judge.problems import Case

#: A thread that has not begun by then never will.
STARTING_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Result:
    """A case that was played, and the seconds that the player had spent by then."""

    case: Case
    judged: CaseResult
    cpu_seconds: float
    wall_seconds: float


class Beside:
    """Plays cases in their order, in one session. Use as a context manager, and iterate once.

    It goes ahead of whoever asks for the results, but waits after a case that will be looked at
    again: nothing else is to run meanwhile. What goes wrong in the thread is raised where the
    results are asked for.
    """

    def __init__(self, trial: Trial, cases: Sequence[Case]) -> None:
        self.player = trial.player()
        self._trial = trial
        self._cases = cases
        self._results = SimpleQueue[Result | Exception]()
        self._onward = SimpleQueue[None]()
        self._ended = False
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to play, if that has not begun."""
        if self._thread is None and self._cases:
            self._thread = threading.Thread(target=self._play, name="large cases")
            self._thread.start()

    def __iter__(self) -> Iterator[Result]:
        """Give each case's result once it is there, in order."""
        self.start()
        for _ in self._cases:
            found = self._results.get()
            if isinstance(found, Exception):
                raise found
            yield found
            if is_near(found.judged):
                self._onward.put(None)

    def _play(self) -> None:
        player, trial = self.player, self._trial
        try:
            for case in self._cases:
                if self._ended:
                    return
                limit = case_limit(trial.problem, case.reference_cpu_seconds)
                judged = trial.judged(player, case, limit)
                self._results.put(Result(case, judged, player.cpu_seconds, player.wall_seconds))
                if is_near(judged):
                    self._onward.get()
        except Exception as error:  # noqa: BLE001 - raised again where the results are asked for
            self._results.put(error)
        finally:
            self._over.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the thread in the middle of a case, and its program."""
        self._ended = True
        self.player.cancel()
        self._onward.put(None)
        # Ctrl-C in the middle of Thread.start leaves a thread that cannot be joined: it runs, or
        # it never will.
        while self._thread is not None and not self._over.wait(STARTING_SECONDS):
            if self._thread.ident is None:
                break
        self.player.close()
