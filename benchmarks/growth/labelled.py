"""Functions of known growth, and inputs of any size for them.

Each file in functions/ is a submission as people write them; the label of a function stands in
the comment behind its first line. Nothing in it was chosen for how it is measured.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.growth.inputs import INPUTS, SIZES, WALKS
from judge.events import result_of
from judge.measurement import Fit, Subject, coarse, fit, memory_growth, points_of, time_growth
from judge.submission import Submission
from judge.values import Interface, Parameter
from sandbox import Limit, Sandbox

FOLDER = Path(__file__).with_name("functions")
_LABELLED = re.compile(r"^def (\w+)\((.*?)\):  # (.+)$", re.MULTILINE)
#: The files whose labels are of memory; those of all others are of time.
MEMORY = ("memory", "deep")
MEMORY_LIMIT = Limit(10.0, 40.0)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One function: its file's name, its own, its parameters, its class."""

    kind: str
    name: str
    parameters: tuple[str, ...]
    label: str

    def contest(self, sandbox: Sandbox, *, reference: bool = True) -> Subject:
        """Return what is measured: the function beside a plain walk over its input."""
        parameters = tuple(Parameter(name, "Any") for name in self.parameters)
        walk = _walk(self) if reference else None
        return Subject(
            sandbox,
            Interface("function", (self.name,), parameters, "int"),
            Submission((FOLDER / f"{self.kind}.py").read_bytes(), f"{self.kind}.py"),
            walk,
            INPUTS[self.kind],
            SIZES.get(self.kind, (1, 400_000)),
        )


def labelled(*kinds: str) -> list[Labelled]:
    """Return the functions of these files; of all that are labelled by time when none is named."""
    found = []
    for kind in kinds or tuple(kind for kind in INPUTS if kind not in MEMORY):
        for name, parameters, label in _LABELLED.findall((FOLDER / f"{kind}.py").read_text()):
            found.append(Labelled(kind, name, tuple(parameters.split(", ")), label))
    return found


def time_class(function: Labelled, sandbox: Sandbox, budget: float) -> Fit | None:
    """Measure one function's time within a budget of CPU seconds."""
    timed = result_of(time_growth(function.contest(sandbox), budget))
    return fit(points_of(timed), step=1e-9, reference=WALKS[function.kind])


def memory_class(function: Labelled, sandbox: Sandbox, budget: float) -> Fit | None:
    """Measure one function's memory, at the sizes that its time allows."""
    contest = function.contest(sandbox, reference=False)
    timed = result_of(time_growth(contest, budget))
    points = result_of(memory_growth(contest, [one.n for one in timed], MEMORY_LIMIT))
    return fit(points, step=8)


def right(label: str, measured: Fit | None) -> bool:
    """Whether the coarse class is right: constant with log n, and n with n log n, are one."""
    return measured is not None and coarse(measured.measured) == coarse(label)


def named_with_others(label: str, measured: Fit | None) -> bool:
    """Whether the right class is among those that a report names, a power of n apart."""
    if measured is None or measured.vague or not measured.wide:
        return False
    return coarse(label) in map(coarse, measured.consistent)


def off_by_a_power(label: str, measured: Fit | None) -> bool:
    """Whether a report would be off by a power of n or more, or take an exponential for a power.

    Of a vague fit it names no class, of a wide one all that are possible.
    """
    order: Sequence[str] = ("1", "n", "n^2", "n^3", "2^n")
    if measured is None or measured.vague or named_with_others(label, measured):
        return False
    return abs(order.index(coarse(measured.measured)) - order.index(coarse(label))) >= 1


def _walk(function: Labelled) -> Submission:
    names = ", ".join(function.parameters)
    over = {
        "number": "range(n)",
        "text": "s",
        "graph": "edges",
        "grid": "(x for r in g for x in r)",
    }
    things = over.get(function.kind, function.parameters[0])
    lines = [
        f"def {function.name}({names}):",
        "    seen = 0",
        f"    for _ in {things}:",
        "        seen += 1",
        "    return seen",
        "",
    ]
    return Submission("\n".join(lines).encode(), "walk.py")
