"""Errors that are not the submission's fault: the author's, the user's or the host's."""

from collections.abc import Sequence
from pathlib import Path

from judge.records import dataclass


class JudgeError(Exception):
    """Base of all errors of the judge. The message says what failed, where, and what to do next."""

    @property
    def for_log(self) -> str:
        """The message without values of inputs and answers: a log must not hold a hidden case."""
        return str(self)


class UsageError(JudgeError):
    """Raised when the user asks for something that does not exist or cannot be read."""


class MissingExtraError(UsageError):
    """Raised when a command needs an extra that is not installed; says how to install it."""

    def __init__(self, module: str, extra: str) -> None:
        super().__init__(
            f"this needs the extra {extra!r}, and its module {module!r} is not installed; "
            f"in a checkout of the judge this installs it: uv tool install '.[{extra}]'"
        )


class SubmissionError(UsageError):
    """Raised when a submission's file cannot be read at all (missing, a folder, a pipe, ...)."""


class UntrustedError(UsageError):
    """Raised where the code of a package that nobody has trusted would run outside the sandbox."""

    def __init__(self, slug: str, folder: Path, reason: str) -> None:
        super().__init__(
            f"{slug} is a package of your own, whose code runs in the sandbox alone: {reason}. "
            f"If you trust it to run as you do: judge trust {folder}, or --trust this once"
        )


class HostError(JudgeError):
    """Raised when this host cannot do what was asked (no sandbox, no cache folder, no space)."""


class UnreachableError(JudgeError):
    """Raised when a server cannot be reached, or goes away before it has answered."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a problem folder: where it is, which field, why, and how to fix it.

    `values` continues the reason with values of an input or an answer, for the author alone.
    """

    path: str
    field: str
    reason: str
    mend: str
    values: str = ""

    def __str__(self) -> str:
        return self._sentence(f"{self.reason}{self.values}")

    @property
    def for_log(self) -> str:
        """The fault without values; see `JudgeError.for_log`."""
        return self._sentence(self.reason)

    def _sentence(self, reason: str) -> str:
        place = f"{self.path}: {self.field}" if self.field else self.path
        return f"{place}: {reason}. {self.mend}"


class ProblemError(JudgeError):
    """Raised when a problem folder is faulty; holds all its faults."""

    def __init__(self, slug: str, faults: list[Fault]) -> None:
        self.slug = slug
        self.faults = tuple(faults)
        super().__init__(self._message([str(fault) for fault in faults]))

    @property
    def for_log(self) -> str:
        return self._message([fault.for_log for fault in self.faults])

    def _message(self, faults: list[str]) -> str:
        lines = "\n".join(f"  - {fault}" for fault in faults)
        return f"problem {self.slug!r} has {len(faults)} fault(s):\n{lines}"


class AuthorError(ProblemError):
    """Raised when the code of a package fails; has one fault.

    `line` is where, if that is known. `raised` are the names of the exception's type and of those
    above it; it is empty for all that is no exception, such as a call that does not end.
    """

    def __init__(
        self,
        slug: str,
        path: str,
        function: str,
        reason: str,
        mend: str,
        *,
        values: str = "",
        line: int | None = None,
        raised: Sequence[str] = (),
    ) -> None:
        super().__init__(slug, [Fault(path, function, reason, mend, values)])
        self.line = line
        self.raised = frozenset(raised)


class HangError(AuthorError):
    """Raised when a call of a package's code has not ended in time."""
