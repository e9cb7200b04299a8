"""A failure is played again before it is believed, and so is what passed by luck."""

import subprocess
import sys

import pytest

from judge.events import result_of
from judge.execution.sandboxes import Sandboxes
from judge.languages import Language
from judge.pipeline import judge, run
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import Sandbox
from sandbox.policy import HASH_SEED
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")


def test_a_state_leak_is_named_with_both_calls(practice: Practice) -> None:
    """A global that survives a call: the case passes alone, and the earlier one is shown."""
    source = "seen = []\ndef largest(nums):\n  seen.extend(nums)\n  return max(seen)\n"
    report = practice.report(source)
    assert report.verdict is Verdict.WRONG_ANSWER
    assert report.failure is not None
    assert report.failure.state_leak
    assert report.failure.calls is not None
    earlier, later = report.failure.calls
    assert max(earlier["nums"]) > max(later["nums"])


def test_a_harmless_cache_is_fine(practice: Practice) -> None:
    """lru_cache on the arguments gives the same answers."""
    source = (
        "@lru_cache(None)\ndef best(nums): return max(nums)\n"
        "def largest(nums): return best(tuple(nums))\n"
    )
    assert practice.report(source).verdict is Verdict.ACCEPTED


def test_luck_with_the_order_of_a_set_is_not_right(practice: Practice) -> None:
    """Right under one hash seed and wrong under another: WA, and the note says why."""
    source = (
        "def largest(nums):\n"
        "  first = next(iter({'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'}))\n"
        "  return max(nums) if first == FIRST else -100\n"
    )
    seeds = [practice.report(source.replace("FIRST", repr(letter))).notes for letter in "abcdefgh"]
    found = [notes for notes in seeds if notes]
    assert len(found) == 1
    assert [note.code for note in found[0]] == ["hash_order"]


@pytest.mark.parametrize(
    ("keeps", "verdict"),
    [
        ("if tuple(nums) in seen: return None", Verdict.WRONG_ANSWER),
        ("while tuple(nums) in seen: pass", Verdict.TIME_LIMIT_EXCEEDED),
    ],
)
def test_who_remembers_what_it_was_asked_is_found_out(
    practice: Practice, keeps: str, verdict: Verdict
) -> None:
    """As a cached generator that is used up: the second of two equal calls fails, and is named."""
    source = (
        "seen = set()\n"
        "def largest(nums):\n"
        f"  {keeps}\n"
        "  seen.add(tuple(nums))\n"
        "  return max(nums)\n"
    )
    report = practice.report(source)
    assert report.verdict is verdict, report.summary
    assert report.failure is not None
    assert report.failure.state_leak
    assert report.failure.calls is not None
    first, second = report.failure.calls
    assert first == second


