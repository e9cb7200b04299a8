"""What a token is bound to: some problems, a moment, a number of attempts."""

from datetime import UTC, datetime

from judge.errors import JudgeError
from judge.records import dataclass


class BoundError(JudgeError):
    """Raised where a token asks for more than it is bound to; says what it may."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of a token; a None bounds nothing.

    `until` is in seconds since the epoch. `attempts` counts all submissions, whatever became of
    them, but for what the judge itself failed at and what was cancelled in time.
    """

    problems: frozenset[str] | None = None
    until: float | None = None
    attempts: int | None = None

    def shows(self, slug: str) -> bool:
        """Whether a problem is one of these."""
        return self.problems is None or slug in self.problems

    def require_problem(self, slug: str) -> None:
        """Raise `BoundError` for a problem that is none of these."""
        if not self.shows(slug):
            words = ", ".join(sorted(self.problems or ()))
            raise BoundError(f"this token is for {words}, not for {slug[:64]}")

    def require_time(self, now: float) -> None:
        """Raise `BoundError` once the time is over."""
        if self.until is not None and now > self.until:
            moment = datetime.fromtimestamp(self.until, UTC).strftime("%Y-%m-%d %H:%M UTC")
            raise BoundError(f"the time of this token was over at {moment}")


UNBOUND = Bounds()
