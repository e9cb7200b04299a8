"""The growth that an event tells of, held against the reference's.

Facts may be imported, so nothing is believed of their shape.
"""

from dataclasses import dataclass

from judge import measurement
from judge.practice.event import Event


@dataclass(frozen=True, slots=True)
class Growth:
    """A measured class, those that fit as well, and the reference's; None where it is unknown."""

    measured: str
    also: tuple[str, ...] = ()
    reference: str | None = None

    @property
    def worse(self) -> bool:
        """Whether it grows faster than the reference, beyond what the measurement leaves open."""
        classes = measurement.CLASSES
        if self.reference in (self.measured, *self.also):
            return False
        if self.reference not in classes or self.measured not in classes:
            return False  # what cannot be compared is not held against anybody
        return classes.index(self.measured) > classes.index(self.reference)


def growth_of(event: Event) -> Growth | None:
    """Return the growth that a submission was measured to have; None where it was not."""
    found = event.facts.get("growth")
    if not isinstance(found, dict) or not isinstance(measured := found.get("measured"), str):
        return None
    also, reference = found.get("also"), found.get("reference")
    return Growth(
        measured,
        tuple(one for one in also if isinstance(one, str)) if isinstance(also, list) else (),
        reference if isinstance(reference, str) else None,
    )
