"""The large files of a package are there for the cases that name them, and for nothing else."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from judge.execution.outcome import Outcome
from judge.execution.player import Player
from judge.execution.sandboxes import Sandboxes
from judge.submission import Submission
from judge.testing import build_problem
from judge.verdict import Verdict
from sandbox import Ending, Limit, Tier
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")

LIMIT = Limit(cpu_seconds=0.5, wall_seconds=5.0)
STRATEGIES = """
def edges():
    return [{"log": ["x"]}, {"log": {"data": "small.log"}}]


def generated():
    from hypothesis import strategies as st

    return st.fixed_dictionaries({"log": st.lists(st.just("x"), min_size=1, max_size=9)})


def scales():
    yield 70_000, {"log": {"data": "large.log"}}
    yield 70_001, {"log": {"data": "small.log"}}


def validate(arguments):
    return None if arguments["log"] else "the log is empty"
"""
DATA = """
def make(folder):
    for done, (name, lines) in enumerate((("small.log", 7), ("large.log", 70_000)), 1):
        (folder / name).write_text("x\\n" * lines)
        yield done, 2
"""
RIGHT = "def lines(log):\n    with open(log) as file:\n        return sum(1 for line in file)\n"
#: What can be opened of both files.
LOOK = """
import json, os, sys, threading, time
def look():
    found = []
    for name in ("small.log", "large.log"):
        try:
            with open(os.path.join(PLACE, name), "rb") as file:
                found.append(len(file.read()))
        except OSError:
            found.append(None)
    return found
"""
SMALL, LARGE, OWN = b'[{"data":"small.log"}]', b'[{"data":"large.log"}]', b'[["x"]]'


@pytest.fixture(scope="module")
def practice() -> Iterator[Practice]:
    with tempfile.TemporaryDirectory(prefix="data-") as folder:
        Path(folder).chmod(0o755)  # programs of a tier without namespaces go there as another user
        problem = build_problem(
            Path(folder),
            "def lines(log: str) -> int: ...",
            RIGHT,
            [({"log": ["x", "y"]}, 2)],
            strategies=STRATEGIES,
            shapes={"log": "file"},
            files={"data.py": DATA},
            limits={"memory_mib": 64, "floor_seconds": 0.3},
        )
        yield Practice(Path(folder), problem)


@pytest.fixture(scope="module", params=["full", "landlock"])
def sandboxes(practice: Practice, request: pytest.FixtureRequest) -> Iterator[Sandboxes]:
    with Sandboxes(practice.problem, replace(practice.settings, tier=Tier(request.param))) as made:
        yield made


@pytest.fixture(scope="module")
def full(practice: Practice) -> Iterator[Sandboxes]:
    """Sandboxes that hide the files; without namespaces they lie open, and only time counts."""
    with Sandboxes(practice.problem, replace(practice.settings, tier=Tier.FULL)) as made:
        yield made


def player(practice: Practice, sandboxes: Sandboxes, source: str) -> Player:
    place = f"PLACE = {sandboxes.main.shown_data!r}\n"
    submission = Submission(f"{place}{LOOK}{source}".encode(), "own.py")
    return Player(sandboxes.main, practice.problem.header, submission)


def said(outcome: Outcome) -> list[object]:
    """Return what a program has printed, one JSON text a line."""
    return [json.loads(line) for line in outcome.printed.first.splitlines()]


def test_a_file_is_there_only_in_the_call_of_a_case_that_names_it(
    practice: Practice, full: Sandboxes
) -> None:
    """Neither while loading, nor in other cases, nor the file of another case."""
    source = (
        "print(json.dumps(look()))\ndef lines(log):\n    print(json.dumps(look()))\n    return 1"
    )
    with player(practice, full, source) as own:
        assert said(own.with_prints(own.play(OWN, LIMIT))) == [[None, None]]
        outcome = own.play(SMALL, LIMIT)
        assert json.loads(outcome.printed_loading.first) == [None, None]
        assert said(outcome) == [[14, None]]
        assert said(own.play(LARGE, LIMIT)) == [[None, 140_000]]
        assert said(own.with_prints(own.play(OWN, LIMIT))) == [[None, None]]


def test_nothing_of_a_file_is_kept_for_the_next_case(practice: Practice, full: Sandboxes) -> None:
    """Neither open, nor read: the next case has a program of its own."""
    source = (
        "KEPT = []\ndef lines(log):\n    print(json.dumps(len(KEPT)))\n"
        "    KEPT.extend([open(log, 'rb'), open(log, 'rb').read(), os.open(log, os.O_RDONLY)])\n"
        "    return 1\n"
    )
    with player(practice, full, source) as own:
        assert [said(own.play(case, LIMIT)) for case in (SMALL, SMALL, LARGE)] == [[0]] * 3


def test_who_waits_for_a_file_waits_on_his_own_time(practice: Practice, full: Sandboxes) -> None:
    """A thread that looks for it all the while finds it in the call, whose clock is running."""
    source = """
FOUND = []
def wait():
    while not any(look()):
        time.sleep(0.001)
    began = time.thread_time()
    while time.thread_time() - began < 2:
        pass
    FOUND.append(7)
threading.Thread(target=wait, daemon=True).start()
def lines(log):
    while "small" in log and not FOUND:
        time.sleep(0.01)
    return 7
"""
    with player(practice, full, source) as own:
        assert own.play(OWN, LIMIT).returned
        time_limit = own.play(SMALL, LIMIT)
    assert (time_limit.ending, time_limit.stage) == (Ending.CPU_LIMIT, "call")


@pytest.mark.parametrize("before", [(), (OWN,)], ids=["alone", "after another"])
def test_what_is_worked_out_while_loading_counts(
    practice: Practice, sandboxes: Sandboxes, before: tuple[bytes, ...]
) -> None:
    """It is too early to open the file, or the time of loading is the case's."""
    source = """
KNOWN = {}
for name, length in zip(("small.log", "large.log"), look()):
    KNOWN[os.path.join(PLACE, name)] = (length or 0) // 2
end = time.process_time() + 1
while any(KNOWN.values()) and time.process_time() < end:
    pass
def lines(log):
    return KNOWN.get(log, 1)
"""
    with player(practice, sandboxes, source) as own:
        for case in before:
            assert own.play(case, LIMIT).returned
        outcome = own.play(SMALL, LIMIT)
    if sandboxes.main.tier is Tier.FULL:
        assert (outcome.ending, outcome.value) == (Ending.REPLY, 0)
    else:
        assert outcome.ending is Ending.CPU_LIMIT


def test_an_honest_reader_is_accepted(practice: Practice, sandboxes: Sandboxes) -> None:
    """In every tier, small cases and large ones."""
    report = practice.report(RIGHT, sandboxes, timing=False)
    assert report.verdict is Verdict.ACCEPTED


def test_a_wrong_answer_on_a_file_comes_with_its_prints(
    practice: Practice, sandboxes: Sandboxes
) -> None:
    """The program has ended by then; what it said is kept."""
    prints = "def lines(log):\n    print('mine')\n    return right(log) % 70_000"
    source = f"{RIGHT}\nright = lines\n{prints}\n"
    failure = practice.report(source, sandboxes, timing=False).failure
    assert failure is not None
    assert (failure.group, failure.stdout) == ("scale", "mine\n")
