"""What is known so far of one submission; the report is made of it at the end."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from judge.judging.decision import CaseResult
from judge.judging.leak import Leak
from judge.notes import Note
from judge.problems import Case, Corpus, Group
from judge.values import Loaded
from judge.verdict import Verdict

if TYPE_CHECKING:
    from judge.judging.counterexample import Smallest
    from judge.measurement import Caught, Curve, Rank, RuntimeRatio


@dataclass
class Seen:
    """What is known so far of one submission; becomes a report at the end."""

    corpus: Corpus
    passed: dict[str, int] = field(default_factory=dict)
    played: list[Case] = field(default_factory=list)
    failed: tuple[Case, CaseResult] | None = None
    leak: Leak | None = None
    smallest: "Smallest | None" = None
    notes: list[Note] = field(default_factory=list)
    close_call: bool = False
    live_tried: int = 0
    peak_bytes: int | None = None
    memory_method: str = "none"
    timed: "RuntimeRatio | None" = None
    rank: "Rank | None" = None
    time_curve: "Curve | None" = None
    reference_peak_bytes: int | None = None

    def count(self, case: Case) -> None:
        self.passed[case.group] = self.passed.get(case.group, 0) + 1

    def take_back(self, case: Case, judged: CaseResult) -> None:
        """Fail at a case that had passed and been counted."""
        self.failed = (case, judged)
        self.passed[case.group] -= 1

    def saw_peak(self, peak_bytes: int | None) -> None:
        """Take in the peak of more programs of the submission, where one was read."""
        if peak_bytes is not None:
            self.peak_bytes = max(self.peak_bytes or 0, peak_bytes)

    def fail_measured(self, found: "Caught") -> None:
        """Fail at what came to light while it was measured; of that nothing is told then.

        Its input counts as a fresh one, in place of one that had failed.
        """
        if self.timed is not None:
            self.notes = [note for note in self.notes if note not in self.timed.notes]
        self.timed = self.rank = self.time_curve = None
        self.smallest, self.leak = None, found.leak
        if self.failed is None or self.failed[0].group != Group.LIVE:
            self.live_tried += 1
        self.failed = (found.case, found.judged)

    @property
    def verdict(self) -> Verdict:
        return self.failed[1].verdict if self.failed is not None else Verdict.ACCEPTED


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
    """Return what loading had to say."""
    if loaded is None:
        return []
    return [Note(code=n.code, message=n.message, line=n.line) for n in loaded.notes]
