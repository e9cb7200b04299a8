"""What a worker is told to do, and how far the submission is that it judges now."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

#: A failure of the host is believed for so long: nobody may hand in the next that would succeed.
UNABLE_SECONDS = 60.0


class WorkerControl:
    """What a worker is to do next. Any thread may call it."""

    def __init__(self) -> None:
        self._wake = threading.Event()
        self._turn = threading.Lock()
        self._cancelled: dict[str, float] = {}
        self._current: _Current | None = None
        self._unable_until = 0.0
        self.draining = False
        self.aborting = False

    def wake(self) -> None:
        """Look for work now."""
        self._wake.set()

    def drain(self) -> None:
        """Take no more work; finish what runs."""
        self.draining = True
        self._wake.set()

    def abort(self) -> None:
        """Take no more work; give back what runs, at its next step."""
        self.aborting = True
        self.drain()

    def cancel(self, id_: str) -> None:
        """Stop judging that submission, if it is the current one, at its next step."""
        self._cancelled.setdefault(id_, time.monotonic())

    def sleep(self, seconds: float) -> None:
        """Wait that long, or until `wake`."""
        self._wake.wait(seconds)
        self._wake.clear()

    def begin(self, id_: str) -> None:
        """Make a submission the current one; only that can be cancelled, so forget other ids."""
        with self._turn:
            self._cancelled.clear()
            self._current = _Current(id_)

    def end(self) -> None:
        """Say that no submission is judged now."""
        with self._turn:
            self._current = None

    def interrupt(self, stop: Callable[[], object], seconds: float) -> None:
        """Call `stop` if the current submission was cancelled so long ago.

        It stays the current one meanwhile: what `stop` makes fail is never the next one's.
        """
        with self._turn:
            if self.cancelled_for() >= seconds:
                stop()

    def wants(self, id_: str) -> bool:
        """Whether the current submission is to be judged on; asked at each of its steps."""
        if self._current is not None:
            self._current.stepped_at = time.monotonic()
        return not self.aborting and id_ not in self._cancelled

    def note(self, *, able: bool) -> None:
        """Keep whether this host could judge the current submission, for a while if not."""
        self._unable_until = 0.0 if able else time.monotonic() + UNABLE_SECONDS

    @property
    def unable(self) -> bool:
        """Whether this host could not judge a moment ago."""
        return time.monotonic() < self._unable_until

    def still_for(self) -> float:
        """Return the seconds since the current submission's last step; 0 when there is none."""
        current = self._current
        return time.monotonic() - current.stepped_at if current is not None else 0.0

    def judging_for(self) -> float:
        """Return the seconds since the current submission was begun; 0 when there is none."""
        current = self._current
        return time.monotonic() - current.began_at if current is not None else 0.0

    def cancelled_for(self) -> float:
        """Return the seconds since the current submission was cancelled; 0 when it was not."""
        current = self._current
        at = self._cancelled.get(current.id) if current is not None else None
        return time.monotonic() - at if at is not None else 0.0


@dataclass
class _Current:
    """The submission that a worker judges now, and its clocks."""

    id: str
    began_at: float = field(default_factory=time.monotonic)
    stepped_at: float = field(default_factory=time.monotonic)
