"""Call the functions of a package; each failure is the author's, with file, function and line."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from judge.errors import AuthorError
from judge.kinds import RIGHT, Check, SentCase
from judge.problems.author.call import (
    STRATEGIES_SECONDS,
    Allowance,
    Call,
    PackageFile,
    call_of,
    is_plain,
)
from judge.problems.author.known_hangs import known_hangs
from judge.problems.author.process import CHECKERS, STRATEGIES
from judge.records import dataclass
from judge.values import show

if TYPE_CHECKING:
    import random

Arguments = dict[str, Any]
#: A size and a random generator -> arguments of that size.
Sized = Callable[[int, "random.Random"], Arguments]

SIZES_MEND = "Write SIZES = (1, 1000) or the like"


def _any(_function: str, _arguments: Arguments) -> None:
    """Take any input: whoever sends it finds out what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Strategies:
    """The functions of strategies.py. What they are given and what they return are copies.

    Each raises `AuthorError` if the author's code fails or does not end. `sizes` are the smallest
    and the largest n of `sized`; without it nothing is timed against the reference. `most_inputs`
    is how many different inputs `generated` has at most, if the package says so. `looked_at` raises
    for an input that a function must not make.
    """

    file: PackageFile
    sized: Sized | None = None
    sizes: tuple[int, int] = (0, 0)
    most_inputs: int | None = None
    looked_at: Callable[[str, Arguments], None] = _any

    def edges(self, allowance: Allowance | None = None) -> Iterator[Arguments]:
        """Yield the edge cases."""
        for reply in self._made("edges()", "listed", "edges", allowance=allowance):
            yield reply["arguments"]

    def scales(self, allowance: Allowance | None = None) -> Iterator[tuple[int, Arguments]]:
        """Yield sizes and inputs of these sizes."""
        for reply in self._made("scales()", "listed", "scales", allowance=allowance):
            yield reply["size"], reply["arguments"]

    def draw(
        self,
        *,
        count: int,
        seed: int,
        known: Iterable[str] = (),
        allowance: Allowance | None = None,
    ) -> list[Arguments]:
        """Return up to `count` different inputs of `generated`; see `sampling.draw`."""
        drawn = self._made(
            "generated()", "draw", count, seed, sorted(known), True, allowance=allowance
        )
        return [reply["arguments"] for reply in islice(drawn, count)]

    def validate(self, arguments: Mapping[str, Any]) -> str | None:
        """Return why an input is outside the constraints, or None."""
        ask = STRATEGIES.ask
        [reply] = ask(self.file, "validate()", "validate", dict(arguments))
        reason: str | None = reply["said"]
        return reason

    def validated(self, inputs: Sequence[Mapping[str, Any]]) -> list[Callable[[], str | None]]:
        """Validate inputs together, since to wake the process takes longer than one of them.

        Each function returns what `validate` does for one, or raises its error. An input behind one
        that ends the process is validated when its function is called.
        """
        calls: list[Call | None] = []
        for one in inputs:
            try:
                calls.append(call_of(self.file, "validate()", "validate", (dict(one),), None))
            except ValueError:
                calls.append(None)
        STRATEGIES.make([call for call in calls if call is not None])
        return [partial(self._said, *pair) for pair in zip(calls, inputs, strict=True)]

    def _said(self, call: Call | None, arguments: Mapping[str, Any]) -> str | None:
        if call is None or call.error is not None:
            return self.validate(arguments)  # it may have been the fault of the one before
        [reply] = call.result()
        said: str | None = reply["said"]
        return said

    def _made(
        self, function: str, operation: str, *arguments: Any, allowance: Allowance | None
    ) -> Iterator[dict[str, Any]]:
        """Yield the replies that hold inputs, each looked at."""
        for reply in self._ask(function, operation, *arguments, allowance=allowance):
            self.looked_at(function, reply["arguments"])
            yield reply

    def _ask(
        self, function: str, operation: str, *arguments: Any, allowance: Allowance | None
    ) -> list[dict[str, Any]]:
        allowance = allowance or Allowance(STRATEGIES_SECONDS)
        return _asked(self.file, function, operation, *arguments, allowance=allowance)


