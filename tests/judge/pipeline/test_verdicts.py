"""Every verdict of the contract, and what its report says."""

from pathlib import Path

import pytest

from judge.errors import ProblemError
from judge.verdict import Verdict
from tests.packages import largest
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")


#: One program for each way to fail, the verdict, and words that its message must hold.
VERDICTS: dict[str, tuple[str | bytes, Verdict, str]] = {
    "wrong": ("def largest(nums): return nums[0]", Verdict.WRONG_ANSWER, "expected"),
    "negative": (
        "def largest(nums): return max(0, *nums)",
        Verdict.WRONG_ANSWER,
        "wrong answer on an edge case",
    ),
    "wrong type": ("def largest(nums): return float(max(nums))", Verdict.WRONG_ANSWER, "float"),
    "nothing": ("def largest(nums): max(nums)", Verdict.WRONG_ANSWER, "None"),
    "cpu": ("def largest(nums):\n  while True: pass", Verdict.TIME_LIMIT_EXCEEDED, "CPU"),
    "wall": ("import time\ndef largest(nums): time.sleep(99)", Verdict.TIME_LIMIT_EXCEEDED, "wall"),
    "loading": ("while True: pass", Verdict.TIME_LIMIT_EXCEEDED, "while loading"),
    "grows": (
        "def largest(nums):\n  x = []\n  while True: x.append(bytearray(10**6))",
        Verdict.MEMORY_LIMIT_EXCEEDED,
        "memory",
    ),
    "huge": ("def largest(nums): return [0] * 10**10", Verdict.MEMORY_LIMIT_EXCEEDED, "memory"),
    "by hand": ("def largest(nums): raise MemoryError", Verdict.RUN_TIME_ERROR, "MemoryError"),
    "raises": ("def largest(nums): return nums[99]", Verdict.RUN_TIME_ERROR, "IndexError"),
    "exits": ("import os\ndef largest(nums): os._exit(0)", Verdict.RUN_TIME_ERROR, "status 0"),
    "crashes": (
        "import os\ndef largest(nums): os.kill(os.getpid(), 11)",
        Verdict.RUN_TIME_ERROR,
        "SIGSEGV",
    ),
    "leaves": ("import sys\ndef largest(nums): sys.exit()", Verdict.RUN_TIME_ERROR, "SystemExit"),
    "prints": (
        "def largest(nums):\n  while True: print('x' * 9999)",
        Verdict.OUTPUT_LIMIT_EXCEEDED,
        "printed",
    ),
    "answers": (
        "def largest(nums): return 'x' * (17 << 20)",
        Verdict.OUTPUT_LIMIT_EXCEEDED,
        "answer",
    ),
    "syntax": ("def largest(nums)\n  return 1", Verdict.DOES_NOT_LOAD, "line 1"),
    "no entry": ("def smallest(): pass", Verdict.DOES_NOT_LOAD, "largest"),
    "two entries": (
        "def largest(nums): return 1\ndef Largest(nums): return 1",
        Verdict.DOES_NOT_LOAD,
        "argest",
    ),
    "arity": ("def largest(): return 1", Verdict.DOES_NOT_LOAD, "largest"),
    "async": ("async def largest(nums): return 1", Verdict.DOES_NOT_LOAD, "async"),
    "generator": ("def largest(nums): yield 1", Verdict.DOES_NOT_LOAD, "yield"),
    "missing module": ("import nowhere", Verdict.DOES_NOT_LOAD, "nowhere"),
    "empty": ("", Verdict.DOES_NOT_LOAD, "largest"),
    "not utf-8": (b"# \xff\n", Verdict.DOES_NOT_LOAD, "UTF-8"),
    "nul": (b"a = 1\0\n", Verdict.DOES_NOT_LOAD, "NUL"),
    "too large": (b"#" * 2_000_000, Verdict.DOES_NOT_LOAD, "256 KiB"),
    "forks": ("import os\ndef largest(nums): os.fork()", Verdict.RULE_VIOLATION, "process"),
    "connects": (
        "import socket\ndef largest(nums): socket.socket()",
        Verdict.RULE_VIOLATION,
        "network",
    ),
    "forges": (
        "import os\ndef largest(nums): os.write(4, b'x' * 99)",
        Verdict.RULE_VIOLATION,
        "channel",
    ),
}


@pytest.mark.parametrize("name", VERDICTS)
def test_every_verdict_of_the_contract_occurs(practice: Practice, name: str) -> None:
    """Each way to fail gets its code, and a sentence that says why."""
    source, verdict, words = VERDICTS[name]
    report = practice.report(source)
    assert report.verdict is verdict, report.summary
    assert report.failure is not None
    assert words in report.summary
    assert report.failure.flags == [verdict]
    if name in ("cpu", "wall"):
        assert report.failure.clock == name


