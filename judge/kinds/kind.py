"""The record that defines a kind of problems: data and pure functions.

The pipeline asks this record for everything that differs between kinds. A field left out has a
plain default, which its description names. A new kind is one module with one record, and a row in
`table.py`.
"""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, Protocol

from judge.events import CorpusBuilding
from judge.kinds.replay import Replay
from judge.kinds.right_replies import RightReplies, no_replies
from judge.kinds.views import ShownCase, View, values_view
from judge.languages import Language
from judge.notes import Clock, MessageBy, Note
from judge.records import dataclass
from judge.submission import Submission
from judge.values import Interface, json_bytes
from judge.verdict import Verdict

if TYPE_CHECKING:
    # Moves take long to load and are needed only after a failure.
    from judge.reduction import Move

Json = dict[str, Any]
Arguments = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with a manifest: the field, the reason, and how to fix it."""

    field: str
    reason: str
    mend: str


@dataclass(frozen=True, slots=True)
class SentCase:
    """A case as JSON, so that nobody decodes it who does not need its values.

    Each line of `arguments` is an array of the values of `names`. With several lines these values
    are lists, and a line holds their next items; what else is in a line counts for nothing.
    """

    names: tuple[str, ...]
    arguments: bytes
    expected: bytes


class GivenCase(Protocol):
    """A case as a kind sees it. The arguments of a scale case are costly to decode."""

    @property
    def arguments_json(self) -> bytes: ...

    @property
    def expected_json(self) -> bytes: ...

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
    """Whether one answer is right, and if not, why.

    `message` explains a failure and `message_by` says who wrote it; `call` is the index of the call
    to blame, if the case has calls. A failed check means wrong answer unless it sets another
    `verdict`; time limit exceeded also needs a `clock`. `note` is worth knowing of a right answer.
    """

    passed: bool
    message: str = ""
    call: int | None = None
    verdict: Verdict | None = None
    clock: Clock | None = None
    message_by: MessageBy = "judge"
    note: str = ""


RIGHT = Check(True)


Rule = Literal["equal", "any-order", "custom"]


@dataclass(frozen=True, slots=True)
class Rules:
    """How a package compares answers: exactly, in any order, or with its own checker.

    `custom` takes the case and the answer, and raises `ProblemError` if the checker fails.
    """

    name: Rule
    custom: Callable[[SentCase, Any], Check]


class Look(StrEnum):
    """A further check after a verdict, or before a failure is shown."""

    AGAIN = "again"  #: play the samples again in the same program: it must not remember them
    NEAR = "near"  #: play cases again that came near a limit or passed it
    RESEEDED = "reseeded"  #: play the small cases under the second hash seed
    LIVE = "live"  #: search for a failure among fresh inputs
    LEAK = "leak"  #: find the earlier call that leaves state behind
    SMALLER = "smaller"  #: search for smaller inputs that fail too


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one case, as `Kind.conclude` receives it."""

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
    """The verdict on all cases together, a one-sentence summary, and the kind's report fields.

    Without a summary the one of the first failing case stands; `failed` is the verdict that all
    cases together give that one, where it is another.
    """

    verdict: Verdict
    summary: str = ""
    extras: Mapping[str, Any] = field(default_factory=dict)
    notes: Sequence[Note] = ()
    failed: Verdict | None = None


def no_own_table(_table: Any) -> tuple[Json, list[Flaw]]:
    """Read nothing: the kind has no table of its own in problem.toml."""
    return {}, []


def whole(_interface: Interface, value: Any) -> tuple[Any, Mapping[str, Any]]:
    """Return the whole answer and no figures."""
    return value, {}


def no_budget(_interface: Interface, _case: GivenCase) -> Mapping[str, Any]:
    """Return nothing: a call needs its arguments only."""
    return {}


def in_their_order(cases: Sequence[Any], _number: int) -> Sequence[Any]:
    """Return cases as they are."""
    return cases


def as_played(arguments: Json, _figures: Mapping[str, Any]) -> Json:
    """Return arguments as they are."""
    return arguments


def until_failure(result: Result) -> bool:
    """Continue while cases pass."""
    return result.passed


def first_failure(
    _interface: Interface, _results: Sequence[Result], _total: int
) -> Conclusion | None:
    """Conclude nothing: the first failing case is the verdict."""
    return None


def no_extras(_interface: Interface, _case: GivenCase, _result: Result) -> Mapping[str, Any]:
    """Return nothing: no field of the report is this kind's own."""
    return {}


def no_moves(_interface: Interface) -> Sequence["Move"]:
    """Return no moves: inputs are not reduced."""
    return ()


