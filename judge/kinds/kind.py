"""What the judge must know of a kind of problems: data and a few functions, all of them pure.

The road from a submission to its report asks a kind and nothing else. What is left out of a record
has a plain default, which each field names; a new kind is one module with one record, and a row in
`table.py`.
"""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, Protocol

from judge.events import CorpusBuilding
from judge.kinds.replay import Replay
from judge.kinds.views import ShownCase, View, values_view
from judge.notes import Clock, MessageBy
from judge.submission import Submission
from judge.values import Interface
from judge.verdict import Verdict

if TYPE_CHECKING:
    # Moves are needed once something has failed, and take long to load.
    from judge.reduction import Move

Json = dict[str, Any]
Arguments = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with a manifest: the field, the reason, and what mends it."""

    field: str
    reason: str
    mend: str


class GivenCase(Protocol):
    """A case as a kind sees it. Decoding the arguments of a scale case is costly."""

    @property
    def arguments(self) -> dict[str, Any]: ...

    @property
    def expected(self) -> Any: ...

    @property
    def size(self) -> int | None: ...

    @property
    def figures(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Check:
    """What is said of one answer.

    `message` is the sentence that helps; `call` the index of the call to blame, where there are
    calls; `message_by` says whose sentence it is. A check that fails means wrong answer unless it
    names another `verdict`, with the `clock` that a time limit exceeded needs.
    """

    passed: bool
    message: str = ""
    call: int | None = None
    verdict: Verdict | None = None
    clock: Clock | None = None
    message_by: MessageBy = "judge"


RIGHT = Check(True)


Rule = Literal["equal", "any-order", "custom"]


@dataclass(frozen=True, slots=True)
class Rules:
    """How a package compares answers: exactly, in any order, or by a checker of its own.

    `custom` takes arguments, the expected and the actual answer. It raises `ProblemError` for a
    failure of the checker, which is the author's.
    """

    name: Rule
    custom: Callable[[Arguments, Any, Any], Check]


class Look(StrEnum):
    """What is looked at again before a verdict is believed, or before a failure is shown."""

    AGAIN = "again"  #: the samples once more in the same program: it must not remember them
    NEAR = "near"  #: what came near a limit, or passed it
    RESEEDED = "reseeded"  #: the small cases under the second hash seed
    LIVE = "live"  #: fresh inputs
    LEAK = "leak"  #: which earlier call leaves state behind
    SMALLER = "smaller"  #: smaller inputs that fail too


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one case, as a kind reads it that concludes over all of them."""

    group: str
    index: int
    verdict: Verdict
    message: str
    value: Any
    figures: Mapping[str, Any] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Whether the case was accepted."""
        return self.verdict is Verdict.ACCEPTED


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The verdict of all cases together, in one sentence, and the kind's own report fields."""

    verdict: Verdict
    summary: str
    extras: Mapping[str, Any] = field(default_factory=dict)


def no_own_table(_table: Any) -> tuple[Json, list[Flaw]]:
    """Read nothing: the kind has no table of its own in problem.toml."""
    return {}, []


def whole(_interface: Interface, value: Any) -> tuple[Any, Mapping[str, Any]]:
    """Return an answer as it is: no part of it is a figure."""
    return value, {}


def no_budget(_interface: Interface, _case: GivenCase) -> Mapping[str, Any]:
    """Return nothing that a program must be told beside the arguments."""
    return {}


def until_failure(result: Result) -> bool:
    """Go on as long as cases pass."""
    return result.passed


def first_failure(
    _interface: Interface, _results: Sequence[Result], _total: int
) -> Conclusion | None:
    """Conclude nothing: the first failing case is the verdict."""
    return None


def no_moves(_interface: Interface) -> Sequence["Move"]:
    """Return no moves: an input is shown as it is."""
    return ()


def no_baseline(_interface: Interface) -> Submission | None:
    """Return None: nothing is taken off what a call costs."""
    return None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problems. `Interface.own` holds what `read` made of the kind's own table.

    name: as in `[entry] kind`, and the name of its own table in problem.toml.
    languages: the languages that solve it; the first is that of the reference.
    read: the own table -> plain JSON, and what is wrong with it.
    flaws: what is wrong with the entry.
    sample_flaw: why a sample cannot be; None if it can.
    signature: the entry as people write it.
    header: what a program is told when it is loaded.
    names: the arguments of an input, in the order in which they are sent.
    encode, decode: arguments -> the bytes that are sent, and back.
    budget: what a program is told when it is called, beside its soft limit.
    split: an answer -> the part that is compared, and figures beside it. The answer is hostile.
    check: holds an answer and its figures against the case. Raises only what `Rules.custom` does.
    blame: who raised an exception, in words: the call with this index, or "it".
    moves: how a failing input is made smaller; none: it is shown as it is.
    view: what front-ends draw of a case.
    replay: gives what writes a counterexample as a test; None: no test can be written.
    baseline: a submission that does nothing, whose cost is the runner's own.
    cases: makes the cases of a corpus in place of the package's strategies. It is given the problem
        and a sandbox, yields progress, and returns the cases.
    play: plays one case in place of the player's PREPARE, CALL, READ. It is given the trial, its
        player, the case and the limit, and returns an outcome; `trial.player_of(source)` plays
        another program beside the submission.
    goes_on: whether judging goes on after a case with this result.
    conclude: the verdict of all cases that were played, in place of that of the first failing one;
        it is also told how many cases there are. None: nothing to conclude.
    looks: what is looked at again.
    timed: whether the ratio, the growth and `judge bench` apply.
    call_sequence: whether an input is a sequence of calls: then a large one is shown call by call,
        and a declared time is that of one call.
    refuses: command -> the sentence that says why it does not apply.
    """

    name: str
    signature: Callable[[Interface], str]
    header: Callable[[Interface], Json]
    names: Callable[[Interface], tuple[str, ...]]
    encode: Callable[[Interface, Arguments], bytes]
    decode: Callable[[Interface, bytes], Json]
    check: Callable[[Interface, Rules, GivenCase, Any, Mapping[str, Any]], Check]
    languages: tuple[str, ...] = ("python",)
    read: Callable[[Any], tuple[Json, list[Flaw]]] = no_own_table
    flaws: Callable[[Interface], Iterable[Flaw]] = lambda _interface: ()
    sample_flaw: Callable[[Interface, Json, Any], Flaw | None] = lambda *_: None
    budget: Callable[[Interface, GivenCase], Mapping[str, Any]] = no_budget
    split: Callable[[Interface, Any], tuple[Any, Mapping[str, Any]]] = whole
    blame: Callable[[Interface, GivenCase, int], str] = lambda *_: "it"
    moves: Callable[[Interface], Sequence["Move"]] = no_moves
    view: Callable[[Interface, ShownCase], View] = values_view
    replay: Callable[[], Replay] | None = None
    baseline: Callable[[Interface], Submission | None] = no_baseline
    cases: Callable[[Any, Any], Generator[CorpusBuilding, None, tuple[Any, ...]]] | None = None
    play: Callable[[Any, Any, Any, Any], Any] | None = None
    goes_on: Callable[[Result], bool] = until_failure
    conclude: Callable[[Interface, Sequence[Result], int], Conclusion | None] = first_failure
    looks: frozenset[Look] = frozenset(Look)
    timed: bool = True
    call_sequence: bool = False
    refuses: Mapping[str, str] = field(default_factory=dict)

    @property
    def concludes(self) -> bool:
        """Whether the verdict is that of all cases, and not that of the first failing one."""
        return self.conclude is not first_failure