def strategies_of(
    file: PackageFile, looked_at: Callable[[str, Arguments], None] = _any
) -> Strategies:
    """Import strategies.py. Raises `AuthorError` with the line if that fails."""
    allowance = Allowance(STRATEGIES_SECONDS)
    [facts] = _asked(file, "", "import", allowance=allowance)
    if not facts["sized"]:
        return Strategies(file, most_inputs=facts["most"], looked_at=looked_at)

    def sized(n: int, rng: "random.Random") -> Arguments:
        seed = rng.getrandbits(128)
        [reply] = _asked(file, "sized()", "sized", n, seed, allowance=together)
        arguments: Arguments = reply["arguments"]
        looked_at("sized()", arguments)
        return arguments

    together = Allowance(STRATEGIES_SECONDS)
    match facts["sizes"]:
        case [int(smallest), int(largest)] if 0 <= smallest <= largest:
            return Strategies(file, sized, (smallest, largest), facts["most"], looked_at)
    reason = "sized() is there, but SIZES is no pair of the smallest and the largest n it takes"
    raise file.fault("SIZES", reason, SIZES_MEND)


def _asked(
    file: PackageFile, function: str, operation: str, *arguments: Any, allowance: Allowance
) -> list[dict[str, Any]]:
    """Return the replies of the process for strategies, unless the function is known to hang."""
    with known_hangs(file, function):
        return STRATEGIES.ask(file, function, operation, *arguments, allowance=allowance)


class CustomChecks(Iterator[Check]):
    """What the package's own checker says of answers, one after the other.

    Its process is woken once for all up to the first that is not right: to wake it, and be woken by
    it, takes longer than a small check. No later answer is checked before that one is told.
    `seconds` are those of the checker so far, without the wait for checks of other threads. Raises
    `AuthorError` in place of the first check that fails.
    """

    def __init__(self, file: PackageFile, asked: Sequence[tuple[SentCase, Any]]) -> None:
        self.seconds = 0.0
        self._checks = self._made(file, list(asked))

    def __next__(self) -> Check:
        return next(self._checks)

    def _made(self, file: PackageFile, left: list[tuple[SentCase, Any]]) -> Iterator[Check]:
        while left:
            # Only a trusted process is believed how many checks it has begun.
            plain = _plain_ones(file, left if file.trusted else left[:1])
            if plain is None:
                yield Check(False, f"it gave {show(left[0][1])}, which is no plain value")
                del left[0]
                continue
            call, count = plain
            CHECKERS.make([call])
            self.seconds += call.seconds
            all_right = call.error is None and call.replies == [{"said": None}]
            right = count if all_right else max(call.begun - 1, 0)
            for _ in range(right):
                yield RIGHT
            if not all_right:
                yield _check_of(file, call, left[right][1])
                right += 1
            del left[:right]


def _plain_ones(
    file: PackageFile, asked: Sequence[tuple[SentCase, Any]]
) -> tuple[Call, int] | None:
    """Return a call of the checker, and of how many answers: those before one that cannot be sent.

    None if that is the first.
    """
    sent = [(case.names, case.arguments, case.expected, actual) for case, actual in asked]
    try:
        return call_of(file, "check", "check_several", (sent,), None), len(sent)
    except ValueError:
        count = [is_plain(actual) for _, actual in asked].index(False)
    return _plain_ones(file, asked[:count]) if count else None


def _check_of(file: PackageFile, call: Call, actual: Any) -> Check:
    """Return what the checker has said. Raises `AuthorError` if it has failed."""
    try:
        [reply] = call.result()
    except AuthorError as error:
        [fault] = error.faults
        values = f"{fault.values or ','} on the answer {show(actual, 200)}"
        mend = CHECKER_MEND if error.raised or fault.mend == "Mend the file" else fault.mend
        more = {"values": values, "line": error.line, "raised": list(error.raised)}
        raise file.fault("check", fault.reason, mend, **more) from error
    match reply["said"]:
        case None:
            return Check(True, note=reply.get("note", ""))
        case str(message):
            return Check(False, message, message_by="checker")
        case [int(index), str(message)]:
            return Check(False, message, index, message_by="checker")
    raise AssertionError(reply)


CHECKER_MEND = (
    "Take any value of the declared type; return None if it is right, or None and a note, else a "
    "sentence, or the index of a call and a sentence"
)
