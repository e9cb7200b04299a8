"""Small records that are known before there is a report, and stand in it as they are.

Apart from the report's own models: those need pydantic, whose import takes as long as judging a
small corpus.
"""

from dataclasses import dataclass
from typing import Literal

Clock = Literal["cpu", "wall"]


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
