"""Results collected while judging one submission."""

from dataclasses import dataclass, field
from typing import Any

from judge.judging.costs import Costs
from judge.judging.decision import CaseResult
from judge.judging.leak import Leak
from judge.judging.mend import Mend
from judge.judging.smallest import Smallest
from judge.kinds import Conclusion, Kind, Result
from judge.notes import Note
from judge.problems import Case, Corpus, Group
from judge.records import replace
from judge.values import Interface, Loaded
from judge.verdict import Verdict
from sandbox import Printed


@dataclass
class Findings:
    """The results so far, from which the report is built.

    `failed` is the first failing case with its result. `played` are the cases before it, in order.
    `hidden` says whether that result tells of a hidden case: of its input, or in words of a program
    that had played one. `extras` are the kind's own fields of the report, and `conclusion` is what
    it concludes from all results, if it does.
    """

    corpus: Corpus
    kind: Kind
    passed: dict[str, int] = field(default_factory=dict)
    played: list[Case] = field(default_factory=list)
    failed: tuple[Case, CaseResult] | None = None
    hidden: bool = False
    met_hidden: bool = False
    results: list[Result] = field(default_factory=list)
    extras: dict[str, Any] = field(default_factory=dict)
    conclusion: Conclusion | None = None
    stopped: bool = False
    leak: Leak | None = None
    costs: Costs = field(default_factory=Costs)
    smallest: Smallest | None = None
    notes: list[Note] = field(default_factory=list)
    close_call: bool = False
    #: How much of a given program was changed; only of an accepted submission.
    mend: Mend | None = None
    live_tried: int = 0
    #: What was printed until all samples had passed.
    sample_prints: list[Printed] = field(default_factory=list)
    peak_bytes: int | None = None
    memory_method: str = "none"

    def take(self, case: Case, result: CaseResult) -> None:
        """Record the result of a case of the corpus."""
        self.met_hidden |= case.group != Group.SAMPLE
        if result.passed:
            self.passed[case.group] = self.passed.get(case.group, 0) + 1
        elif self.failed is None:
            self._fail(case, result, hidden=self.met_hidden)
        if self.failed is None:
            self.played.append(case)
        if result.note and all(result.note != note.message for note in self.notes):
            self.notes.append(Note("checker", result.note))
        short = _short(case, result)
        self.extras |= self.kind.extras(case.interface, case, short)
        if self.kind.concludes:
            self.results.append(short)
        self.stopped |= not self.kind.goes_on(short)

    def is_over(self) -> bool:
        """Whether to play no further case, apart from the samples."""
        return self.stopped

    def take_smallest(self, smallest: Smallest) -> None:
        """Record the smallest input that fails as the first failing case does; it is shown."""
        self.smallest = smallest
        short = _short(smallest.case, smallest.result)
        self.extras |= self.kind.extras(smallest.case.interface, smallest.case, short)

    def take_back(self, case: Case, result: CaseResult, *, hidden: bool) -> None:
        """Record a failure of a case that was counted as passed; see `hidden`."""
        self._fail(case, result, hidden=hidden)
        self.stopped = True
        self.passed[case.group] -= 1

    def _fail(self, case: Case, result: CaseResult, *, hidden: bool) -> None:
        self.failed = (case, result)
        # A program that does not load has not been sent any case.
        self.hidden = hidden and result.outcome.stage != "load"

    def fail_beyond_corpus(
        self,
        case: Case,
        result: CaseResult,
        *,
        smallest: Smallest | None = None,
        leak: Leak | None = None,
    ) -> None:
        """Record a failure on a fresh input; it replaces any earlier failure."""
        self._fail(case, result, hidden=True)
        self.smallest, self.leak = smallest, leak
        self.extras |= self.kind.extras(case.interface, case, _short(case, result))

    def fail_late(self, case: Case, result: CaseResult) -> None:
        """Record a failure that was found while an accepted submission was measured.

        Its input counts as a fresh one, unless a fresh one had failed already.
        """
        if self.failed is None or self.failed[0].group != Group.LIVE:
            self.live_tried += 1
        self.fail_beyond_corpus(case, result)

    def take_mend(self, mend: Mend | Note | None) -> None:
        """Record how much was changed, or why that could not be counted."""
        if isinstance(mend, Note):
            self.notes.append(mend)
        else:
            self.mend = mend

    def conclude(self, interface: Interface) -> None:
        """Let the kind of problem draw its conclusion from all cases that were played."""
        found = self.kind.conclude(interface, self.results, len(self.corpus.cases))
        self.conclusion = found
        if found is not None and found.failed is not None and self.failed is not None:
            case, result = self.failed
            self.failed = (case, replace(result, verdict=found.failed))

    def add_peak(self, peak_bytes: int | None) -> None:
        """Raise the peak to that of further programs of the submission, if it was read."""
        if peak_bytes is not None:
            self.peak_bytes = max(self.peak_bytes or 0, peak_bytes)

    @property
    def verdict(self) -> Verdict:
        """The verdict so far."""
        if self.conclusion is not None:
            return self.conclusion.verdict
        return self.failed[1].verdict if self.failed is not None else Verdict.ACCEPTED


def _short(case: Case, result: CaseResult) -> Result:
    return Result(
        case.group,
        case.index,
        result.verdict,
        result.message,
        result.outcome.value,
        result.figures or result.outcome.figures or {},
    )


LEAK_GUARD = Note(
    code="leak_guard_fired",
    message="the guard in seconds fired before the call that leaves state behind was found",
)
LONG_ANSWER = Note(
    code="long_answer",
    message="the wrong answer is so long that no smaller input was looked for",
)
HASH_ORDER = Note(
    code="hash_order",
    message="the same input ends otherwise under another hash seed: the answer hangs on the order "
    "of a set or on hash(), or on chance; sort, or keep an order of your own",
)


def load_notes(loaded: Loaded | None) -> list[Note]:
    """Return the remarks on loading, as notes for the report."""
    if loaded is None:
        return []
    return [Note(n.code, n.message, n.line, by="submission") for n in loaded.notes]
