"""Hostile programs in tier `limits-only`, which is no boundary: what it holds and what it does not.

A whole judge runs in a container made for it (tests/security/vault.py): on the machine itself such
a program could kill every process of its user. The verdicts are those of docs/attacks.md.
"""

from collections.abc import Iterator

import pytest

from judge.verdict import Verdict
from sandbox import Tier
from tests.security.programs import Program, programs
from tests.security.vault import Vault

pytestmark = pytest.mark.needs("linux", "full")

PROGRAMS = tuple(programs())
#: One that a limit holds, one that nothing holds, one forgery.
QUICK = ("b13_kernel_objects", "f04_read_the_host", "d08_always_equal")


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with Vault(tmp_path_factory.mktemp("vault")) as made:
        yield made


def _cross() -> Iterator[object]:
    for program in PROGRAMS:
        marks = [] if program.name in QUICK else [pytest.mark.slow]
        yield pytest.param(program, id=program.name, marks=marks)


@pytest.mark.parametrize("program", list(_cross()))
def test_a_hostile_program_gets_the_verdict_that_is_written_down(
    vault: Vault, program: Program
) -> None:
    """The page says of this tier what is so, and no forgery is accepted even here."""
    if not program.runs_here:
        pytest.skip(f"{program.name} is written for {program.machine}")
    seen = vault.judge(program.problem, program.source, Tier.LIMITS_ONLY)
    allowed = program.allowed(Tier.LIMITS_ONLY)
    if allowed != frozenset(Verdict):
        assert not seen.error
        assert seen.tier == Tier.LIMITS_ONLY
        assert seen.verdict in allowed, seen.summary
        forged = vault.judge("impossible", program.source, Tier.LIMITS_ONLY)
        assert forged.verdict != Verdict.ACCEPTED, forged.summary
