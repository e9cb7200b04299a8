"""Runtime against the reference: true ratios, and cheats that do not pay."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.spin import REFERENCE, STRATEGIES, TURNS, slowed
from judge.events import result_of
from judge.measurement.core_lock import take_core
from judge.measurement.paired_timing import BLOCK, PairedTiming
from judge.measurement.refusal import IncomparableError
from judge.measurement.turn_size import TURN_SECONDS, TurnSize
from judge.problems.catalog import default_catalog
from judge.submission import Submission
from judge.verdict import Verdict
from tests.judge.measurement.rig import QUICK, Rig, open_rig

pytestmark = [pytest.mark.alone, pytest.mark.needs("full")]

#: About a millisecond of turns.
SIZE = TurnSize(12_000)
#: Answers at once, knowing nothing of the reference's turns: 31**n and the sum of its powers.
AT_ONCE = """
    high = pow(31, n, 30 * 1000003)
    return (salt * high + 7 * ((high - 1) // 30)) % 1000003
"""


@pytest.fixture(scope="module")
def rig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    with open_rig(tmp_path_factory.mktemp("timing")) as found:
        yield found


def test_the_reference_against_itself_is_one(rig: Rig) -> None:
    """The same code on both sides, at the size the judge chooses; progress is told."""
    timed = rig.timed(REFERENCE)
    assert timed.ratio is not None
    assert 0.85 < timed.ratio.median < 1.18
    assert timed.ratio.low <= timed.ratio.median <= timed.ratio.high
    of_one_pair = timed.cpu_seconds / timed.reference_cpu_seconds
    assert of_one_pair == pytest.approx(timed.ratio.median)
    assert TURN_SECONDS / 3 < timed.reference_cpu_seconds < 20 * TURN_SECONDS
    assert len(rig.events) == 1 + QUICK.stages[0]


def test_known_work_gives_the_known_ratio(rig: Rig) -> None:
    """Twice the turns, by count, are twice the time, whatever calling costs."""
    assert 1.7 < rig.ratio(slowed(2.0), SIZE) < 2.35
    assert 3.2 < rig.ratio(slowed(5.0), TurnSize(400, 8)) < 7.5


def test_no_input_comes_twice(rig: Rig) -> None:
    """Nor the same inputs to the next submission."""
    strategies = rig.problem.strategies()
    seen = []

    def sized(n: int, rng: random.Random) -> dict[str, int]:
        seen.append(strategies.sized(n, rng))  # type: ignore[misc]  # the package has it
        return seen[-1]

    for _ in range(2):
        trial = rig.trial(slowed(1.0))
        list(PairedTiming(trial, sized, TurnSize(10, 2), None).play(BLOCK + 1))
    assert len({given["salt"] for given in seen}) == len(seen) >= 2 * 2 * (BLOCK + 3)


CHEATS = {
    "remembers answers from repeat to repeat": (
        f"import functools\n@functools.lru_cache(None)\n{REFERENCE}",
        0.8,
    ),
    "patches every clock": (
        f"""
import time, os, resource
for name in ("process_time", "perf_counter", "monotonic", "time", "clock_gettime"):
    setattr(time, name, lambda *_: 0)
os.times = resource.getrusage = lambda *_: 0
{REFERENCE}""",
        0.8,
    ),
    "works in a thread while the call waits": (
        f"""
import threading
def work(n, salt):{TURNS}    return salt
def spin(n, salt):
    found = []
    worker = threading.Thread(target=lambda: found.append(work(n, salt)))
    worker.start()
    worker.join()
    return found[0]
""",
        0.8,
    ),
    "computes while it is imported": (
        f"""
def work(n, salt):{TURNS}    return salt
work(2_000_000, 1)
def spin(n, salt):{AT_ONCE}""",
        2.0,
    ),
    "leaves a thread at work after the answer": (
        f"""
import threading
def work(n, salt):{TURNS}    return salt
def spin(n, salt):
    threading.Thread(target=work, args=(2 * n, salt)).start(){AT_ONCE}""",
        0.8,
    ),
    "works when its garbage is let go": (
        f"""
def work(n, salt):{TURNS}    return salt
class Later(int):
    def __del__(self):
        work(2 * int(self), 1)
class Kept(dict):
    pass
def spin(n, salt):
    import sys
    frame = sys._getframe()
    while frame.f_back is not None and "self" not in frame.f_locals:
        frame = frame.f_back
    frame.f_locals["self"]._arguments.append(Later(n)){AT_ONCE}""",
        0.8,
    ),
}


@pytest.mark.parametrize("cheat", CHEATS)
def test_a_cheat_does_not_pay(rig: Rig, cheat: str) -> None:
    """Work is charged wherever it is done; whose calls are too short to be seen gets no ratio."""
    source, least = CHEATS[cheat]
    timed = rig.timed(source, SIZE)
    if timed.ratio is None:
        assert [note.code for note in timed.notes] == ["timing_refused"]
    else:
        assert timed.ratio.median > least


def test_without_the_hidden_work_that_answer_is_quick(rig: Rig) -> None:
    """What the cheats above are charged is not the answer's own cost, which cannot be seen."""
    timed = rig.timed("def spin(n, salt):" + AT_ONCE, SIZE)
    assert timed.failed is None
    assert [note.code for note in timed.notes] == ["timing_refused"]
    assert "calls that do nothing" in timed.notes[0].message


#: Plays in the runner's place, and knows the answer before the call.
EARLY = f"""
import sys
playing = sys.modules["python_guest.playing"]
def prepare(self, arguments, **_):
    n, salt = arguments{AT_ONCE.replace("return", "self._arguments = [0,")}]
playing.FunctionCase.prepare = prepare
def spin(n, salt):
    return salt
"""


def test_who_works_in_the_runners_place_is_not_the_fastest(rig: Rig) -> None:
    """Its call does nothing, and beside it the runner's own work is done no more."""
    timed = rig.timed(EARLY, SIZE)
    assert timed.ratio is None
    assert [note.code for note in timed.notes] == ["timing_refused"]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("salt if seen > 3 else work(n, salt)", "wrong answer on a fresh input of size 12000"),
        ("Lazy(work(n, salt))", "wrong answer"),
        ("1 // 0 if seen > 3 else work(n, salt)", "run-time error"),
        ("work(10**9, 1)", "time limit"),
    ],
)
def test_who_answers_otherwise_while_timed_is_refused(rig: Rig, answer: str, words: str) -> None:
    """A program may guess that it is timed: every timed answer is compared as well."""
    timed = rig.timed(
        f"class Lazy(int): pass\nseen = 0\ndef work(n, salt):{TURNS}    return salt\n"
        f"def spin(n, salt):\n    global seen\n    seen += 1\n    return {answer}\n",
        SIZE,
    )
    assert timed.ratio is None
    (note,) = timed.notes
    assert note.code == "timing_refused"
    assert words in note.message


