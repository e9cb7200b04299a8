"""The growth that an event tells of, held against the reference's and what was declared. Pure.

Facts may be imported, so nothing is believed of their shape.
"""

import re

from judge import measurement
from judge.practice.event import Event
from judge.records import dataclass

IN_O = re.compile(r"O\s*\((.*)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Growth:
    """A measured class, those that fit as well, and the reference's; None where it is unknown.

    `agrees` is what the judge says of the source's own declaration.
    """

    measured: str
    also: tuple[str, ...] = ()
    reference: str | None = None
    agrees: bool | None = None

    @property
    def worse(self) -> bool:
        """Whether it grows faster than the reference, beyond what the measurement leaves open."""
        classes = measurement.CLASSES
        if self.reference in (self.measured, *self.also):
            return False
        if self.reference not in classes or self.measured not in classes:
            return False  # what cannot be compared is not held against anybody
        return classes.index(self.measured) > classes.index(self.reference)

    def agreement(self, declared: str) -> bool | None:
        """Return whether a declared class agrees; None where it cannot be compared.

        Without `O( )` it must be measured or in `also`. One that is no class of ours, such as
        `V + E`, cannot be compared.
        """
        name = bare(declared)
        if name not in measurement.CLASSES:
            return None
        return name in (self.measured, *self.also)


def growth_of(event: Event) -> Growth | None:
    """Return the growth that a submission was measured to have; None where it was not."""
    found = event.facts.get("growth")
    if not isinstance(found, dict):
        return None
    measured, also, reference = found.get("measured"), found.get("also"), found.get("reference")
    if not isinstance(measured, str) or not measured:
        return None
    agrees = found.get("agrees")
    return Growth(
        bare(measured),
        tuple(bare(one) for one in also if isinstance(one, str)) if isinstance(also, list) else (),
        bare(reference) if isinstance(reference, str) else None,
        agrees if isinstance(agrees, bool) else None,
    )


def bare(declared: str) -> str:
    """Return a class without `O( )`."""
    found = IN_O.fullmatch(declared.strip())
    return " ".join((found[1] if found else declared).split())
