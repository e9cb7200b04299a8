r"""The hostile texts of tests/hostile_mends/: each costs at most its own figure, never a verdict.

Each is one file, `<row>_<name>.py`, where the row is what it attacks: a time and memory, b how a
text is read, c definitions that hide the given one, d code that no text shows, e the answer of the
count, f what is no program. Its first lines are comments:

    # counts: 6                      how many lines it changes; `6..` for as many or more, `none`
                                     for no figure, `none|2` where it depends on the Python
    # tries: to ...                  what it is after
    # stopped by: tree               what stops it
    # verdict: CE                    the verdict, where it is not AC
    # append: ["", "x = 1\n", 9]     a tail that would be too long to keep: prefix, text, count

The given program is `tests.packages.GIVEN`, of six lines, whose smallest mend changes one.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from judge.execution.sandboxes import Sandboxes
from judge.judging.mend import Mend, count_mend
from judge.judging.trial import Trial
from judge.notes import Note
from judge.submission import Submission
from judge.verdict import Verdict
from tests.packages import MENDED, mend_largest
from tests.practice import Practice

FOLDER = Path(__file__).parents[1] / "hostile_mends"
#: What may stop an attack, each named by some program.
WALLS = {
    "annotations": "an annotation that does something is kept and counted",
    "behind": "what may replace code while it runs is not counted",
    "hidden": "of a definition that another one hides nothing is left",
    "limits": "the sandbox ends what takes too long or too much",
    "main": "the part for scripts is left out only where nothing else speaks of `__name__`",
    "marks": "names are marked by a letter that no name holds",
    "names": "only names that a program binds can be renamed, and each counts one",
    "process": "texts are counted in a program where no submission has run",
    "size": "a long text is not counted",
    "times": "a text of many times the given lines is not compared in full",
    "tree": "lines are written anew from the syntax tree",
    "unreached": "what cannot be reached is left out",
    "verdict": "what does not load is not counted",
}

pytestmark = pytest.mark.needs("full")


@dataclass(frozen=True, slots=True)
class Attack:
    """One text, what it tries, and what may be counted of it."""

    name: str
    counts: tuple[str, ...]
    tries: str
    walls: tuple[str, ...]
    verdicts: frozenset[Verdict]
    source: bytes

    def allows(self, mend: Mend | Note | None) -> bool:
        """Whether this may be said of it."""
        if not isinstance(mend, Mend):
            return "none" in self.counts
        plain = str(mend.changed) in self.counts
        least = [int(one.removesuffix("..")) for one in self.counts if one.endswith("..")]
        return plain or any(mend.changed >= one for one in least)


def attacks() -> Iterator[Attack]:
    """Yield every attack; raises where its first lines do not say what they must."""
    for path in sorted(FOLDER.glob("*.py")):
        source, head = path.read_bytes(), {}
        for line in source.splitlines()[:5]:
            title, colon, text = line.decode("utf-8", "replace").removeprefix("# ").partition(": ")
            if line.startswith(b"# ") and colon:
                head[title] = text
        if "append" in head:
            prefix, text, count = json.loads(head["append"])
            source += (prefix + text * count).encode()
        yield Attack(
            path.stem,
            tuple(head["counts"].split("|")),
            head["tries"],
            tuple(head["stopped by"].split(", ")),
            frozenset(Verdict(code) for code in head.get("verdict", "AC").split("|")),
            source,
        )


ATTACKS = list(attacks())


@pytest.fixture(scope="module")
def arena(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Practice, Sandboxes]]:
    folder = tmp_path_factory.mktemp("arena")
    practice = Practice(folder, mend_largest(folder))
    with Sandboxes(practice.problem, practice.settings) as sandboxes:
        yield practice, sandboxes


def counted(arena: tuple[Practice, Sandboxes], source: bytes) -> Mend | Note | None:
    practice, sandboxes = arena
    submission = Submission(source, "own.py")
    trial = Trial.of(practice.problem, submission, practice.settings, sandboxes)
    return count_mend(trial)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_a_hostile_text_gains_no_figure(arena: tuple[Practice, Sandboxes], attack: Attack) -> None:
    """It is counted as what it is, or not at all."""
    mend = counted(arena, attack.source)
    assert attack.allows(mend), mend


def test_an_honest_mend_is_counted_after_them(arena: tuple[Practice, Sandboxes]) -> None:
    """The sandboxes are those in which the attacks were counted."""
    assert counted(arena, MENDED.encode()) == Mend(1, 1, rewritten=False)


@pytest.mark.slow
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_a_hostile_text_gets_its_verdict(arena: tuple[Practice, Sandboxes], attack: Attack) -> None:
    """The count comes after it, and changes nothing."""
    practice, sandboxes = arena
    report = practice.report(attack.source, sandboxes, search_examples=0, timing=False)
    assert report.verdict in attack.verdicts, report.summary
    if report.verdict is Verdict.ACCEPTED:
        told = [note.code for note in report.notes if note.code == "mend_not_counted"]
        mend = None if report.mend is None else Mend(**mend_fields(report.mend))
        assert attack.allows(mend)
        assert bool(told) is (mend is None)


def mend_fields(mend: Any) -> dict[str, Any]:
    return {"changed": mend.changed, "smallest": mend.smallest, "rewritten": mend.rewritten}


def test_every_wall_is_tried() -> None:
    """Each is named by an attack, and no attack names another."""
    assert {wall for attack in ATTACKS for wall in attack.walls} == WALLS.keys()
    assert all(attack.tries.startswith("to ") for attack in ATTACKS)
    assert all(len(attack.source) <= 256 * 1024 for attack in ATTACKS)
    assert len(ATTACKS) >= 30