def no_baseline(_interface: Interface) -> Submission | None:
    """Return None: no overhead is subtracted from the cost of a call."""
    return None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problems. `Interface.own` holds what `read` returned for the kind's own table.

    name: as in `[entry] kind`, and the name of its own table in problem.toml.
    languages: the languages of its solutions; the first is that of the reference.
    read: its own table -> plain JSON, and the flaws of the table.
    flaws: the flaws of the entry.
    sample_flaw: why a sample is impossible; None if it is not.
    signature: the entry as people write it.
    header: what a program is sent when it is loaded.
    names: the names of an input's arguments, in the order in which they are sent.
    encode, decode: arguments -> the bytes that are sent, and back.
    budget: what a program is sent with a call, in addition to its soft limit.
    split: an answer -> the part that is compared, and figures. The answer is hostile.
    check: compares an answer and its figures with the case. Raises only what `Rules.custom` does.
    encode_expected: an expected answer to what is sent -> its JSON.
    right_replies: returns what maps that JSON, and what is sent, to what knows by the bytes alone
        which replies are right by all rules but those of a checker.
    blame: names what raised an exception: the call with this index, or "it".
    moves: ways to reduce a failing input; if there are none, it is shown as it is.
    view: what front-ends draw of a case.
    replay: returns what writes a counterexample as a test; None: no test can be written.
    baseline: a submission that does nothing: its cost is the overhead of the runner.
    cases: makes the cases of a corpus instead of the package's strategies. Takes the problem and a
        sandbox, yields progress, and returns the cases.
    played_in: returns the language as which submissions are played, if its guest has more to give
        than that of their own.
    order: the cases of a corpus in the order in which they are played, drawn from a number that
        source, version and key give; samples stay first.
    play: plays one case instead of the player's PREPARE, CALL, READ. Takes the trial, its player,
        the case and the limit, and returns an outcome; `trial.player_of(source)` plays another
        program next to the submission.
    explain: plays the case that is shown as the failure once more, and returns an outcome that
        tells more of it. Takes what `play` does and the outcome that failed.
    shown: the arguments of a failing case as a report shows them, given its figures.
    goes_on: whether judging continues after a case with this result.
    extras: the kind's own fields of the report, from one case; a later case's replace an earlier's,
        and the conclusion's replace all.
    schemas: the JSON schemas of these fields, by name, for the description of the API.
    conclude: the verdict on all played cases instead of the first failing one; also takes the total
        number of cases. None: no conclusion.
    looks: the further checks that apply.
    timed: whether the ratio and the growth apply; if not, `judge bench` shows `extras` of the scale
        cases.
    call_sequence: whether an input is a sequence of calls: a large one is then shown call by call,
        and a declared time is the time of one call.
    stands_for: reads an answer to what was sent as what it stands for, where a package says
        `loose = true`; it is hostile. None: no package may say so.
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
    encode_expected: Callable[[Any, bytes], bytes] = lambda value, _sent: json_bytes(value)
    right_replies: Callable[[Interface], RightReplies] = no_replies
    split: Callable[[Interface, Any], tuple[Any, Mapping[str, Any]]] = whole
    blame: Callable[[Interface, GivenCase, int], str] = lambda *_: "it"
    moves: Callable[[Interface], Sequence["Move"]] = no_moves
    view: Callable[[Interface, ShownCase], View] = values_view
    replay: Callable[[], Replay] | None = None
    baseline: Callable[[Interface], Submission | None] = no_baseline
    cases: Callable[[Any, Any], Generator[CorpusBuilding, None, tuple[Any, ...]]] | None = None
    played_in: Callable[[], Language] | None = None
    order: Callable[[Sequence[Any], int], Sequence[Any]] = in_their_order
    play: Callable[[Any, Any, Any, Any], Any] | None = None
    explain: Callable[[Any, Any, Any, Any, Any], Any] | None = None
    shown: Callable[[Json, Mapping[str, Any]], Json] = as_played
    goes_on: Callable[[Result], bool] = until_failure
    extras: Callable[[Interface, GivenCase, Result], Mapping[str, Any]] = no_extras
    schemas: Mapping[str, Json] = field(default_factory=dict)
    conclude: Callable[[Interface, Sequence[Result], int], Conclusion | None] = first_failure
    looks: frozenset[Look] = frozenset(Look)
    timed: bool = True
    call_sequence: bool = False
    stands_for: Callable[[Interface, bytes, Any], Any] | None = None
    refuses: Mapping[str, str] = field(default_factory=dict)

    def read_as(self, interface: Interface, sent: bytes, value: Any) -> Any:
        """Return an answer as what it stands for, where the package is loose; else as it is."""
        if not interface.loose or self.stands_for is None:
            return value
        return self.stands_for(interface, sent, value)

    @property
    def plain(self) -> bool:
        """Whether a case is its arguments, one call of the entry and the answer, nothing else."""
        return self.play is None and self.budget is no_budget

    @property
    def concludes(self) -> bool:
        """Whether all cases decide the verdict together, instead of the first failing one."""
        return self.conclude is not first_failure
