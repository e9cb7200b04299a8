"""Records that both judging and the report use: notes, exceptions, clocks."""

from typing import Literal

from judge.records import dataclass

Clock = Literal["cpu", "wall", "steps"]
#: Who wrote the message of a failure: the judge, or the package's own checker.
MessageBy = Literal["judge", "checker"]
#: Whose words a note holds: the judge's, or text that the submission chose.
NoteBy = Literal["judge", "submission"]


@dataclass(frozen=True, slots=True)
class ExceptionInfo:
    """An exception that the submission did not catch. All text is hostile.

    `depth` is how many calls deep it was raised, of endless recursion.
    """

    type: str
    message: str
    line: int | None = None
    traceback: str = ""
    depth: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in the report that does not change the verdict."""

    code: str
    message: str
    line: int | None = None
    by: NoteBy = "judge"
