"""What is read of a submission and the reference that are timed side by side. Pure.

A *turn* is one input, or several where one is too short to be read well. A *pair* is a turn of
each on the same inputs, none of which was played before. Pairs come in *blocks*: each has fresh
programs, so that what a program remembers, or where its memory happens to lie, affects one block
only. The first pair of a block warms its programs up and is dropped. A third program, the
*baseline*, plays some of the inputs and does nothing: its time is the runner's share of a turn.
"""

import statistics
from dataclasses import dataclass, field

#: Turns vary with their input. CPU time above 1.5 times the block's median is charged to loading.
UNEVEN = 1.5


@dataclass(frozen=True, slots=True)
class Turn:
    """CPU seconds of one turn, in its CALL frames and beside them; wall seconds of the calls.

    Of those beside them `prepare` were spent on building arguments and `read` on reading answers;
    the others were left to do from the turn before.
    """

    call: float
    side: float
    wall: float
    prepare: float = 0.0
    read: float = 0.0

    @property
    def spent(self) -> float:
        return self.call + self.side


@dataclass(frozen=True, slots=True)
class Pair:
    """A turn of the submission and one of the reference, on the same inputs."""

    submission: Turn
    reference: Turn

    @property
    def spent(self) -> float:
        """The CPU seconds of both together."""
        return self.submission.spent + self.reference.spent


@dataclass
class PairReadings:
    """Everything that was read so far.

    `baseline` are the CALL seconds of turns that did nothing. `outside` are, for each block, the
    CPU seconds of the submission's and the reference's programs that no median of turns shows:
    outside all cases (loading, and after the last), and what single turns took beyond the others,
    the dropped one too. `turns` counts the turns of one side, dropped ones too. `blocks` are how
    many of the pairs each pair of programs played, in their order.
    """

    pairs: list[Pair] = field(default_factory=list)
    baseline: list[float] = field(default_factory=list)
    outside: list[tuple[float, float]] = field(default_factory=list)
    turns: int = 0
    blocks: list[int] = field(default_factory=list)


def uneven_seconds(turns: list[Turn]) -> float:
    """Return the CPU seconds of turns beyond what different inputs explain."""
    usual = UNEVEN * statistics.median(turn.spent for turn in turns)
    return sum(max(turn.spent - usual, 0.0) for turn in turns)