@pytest.mark.parametrize(
    ("act", "verdict"),
    [
        ("while True: pass", Verdict.TIME_LIMIT_EXCEEDED),
        ("bytearray(10**9)", Verdict.MEMORY_LIMIT_EXCEEDED),
        ("__import__('os').fork()", Verdict.RULE_VIOLATION),
        ("__import__('os')._exit(0)", Verdict.RUN_TIME_ERROR),
    ],
)
def test_whatever_fails_under_another_hash_seed_is_a_failure(
    practice: Practice, act: str, verdict: Verdict
) -> None:
    """Not only another answer: who knows the seed could do anything there."""
    first = subprocess.run(
        [sys.executable, "-c", "print(hash('x'))"],
        env={"PYTHONHASHSEED": str(HASH_SEED)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    source = f"def largest(nums):\n  if hash('x') != {first}:\n    {act}\n  return max(nums)\n"
    report = practice.report(source)
    assert report.verdict is verdict, report.summary
    assert [note.code for note in report.notes] == ["hash_order"]


#: Is wrong, or takes memory, at the 20th call of the live search's program alone.
ONCE_IN_THE_SEARCH = """
first, calls, kept = None, 0, []
def largest(nums):
    global first, calls
    first, calls = first or list(nums), calls + 1
    if calls == 20 and first != SAMPLE:
        DEED
    return max(nums)
"""


def test_who_was_wrong_once_is_not_accepted(practice: Practice) -> None:
    """Played again it may be right: the wrong answer was seen, by our own comparison."""
    sample = str(practice.problem.samples[0].arguments["nums"])
    source = ONCE_IN_THE_SEARCH.replace("SAMPLE", sample).replace("DEED", "return max(nums) + 1")
    report = practice.report(source, shrink_calls=10)  # each is played again, in vain
    assert report.verdict is Verdict.WRONG_ANSWER, report.summary
    assert report.failure is not None
    assert report.failure.group == "live"
    assert report.cases.groups["live"].total == report.cases.groups["live"].passed + 1
    assert "unrepeated_failure" in [note.code for note in report.notes]


def test_memory_of_the_live_search_counts_in_the_peak(practice: Practice) -> None:
    """What is reported is the peak over all cases, the fresh ones too."""
    sample = str(practice.problem.samples[0].arguments["nums"])
    deed = "kept.append(bytearray(50_000_000))"
    report = practice.report(ONCE_IN_THE_SEARCH.replace("SAMPLE", sample).replace("DEED", deed))
    assert report.verdict is Verdict.ACCEPTED, report.summary
    assert report.memory is not None
    assert (report.memory.peak_bytes or 0) > 50_000_000


def test_a_refused_allocation_is_its_own_cases(practice: Practice) -> None:
    """One that was caught long before does not make an MLE of a MemoryError raised by hand."""
    source = """
calls = 0
def largest(nums):
    global calls
    calls += 1
    if calls == 1:
        try: [0] * 10**10
        except MemoryError: pass
    if calls == 10: raise MemoryError
    return max(nums)
"""
    report = practice.report(source)
    assert report.verdict is Verdict.RUN_TIME_ERROR, report.summary


def test_what_earlier_cases_left_is_no_reason_for_a_memory_limit(practice: Practice) -> None:
    """A cache on a method keeps every `Solution`, and each case alone stays below the limit."""
    source = """
class Solution:
    @cache
    def part(self):
        return b"x" * (28 << 20)
    def largest(self, nums):
        return (len(nums) % 16 != 3 or self.part()) and max(nums)
"""
    report = practice.report(source)
    assert report.verdict is Verdict.ACCEPTED, report.summary
    assert "memory_kept" in {note.code for note in report.notes}


def test_a_case_that_alone_takes_too_much_has_nobody_else_to_blame(practice: Practice) -> None:
    """Whatever earlier cases kept: what is over the limit alone is over it."""
    source = "def largest(nums): return (len(nums) < 4 or b'x' * 10**9) and max(nums)"
    report = practice.report(source)
    assert report.verdict is Verdict.MEMORY_LIMIT_EXCEEDED, report.summary
    assert "memory_kept" not in {note.code for note in report.notes}


RAISED = "import sys, threading\nsys.setrecursionlimit(10**N)\n"
ENDLESS = {
    "of one function": "def largest(nums):\n  return largest(nums)\n",
    "of a method": "class Solution:\n  def largest(self, nums): return self.largest(nums)\n",
    "through a cache": "@cache\ndef g(n):\n  return g(n + 1)\ndef largest(nums): return g(0)\n",
    "of a generator": "def g(n):\n  yield from g(n)\ndef largest(nums): return next(g(0))\n",
    "in a thread": (
        "def g(n):\n  return g(n)\n"
        "def largest(nums):\n  one = threading.Thread(target=g, args=(1,))\n"
        "  one.start(); one.join()\n  return max(nums)\n"
    ),
    "while loading": (
        "def g(n):\n  return g(n)\nTABLE = g(0)\ndef largest(nums): return max(nums)\n"
    ),
    "that copies": "def g(path):\n  return g(path + [1])\ndef largest(nums): return g(nums)\n",
}


@pytest.mark.parametrize(
    ("name", "power"), [("of one function", 6), *((name, 9) for name in ENDLESS)]
)
def test_endless_recursion_tells_depth_and_line_whatever_its_limit(
    practice: Practice, name: str, power: int
) -> None:
    """With a limit that people raise by habit it ends in time or memory, and has no line then."""
    source = RAISED.replace("N", str(power)) + ENDLESS[name]
    report = practice.report(source)
    failure = report.failure
    assert failure is not None
    assert report.verdict in {"RTE", "TLE", "MLE"}
    line = 1 + source.splitlines().index(ENDLESS[name].split("\n")[_inner(name)])
    assert (failure.line, failure.exception and failure.exception.line) == (line, line)
    assert failure.exception is not None
    assert failure.exception.depth is not None
    assert failure.exception.depth > 900
    assert f"{failure.exception.depth:,} calls deep" in report.summary


def _inner(name: str) -> int:
    return 2 if name == "through a cache" else 1


def test_what_only_takes_long_or_much_is_not_said_to_recurse(practice: Practice) -> None:
    """The word alone in a source means nothing."""
    for body in ("while True: pass", "x = bytearray(1 << 30); return len(x)"):
        report = practice.report(f"{RAISED.replace('N', '6')}def largest(nums):\n  {body}\n")
        assert report.verdict in {"TLE", "MLE"}
        assert "deep" not in report.summary


def test_judge_run_tells_depth_and_line_too(practice: Practice) -> None:
    """One engine: what `submit` says of a sample, `run` says."""
    source = RAISED.replace("N", "9") + ENDLESS["of one function"]
    submission = Submission(source.encode(), "own.py")
    played = run(submission, practice.problem, practice.settings)
    assert all("calls deep at line 4" in one.message for one in played)


@pytest.mark.parametrize(("entry", "starts"), [("max(nums)", True), ("0", False)])
def test_the_second_hash_seed_starts_before_it_is_needed(
    practice: Practice, monkeypatch: pytest.MonkeyPatch, entry: str, starts: bool
) -> None:
    """While small cases are played, since people wait for it; not for who fails early."""
    happened: list[str] = []
    reseeded = Sandboxes.reseeded

    def noted(self: Sandboxes, language: Language) -> Sandbox:
        happened.append("second seed")
        return reseeded(self, language)

    monkeypatch.setattr(Sandboxes, "reseeded", noted)
    submission = Submission(f"def largest(nums): return {entry}".encode(), "own.py")
    steps = judge(submission, practice.problem, practice.settings)
    result_of(steps, lambda step: happened.append(type(step).__name__))
    assert ("second seed" in happened) is starts
    if starts:
        assert happened.index("second seed") < happened.index("SmallPassed")
