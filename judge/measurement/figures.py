"""Figures beside a verdict, as one record. Loads nothing of what measures them."""

from typing import TYPE_CHECKING

from judge.notes import Note
from judge.records import dataclass

if TYPE_CHECKING:
    from judge.measurement.curve import Curve
    from judge.measurement.failure import MeasuredFailure
    from judge.measurement.ranking import Rank
    from judge.measurement.ratio import RuntimeRatio


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures beside the verdict; None where there is none.

    `failure` is a wrong answer or a forbidden act that came to light meanwhile: then it is the
    verdict, and there are no figures.
    """

    ratio: "RuntimeRatio | None" = None
    rank: "Rank | None" = None
    curve: "Curve | None" = None
    reference_peak_bytes: int | None = None
    notes: tuple[Note, ...] = ()
    failure: "MeasuredFailure | None" = None