@pytest.mark.parametrize(
    "source",
    [
        "def largest(nums): return max(nums)",
        "class Solution:\n  def largest(self, nums: List[int]) -> int: return max(nums)",
        "def Largest(nums): print('hello'); return sorted(nums)[-1]",
        b"\xef\xbb\xbfdef largest(nums):\r\n    return max(nums)\r\n",
        "def solve(nums): return heapq.nlargest(1, nums)[0]",
        "def largest(nums): return max(nums)\nif __name__ == '__main__': 1/0",
        "def largest(nums): return max(nums)\nprint(input())",
    ],
)
def test_right_is_accepted_however_it_is_written(practice: Practice, source: str | bytes) -> None:
    """Habits of people are no mistakes."""
    report = practice.report(source)
    assert report.verdict is Verdict.ACCEPTED, report.summary
    assert report.failure is None
    assert report.cases.passed == report.cases.total
    assert report.cases.groups["live"].passed == 30


def test_driver_code_after_the_entry_is_told_and_forgiven(practice: Practice) -> None:
    """`input()` at the end of a file fails, and the submission is judged all the same."""
    report = practice.report("def largest(nums): return max(nums)\nx = input()\n")
    assert [note.code for note in report.notes] == ["top_level_failure"]
    assert report.notes[0].line == 2


def test_the_counterexample_is_the_smallest(practice: Practice) -> None:
    """Two numbers, the larger one last: nothing smaller shows it."""
    report = practice.report("def largest(nums): return nums[0]")
    assert report.failure is not None
    assert report.failure.arguments == {"nums": [1, 2]}
    assert (report.failure.expected, report.failure.actual) == (2, 1)
    assert report.failure.minimal


def test_prints_are_kept_apart(practice: Practice) -> None:
    """What a submission prints is shown with the failure and is no answer."""
    report = practice.report("def largest(nums):\n  print('seen', nums)\n  return 77")
    assert report.failure is not None
    assert report.failure.stdout.startswith("seen [")


def test_an_accepted_program_shows_what_it_printed_on_the_samples(practice: Practice) -> None:
    """And while it was loaded; nothing that it printed once it had met a hidden case."""
    report = practice.report("print('loading')\ndef largest(nums): print(nums); return max(nums)")
    assert report.verdict is Verdict.ACCEPTED
    samples = [str(sample.arguments["nums"]) for sample in practice.problem.samples]
    assert report.stdout.splitlines() == ["loading", *samples]


def test_an_exception_names_the_line(practice: Practice) -> None:
    """The line of the submission that raised, for people and for editors."""
    report = practice.report("def largest(nums):\n  x = 1\n  return nums[50]\n")
    assert report.failure is not None
    assert report.failure.line == 3
    assert report.failure.exception is not None
    assert report.failure.exception.type == "IndexError"
    assert "solution.py" in report.failure.exception.traceback


def test_a_large_stack_for_a_thread_is_no_allocation_yet(practice: Practice) -> None:
    """The usual way to recurse deeply: addresses are mapped, and memory is what is touched."""
    source = """
import threading
threading.stack_size(128 << 20)
def largest(nums):
    found = []
    thread = threading.Thread(target=lambda: found.append(max(nums)))
    thread.start()
    thread.join()
    return found[0]
"""
    report = practice.report(source)
    assert report.verdict is Verdict.ACCEPTED, report.summary


def test_a_line_that_the_source_does_not_have_is_not_shown(practice: Practice) -> None:
    """The program says where it failed, and may say anything."""
    source = (
        "code = compile('\\n' * 500 + '1 // 0', __file__, 'exec')\ndef largest(nums): exec(code)"
    )
    report = practice.report(source)
    assert report.verdict is Verdict.RUN_TIME_ERROR
    assert report.failure is not None
    assert report.failure.line is None


def test_a_wrong_answer_of_megabytes_is_not_looked_into(practice: Practice) -> None:
    """It is shown by its beginning, and said why no smaller input is."""
    report = practice.report("def largest(nums): return [['x' * 30]] * 130_000")
    assert report.verdict is Verdict.WRONG_ANSWER
    assert report.failure is not None
    assert report.failure.actual.startswith('[["xxx')
    assert report.failure.cut == ["actual"]
    assert [note.code for note in report.notes] == ["long_answer"]


def test_a_reference_that_fails_is_the_authors_fault(tmp_path: Path) -> None:
    """No submission is judged against it; the fault names the file and the input."""
    practice = Practice(tmp_path, largest(tmp_path, "def largest(nums): return nums[2]\n"))
    with pytest.raises(ProblemError, match=r"reference\.py.*IndexError"):
        practice.report("def largest(nums): return max(nums)")


def test_a_stated_answer_that_is_wrong_is_found(tmp_path: Path) -> None:
    """The samples' answers are the statement's; a reference that differs is not accepted."""
    practice = Practice(tmp_path, largest(tmp_path, answers=(3, 6)))
    report = practice.report("def largest(nums): return max(nums)")
    assert report.verdict is Verdict.WRONG_ANSWER


def test_a_failure_of_our_own_is_an_internal_error(tmp_path: Path) -> None:
    """A checker that breaks on an answer is never counted against the submission."""
    checker = (
        "def check(arguments, expected, actual):\n"
        "    return None if actual == expected else 1 / 0\n"
    )
    problem = largest(tmp_path, checker="custom", files={"checker.py": checker})
    practice = Practice(tmp_path, problem)
    assert practice.report("def largest(nums): return max(nums)").verdict is Verdict.ACCEPTED
    report = practice.report("def largest(nums): return 7")
    assert report.verdict is Verdict.INTERNAL_ERROR
    assert "checker.py" in report.summary
    assert "not the submission" in report.summary
