"""The record that defines a language of submissions."""

from collections.abc import Callable

from judge.records import dataclass
from judge.submission import SourceFault, text_fault
from sandbox import Guest


@dataclass(frozen=True, slots=True)
class Language:
    """A language of submissions.

    `guest` returns the package that runs its programs inside the sandbox. It speaks the five frames
    of `sandbox.frames`; its replies are compact JSON in ASCII, as `judge.values.replies` reads it:
    `{"ok":VALUE}`, or `{"error":{...}}` with the fields of `RaisedInfo`. `source_fault` says why
    bytes cannot be a source, before anything runs. `builds_ahead` says whether the guest knows
    BUILD as well: without it a runtime is not checked against arguments that were built before the
    source was loaded. `runs_in_call_only` says that nothing of a submission runs in PREPARE and
    READ: these steps are then free. `plays_volleys` says whether the guest knows VOLLEY: without it
    small cases take three round trips each. `change_counter` returns a program of the same language
    that counts what was changed in a given one, for problems that ask to mend it.
    """

    name: str
    suffixes: tuple[str, ...]
    guest: Callable[[], Guest]
    source_fault: Callable[[bytes], SourceFault | None] = text_fault
    builds_ahead: bool = False
    runs_in_call_only: bool = False
    plays_volleys: bool = False
    change_counter: Callable[[], bytes] | None = None