SEEN = f"seen = 0\ndef work(n, salt):{TURNS}    return salt\n"


FAILURES = {
    "a process": (
        f"import os\ndef spin(n, salt):{TURNS}    n > 5000 and os.fork()\n    return salt\n",
        (Verdict.RULE_VIOLATION, False),
    ),
    "a process, after it has slept and before it is wrong": (
        """
import os, time
def spin(n, salt):
    time.sleep(0.3)
    n > 5000 and os.fork()
    return 0
""",
        (Verdict.RULE_VIOLATION, False),
    ),
    "wrong on large inputs": (
        f"def spin(n, salt):{TURNS}    return salt - (n > 5000)\n",
        (Verdict.WRONG_ANSWER, False),
    ),
    "wrong when it is asked again and again": (
        f"""{SEEN}
def spin(n, salt):
    global seen
    seen += 1
    return 0 if seen > 3 else work(n, salt)
""",
        (Verdict.WRONG_ANSWER, True),
    ),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_while_timed_is_kept_whole(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The input, the reference's answer to it, and whether the same input passes alone."""
    monkeypatch.setattr("judge.measurement.paired_timing.PATIENCE_SECONDS", 0.2)
    source, expected = FAILURES[name]
    failed = rig.timed(source, TurnSize(12_000, 2)).failed
    assert failed is not None
    assert (failed.result.verdict, failed.result.passes_alone) == expected
    case = failed.case
    assert (case.group, case.size, case.arguments["n"]) == ("live", None, 12_000)
    assert type(case.expected) is int


@pytest.mark.parametrize("answer", ["1 // 0", "[0] * 10**10", "work(10**9, 1)"])
def test_what_may_come_of_the_size_alone_is_no_verdict(rig: Rig, answer: str) -> None:
    """Limits and exceptions on an input beyond the corpus end the timing and nothing else."""
    timed = rig.timed(SEEN + f"def spin(n, salt):\n    return {answer}\n", SIZE)
    assert timed.failed is None
    assert [note.code for note in timed.notes] == ["timing_refused"]


def test_a_wrong_answer_to_a_wrong_input_is_no_verdict(rig: Rig, tmp_path: Path) -> None:
    """A package may time inputs that its statement does not allow."""
    nothing_allowed = STRATEGIES.replace('arguments["n"] >= 0', "False")
    assert nothing_allowed != STRATEGIES
    (tmp_path / "strategies.py").write_text(nothing_allowed)
    problem = replace(rig.problem, folder=tmp_path)
    elsewhere = Rig(problem, rig.settings, rig.sandboxes)
    timed = elsewhere.timed("def spin(n, salt): return 0\n", SIZE)
    assert timed.failed is None
    assert "wrong answer" in timed.notes[0].message


def test_who_sleeps_while_it_is_timed_is_refused(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """It costs no CPU time, and would hold the core and its lock for hours."""
    monkeypatch.setattr("judge.measurement.paired_timing.PATIENCE_SECONDS", 0.5)
    timed = rig.timed(
        "import time\ntime.sleep(0.1)\n"
        f"def spin(n, salt):{TURNS}    time.sleep(0.1)\n    return salt\n",
        SIZE,
    )
    assert [note.code for note in timed.notes] == ["timing_refused"]
    assert "did not compute" in timed.notes[0].message


def test_waiting_is_counted_over_all_sizes(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rehearsal on smaller inputs does not begin at nothing."""
    trial = rig.trial(Submission(b"import time\ntime.sleep(0.2)\n" + REFERENCE.encode(), "x.py"))
    timing = PairedTiming(trial, rig.problem.strategies().sized, SIZE, None)  # type: ignore[arg-type]  # the package has it
    timing.rehearse(9.0)
    monkeypatch.setattr("judge.measurement.paired_timing.PATIENCE_SECONDS", 0.35)
    with pytest.raises(IncomparableError, match="did not compute"):
        timing.resized(6_000).rehearse(9.0)


def test_a_table_made_at_the_first_call_is_charged(rig: Rig) -> None:
    """As it is where the table is made while loading: the pair that is dropped is not free."""
    table = "\nmade = []\ndef spin(n, salt):\n    made or made.append(work(1_500_000, 1))"
    work = f"def work(n, salt):{TURNS}    return salt\n"
    timed = rig.timed(f"{work}{table}\n    return work(n, salt)\n", SIZE)
    assert timed.ratio is not None
    assert timed.ratio.median > 4
    assert "work_while_loading" in [note.code for note in timed.notes]


def test_a_long_first_call_does_not_choose_the_size(rig: Rig) -> None:
    """However small the inputs were made, it would be as long."""
    work = f"def work(n, salt):{TURNS}    return salt\n"
    table = "\nmade = []\ndef spin(n, salt):\n    made or made.append(work(4_000_000, 1))"
    timed = rig.timed(f"{work}{table}\n    return work(n, salt)\n", SIZE)
    assert timed.size == SIZE


def test_what_is_slow_on_all_inputs_is_said_to_be(rig: Rig) -> None:
    """No word of the reference, which is not at fault."""
    timed = rig.timed(
        f"def spin(n, salt):{TURNS}    sum(range(9_000_000))\n    return salt\n", SIZE
    )
    if timed.ratio is not None:  # an interpreter that is quick enough for it
        assert timed.ratio.median > 20
        return
    (note,) = timed.notes
    assert note.code == "not_timed"
    assert note.message.startswith("the submission is too slow to be timed")


def test_work_while_the_arguments_are_built_is_charged(
    tmp_path: pytest.TempPathFactory,
) -> None:
    """A submission's own node class runs its code while the judge builds the tree."""
    plain = default_catalog().get("lca").reference.source.decode()
    busy = (
        "class TreeNode:\n    def __init__(self, val=0, left=None, right=None):\n"
        "        self.val, self.left, self.right = val, left, right\n"
        "        sum(range(60))\n\n"
    )
    with open_rig(tmp_path, default_catalog().get("lca")) as trees:  # type: ignore[arg-type]
        assert trees.ratio(busy + plain, TurnSize(4_000)) > 1.5


def test_a_slow_submission_is_timed_on_smaller_inputs(rig: Rig) -> None:
    """A hundred times as slow does not take a hundred times as long to time."""
    timed = rig.timed(slowed(100.0), TurnSize(30_000))
    assert timed.size is not None
    assert timed.size.n < 30_000
    assert timed.ratio is not None
    assert 80 < timed.ratio.median < 130


def test_where_every_core_is_taken_nothing_is_timed(rig: Rig) -> None:
    """It waits as long as the settings say, tells so, and leaves a note."""
    taken = []
    while (slot := result_of(take_core(rig.settings.slots_dir, 0.0))) is not None:
        taken.append(slot)
    hasty = replace(rig.settings, slot_wait_seconds=0.1)
    crowded = Rig(rig.problem, hasty, rig.sandboxes)
    timed = crowded.timed(REFERENCE)
    for slot in taken:
        slot.close()
    assert [note.code for note in timed.notes] == ["not_timed"]
    assert crowded.events
