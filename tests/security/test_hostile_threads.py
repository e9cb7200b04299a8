"""The hostile classes of tests/hostile_threads/: none is accepted, and each gets its verdict.

Each is a racy class in one file, `<row>_<name>.py`: a reaches for the interpreter, b tampers with
what is there, c is denial of service. Its first lines are comments, as in tests/hostile/:

    # expect: WA|RTE                 the verdicts that it may get
    # tries: to ...                  what it is after
    # stopped by: imports            what stops it
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.execution.sandboxes import Sandboxes
from judge.reports.report import Report
from judge.verdict import Verdict
from tests.packages import COUNTER_MANIFEST, SAFE_COUNTER, threaded_counter
from tests.practice import Practice
from tests.security.attacks import Attack, attacks, levels

FOLDER = Path(__file__).parents[1] / "hostile_threads"
#: What may stop a class, each named by some program.
WALLS = {
    "attributes": "attributes that lead to frames and modules are refused by their names",
    "clock": "CPU and wall clocks are read from outside",
    "deadlock": "a schedule in which nobody can go on is an error",
    "encoding": "results are encoded by their exact type, at once, and decoded strictly outside",
    "facades": "modules are copies of their public names, without those that run texts",
    "getattr": "what takes an attribute's name as a text refuses the same names",
    "imports": "a list names the modules that there are",
    "memory": "the sandbox has a memory limit",
    "names": "builtins and names of the module that lead out are not there",
    "outside": "histories are decided on outside; nothing that a class may change is believed",
    "steps": "a schedule has a limit of events",
    "syntax": "the source is looked at before any of it runs",
    "the trace": "a thread that is no longer traced fails its schedule",
    "threads": "a schedule has at most 40 threads",
    "type": "type() takes one argument, and never returns a metaclass",
}
#: Of these rows each takes seconds to be stopped.
SLOW = ("c",)

pytestmark = pytest.mark.needs("full")

ATTACKS = list(attacks(FOLDER))
LEVELS = levels(ATTACKS, lambda one: one.name.startswith(SLOW))


@pytest.fixture(scope="module")
def arena(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Practice, Sandboxes]]:
    """Return the package `counter` and sandboxes that are kept open."""
    folder = tmp_path_factory.mktemp("arena")
    practice = Practice(folder, threaded_counter(folder))
    with Sandboxes(practice.problem, practice.settings) as sandboxes:
        yield practice, sandboxes


def judged(arena: tuple[Practice, Sandboxes], source: bytes) -> Report:
    practice, sandboxes = arena
    return practice.report(source, sandboxes, shrink_calls=0)


@pytest.mark.parametrize("attack", LEVELS)
def test_a_hostile_class_gets_its_verdict(
    arena: tuple[Practice, Sandboxes], attack: Attack
) -> None:
    """And it is not AC: its adding is racy, whatever else it does."""
    report = judged(arena, attack.source)
    assert report.verdict in attack.expected, report.summary
    assert report.isolation.tier == "full"


def test_an_honest_class_is_accepted_after_them(arena: tuple[Practice, Sandboxes]) -> None:
    """The sandboxes are those in which the attacks ran."""
    report = judged(arena, SAFE_COUNTER.encode())
    assert report.verdict is Verdict.ACCEPTED, report.summary


def test_every_wall_is_tried() -> None:
    """Each is named by an attack, and no attack names another."""
    assert {wall for attack in ATTACKS for wall in attack.walls} == WALLS.keys()
    assert all(Verdict.ACCEPTED not in attack.expected for attack in ATTACKS)
    assert all(attack.tries.startswith("to ") for attack in ATTACKS)
    assert len(ATTACKS) >= 30


IMPOSSIBLE = COUNTER_MANIFEST.replace("[true, true, 3]", "[true, true, 4]")


@pytest.mark.parametrize("source", [SAFE_COUNTER, *(a.source for a in ATTACKS if a.name[0] == "b")])
def test_an_impossible_scenario_accepts_nothing(tmp_path: Path, source: str | bytes) -> None:
    """No class gives what its only sample wants, so whoever passes has forged something."""
    practice = Practice(tmp_path, threaded_counter(tmp_path, manifest=IMPOSSIBLE))
    report = practice.report(source, shrink_calls=0)
    assert report.verdict is not Verdict.ACCEPTED
