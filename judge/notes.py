"""What judging tells beside the verdict: notes, an exception of the submission, a clock."""

from dataclasses import dataclass
from typing import Literal

Clock = Literal["cpu", "wall", "steps"]
#: Whose sentence says what is wrong: the judge's, or that of a package's own checker.
MessageBy = Literal["judge", "checker"]


@dataclass(frozen=True, slots=True)
class ExceptionInfo:
    """An exception that the submission let through. All text is hostile."""

    type: str
    message: str
    line: int | None = None
    traceback: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing that is not the verdict."""

    code: str
    message: str
    line: int | None = None
