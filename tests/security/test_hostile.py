"""Every hostile program gets a verdict that the contract allows, and leaves nothing behind.

The programs are the files of tests/hostile/ (programs.py says how they are written). Each is judged
by a process of its own (arena.py), which is looked at from outside afterwards (audit.py); and then
an honest submission must still be accepted. Each is judged on a
problem whose answers nobody knows as well, and those that forge frames or answers are by default.

By default one program of each row meets tier `full` as the user who runs the tests, and some of
each group meet tier `landlock`, and both tiers as an ordinary user where the tests run as root;
the rest of the cross is `-m slow`. None is ever run in tier `limits-only`: it has no isolation.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from judge.verdict import Verdict
from sandbox import Tier
from sandbox.config import JAIL_ID
from tests.security.arena import ORDINARY_ID, Arena, Seen, readable_interpreter
from tests.security.audit import Audit, adoption
from tests.security.programs import NO_PROGRAM, ROWS, Program, programs

pytestmark = pytest.mark.needs("linux", "full")

HONEST = b"def echo(n):\n    return n\n"
PROGRAMS = tuple(programs())
#: One or more of each group, of different mechanisms: what runs in every corner by default.
EVERYWHERE = (
    "a01_endless_loop",
    "a09_stop_itself",
    "b02_slow_growth",
    "b06_system_v",
    "b07_reset_the_peak",
    "c01_fork_bomb",
    "c04_close_everything",
    "c06_flood_output",
    "c09_files_left",
    "c10_infect_imports",
    "d01_take_over_the_loop",
    "d05_kill_itself",
    "d08_always_equal",
    "e08_dead_leader",
    "e08_give_memory_back",
    "f01_tcp",
    "f04_read_the_host",
    "f05_probe_names",
    "f06_other_processes",
    "f08_signal_others",
    "f09_look_into_others",
    "f11_mounts",
    "f13_kernel_surface",
    "g01_nul",
    "g13_annotations",
)
#: Of other rows than `d`: they write the judge's frames, or put something in their place.
FORGING = ("a12_slow_drip", "c05_crossed_channels", "c05_swap_channels", "e08_dead_leader")
#: These need many seconds to show what they try.
SLOW = frozenset({"a13_just_under_the_limit", "d30_costly_leak"})


@dataclass(frozen=True, slots=True)
class Corner:
    """One tier as one kind of user."""

    tier: Tier
    ordinary: bool = False

    def __str__(self) -> str:
        return f"{self.tier}-{'ordinary' if self.ordinary else 'own'}-user"


OWN = Corner(Tier.FULL)
OTHERS = (
    Corner(Tier.LANDLOCK),
    Corner(Tier.FULL, ordinary=True),
    Corner(Tier.LANDLOCK, ordinary=True),
)


class Stage:
    """An arena of one corner, with the audit that watches it."""

    def __init__(self, arena: Arena, owners: list[int], tier: Tier) -> None:
        self.tier = tier
        self._arena = arena
        self._owners = owners
        self.look()

    def look(self) -> None:
        """Take what is there now for what was there before: another stage has been made."""
        own = [self._arena.folder / name for name in ("tmp", "home")]
        self._audit = Audit(self._arena.pid, self._owners, own)

    def judge(self, problem: str, source: bytes) -> Seen:
        seen = self._arena.judge(problem, source)
        assert not seen.error
        assert seen.tier == self.tier
        assert seen.verdict != Verdict.INTERNAL_ERROR
        return seen

    def assert_unharmed(self) -> None:
        """Nothing is left, and an honest submission is accepted as before."""
        assert self._audit.leftovers() == []
        assert self.judge("echo", HONEST).verdict == Verdict.ACCEPTED
        assert self._audit.leftovers() == []


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Stages"]:
    """Arenas that start when they are first asked for.

    They end with this file: what a later one leaves to process 1 would be left to this process.
    """
    with ExitStack() as stack:
        stack.enter_context(adoption())
        yield Stages(tmp_path_factory, stack)


class Stages:
    """One stage for each corner, made when a test asks for it."""

    def __init__(self, factory: pytest.TempPathFactory, stack: ExitStack) -> None:
        self._factory = factory
        self._stack = stack
        self._made: dict[Corner, Stage] = {}

    def get(self, corner: Corner) -> Stage:
        if corner not in self._made:
            self._made[corner] = self._make(corner)
            for stage in self._made.values():
                stage.look()
        return self._made[corner]

    def _make(self, corner: Corner) -> Stage:
        folder = self._folder(corner)
        interpreter: str | None = sys.executable
        if corner.ordinary:
            interpreter = _interpreter(folder)
        arena = Arena(folder, corner.tier, interpreter or "", ordinary=corner.ordinary)
        self._stack.enter_context(arena)
        # The first run builds what is kept: the corpora, imported modules, their descriptors.
        for problem in ("echo", "many", "roomy", "impossible"):
            seen = arena.judge(problem, HONEST)
            assert not seen.error
        # Root's programs run as nobody else does; everybody else's run as their judge's user.
        owners = [JAIL_ID, ORDINARY_ID if corner.ordinary else os.getuid() or JAIL_ID]
        return Stage(arena, owners, corner.tier)

    def _folder(self, corner: Corner) -> Path:
        if not corner.ordinary:
            return self._factory.mktemp(str(corner))
        # Not below pytest's folders: each run of pytest closes them to other users anew.
        made = tempfile.TemporaryDirectory(prefix="stage-", ignore_cleanup_errors=True)
        folder = Path(self._stack.enter_context(made))
        folder.chmod(0o755)
        return folder


def _interpreter(folder: Path) -> str:
    if os.geteuid() != 0:
        pytest.skip("the tests run as an ordinary user already")
    found = readable_interpreter(folder)
    if found is None:
        # Not a failure in CI either: no promise is broken where there is nobody to become.
        pytest.skip("no interpreter of this version is readable by another user")
    return found


def _cross(*, forging: bool = False) -> Iterator[object]:
    """Yield each program in each corner; with `forging` only those that forge are quick."""
    rows = {program.row: program.name for program in reversed(PROGRAMS) if program.name not in SLOW}
    rows |= {name.partition("_")[0]: name for name in EVERYWHERE}
    for corner in (OWN, *OTHERS):
        quick = {*EVERYWHERE, *rows.values()} if corner is OWN else {*EVERYWHERE}
        if forging:
            quick = {name for name in quick if name.startswith("d")}
            quick |= set(FORGING) if corner is OWN else set()
        for program in PROGRAMS:
            marks = [] if program.name in quick else [pytest.mark.slow]
            yield pytest.param(corner, program, id=f"{corner}-{program.name}", marks=marks)


@pytest.mark.parametrize(("corner", "program"), list(_cross()))
def test_a_hostile_program_gets_its_verdict_and_leaves_nothing(
    stages: Stages, corner: Corner, program: Program
) -> None:
    """No attack works, none harms the next submission, none leaves anything behind."""
    if not program.runs_here:
        pytest.skip(f"{program.name} is written for {program.machine}")
    stage = stages.get(corner)
    seen = stage.judge(program.problem, program.source)
    assert seen.verdict in program.allowed(corner.tier), seen.summary
    stage.assert_unharmed()


@pytest.mark.parametrize(("corner", "program"), list(_cross(forging=True)))
def test_no_program_is_accepted_where_nobody_knows_the_answers(
    stages: Stages, corner: Corner, program: Program
) -> None:
    """Whoever is accepted here has forged the verdict, by whatever means."""
    if not program.runs_here:
        pytest.skip(f"{program.name} is written for {program.machine}")
    stage = stages.get(corner)
    forged = stage.judge("impossible", program.source)
    assert forged.verdict != Verdict.ACCEPTED, forged.summary
    stage.assert_unharmed()


@pytest.mark.parametrize("name", ["c09_files_left", "f21_dirty_process"])
def test_a_program_finds_nothing_of_its_own_earlier_run(stages: Stages, name: str) -> None:
    """What a submission wrote or changed is gone when it is judged again."""
    stage = stages.get(OWN)
    program = next(program for program in PROGRAMS if program.name == name)
    for _ in range(2):
        assert stage.judge("echo", program.source).verdict == Verdict.ACCEPTED


def test_an_honest_answer_is_not_accepted_where_nobody_knows_it(stages: Stages) -> None:
    """The impossible problem is impossible for programs that forge nothing, too."""
    assert stages.get(OWN).judge("impossible", HONEST).verdict == Verdict.WRONG_ANSWER


def test_every_row_of_the_threat_list_has_a_program_or_a_reason() -> None:
    """No row is forgotten, and none is excused that has a program."""
    rows = {f"{group}{number:02}" for group, last in ROWS.items() for number in range(1, last + 1)}
    met = {program.row for program in PROGRAMS}
    assert met | set(NO_PROGRAM) == rows
    assert not met & set(NO_PROGRAM)


def test_the_programs_that_run_everywhere_exist() -> None:
    """A renamed program does not drop out unseen, and each group is there."""
    names = {program.name for program in PROGRAMS}
    assert {*EVERYWHERE, *FORGING} <= names
    assert {name[0] for name in EVERYWHERE} == set("abcdefg")
