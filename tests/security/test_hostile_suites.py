"""The hostile suites of tests/hostile_suites/: none is accepted, and each gets its verdict.

Each is one file, `<row>_<name>.py`: a recognises an implementation, b fails always or never, c
forges the end of a run, d tampers with what is around it, e does not end. Its first lines are those
of tests/hostile/:

    # expect: WA|RTE                the verdicts that it may get
    # tries: to ...                 what it is after
    # stopped by: fresh programs    what stops it
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.execution.sandboxes import Sandboxes
from judge.verdict import Verdict
from tests.practice import Practice
from tests.security.attacks import Attack, attacks, levels
from tests.suites import STRONG, suites

FOLDER = Path(__file__).parents[1] / "hostile_suites"
#: What may stop a suite, each named by some program.
WALLS = {
    "answers": "a suite learns of an implementation what it answers, and no more",
    "border": "no implementation is in the process of a suite, nor what the judge knows of it",
    "calls": "a run has at most 2,000 calls",
    "clock": "CPU and wall clocks are read from outside, of calls too",
    "frames": "a run that does not end with its one reply is a failure of the suite",
    "fresh programs": "each implementation is played in a program of its own",
    "memory": "the sandbox has a memory limit",
    "printed": "what is printed has a cap",
    "right ones": "a suite that fails on a right implementation is wrong",
    "share": "a suite that fails on too few wrong implementations is wrong",
    "strict values": "what a run ends with is decoded strictly outside",
    "walls": "a suite runs in the sandbox of every submission",
}
#: Those that take seconds to be stopped.
LONG = {"e"}

pytestmark = pytest.mark.needs("full")

ATTACKS = list(attacks(FOLDER))
#: Of those that end by themselves every fourth is quick.
LEVELS = levels(ATTACKS, lambda one: one.name[0] in LONG or int(one.name[1:3]) % 4 != 1)


@pytest.fixture(scope="module")
def arena(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Practice, Sandboxes]]:
    """Return the package of suites for `largest`, and sandboxes that are kept open."""
    folder = tmp_path_factory.mktemp("arena")
    practice = Practice(folder, suites(folder))
    with Sandboxes(practice.problem, practice.settings) as sandboxes:
        yield practice, sandboxes


@pytest.mark.parametrize("attack", LEVELS)
def test_a_hostile_suite_gets_its_verdict(
    arena: tuple[Practice, Sandboxes], attack: Attack
) -> None:
    practice, sandboxes = arena
    report = practice.report(attack.source, sandboxes)
    assert report.verdict in attack.expected, report.summary
    assert report.isolation.tier == "full"


def test_an_honest_suite_is_accepted_after_them(arena: tuple[Practice, Sandboxes]) -> None:
    """The sandboxes are those in which the attacks ran."""
    practice, sandboxes = arena
    report = practice.report(STRONG, sandboxes)
    assert report.verdict is Verdict.ACCEPTED, report.summary


def test_every_wall_is_tried() -> None:
    """Each is named by an attack, and no attack names another."""
    assert {wall for attack in ATTACKS for wall in attack.walls} == WALLS.keys()
    assert all(Verdict.ACCEPTED not in attack.expected for attack in ATTACKS)
    assert all(attack.tries.startswith("to ") for attack in ATTACKS)
    assert len(ATTACKS) >= 30
