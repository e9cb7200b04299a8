import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from judge.errors import HostError, ProblemError, UsageError
from judge.events import (
    CaseJudged,
    CorpusBuilding,
    CorpusVerdict,
    Searching,
    Shrinking,
    SmallPassed,
    Started,
)
from judge.pipeline import run
from judge.problems import corpus
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import Tier
from sandbox.policy import HASH_SEED
from tests.packages import largest
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    """A small package whose corpus is built once."""
    made = Practice(tmp_path_factory.mktemp("practice"))
    assert made.report("def largest(nums): return max(nums)").verdict is Verdict.ACCEPTED
    return made


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


def test_an_exception_names_the_line(practice: Practice) -> None:
    """The line of the submission that raised, for people and for editors."""
    report = practice.report("def largest(nums):\n  x = 1\n  return nums[50]\n")
    assert report.failure is not None
    assert report.failure.line == 3
    assert report.failure.exception is not None
    assert report.failure.exception.type == "IndexError"
    assert "solution.py" in report.failure.exception.traceback


@pytest.mark.parametrize("clock", ["cpu", "wall"])
def test_a_time_limit_names_its_clock(practice: Practice, clock: str) -> None:
    """CPU and wall are told apart."""
    report = practice.report(VERDICTS[clock][0])
    assert report.failure is not None
    assert report.failure.clock == clock


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


def test_the_live_search_finds_what_the_corpus_does_not(practice: Practice) -> None:
    """A bug that only fresh inputs can meet is found, shrunk, and counted in group live."""
    found = corpus.load_corpus(
        corpus.corpus_path(practice.settings.cache_dir, practice.problem), practice.problem
    )
    assert found is not None
    known = [case.arguments["nums"] for case in found.cases]
    source = (
        f"KNOWN = {json.dumps([n for n in known if len(n) < 30])}\n"
        "def largest(nums):\n"
        "  return max(nums) if nums in KNOWN or len(nums) > 100 or 7 not in nums else -99\n"
    )
    report = practice.report(source, search_examples=200)
    assert report.verdict is Verdict.WRONG_ANSWER
    assert report.failure is not None
    assert report.failure.group == "live"
    assert 7 in report.failure.arguments["nums"]
    assert report.cases.passed == report.cases.total


def test_the_same_source_gets_the_same_report_twice(practice: Practice) -> None:
    """Verdict, failure and counts do not hang on the run."""
    source = "def largest(nums): return max(nums) if len(nums) < 5 else min(nums)\n"
    first, second = practice.report(source), practice.report(source)
    assert first.verdict is second.verdict
    assert first.failure == second.failure
    assert first.cases == second.cases


def test_all_samples_run_then_the_first_failure_ends_it(practice: Practice) -> None:
    """A failing first sample does not hide whether the second passes."""
    events = practice.events("def largest(nums): return nums[-1]")
    judged = [event for event in events if isinstance(event, CaseJudged)]
    assert [(e.group, e.passed) for e in judged] == [("sample", False), ("sample", True)]


def test_events_tell_the_story_in_order(practice: Practice) -> None:
    """Started, one event a case, the corpus verdict, the live search."""
    events = practice.events("def largest(nums): return max(nums)")
    assert isinstance(events[0], Started)
    rest = [event for event in events[1:] if not isinstance(event, CaseJudged)]
    assert [event.done for event in events if isinstance(event, CaseJudged)] == [
        *range(1, events[0].total + 1)
    ]
    kinds = [SmallPassed, CorpusVerdict, Searching, Searching]
    assert [type(event) for event in rest] == kinds
    assert isinstance(rest[0], SmallPassed)
    assert rest[0].done == events[0].total - 2


def test_a_broken_corpus_is_rebuilt_and_never_believed(tmp_path: Path) -> None:
    """A changed byte, a cut file, nonsense: the corpus is made again, the verdict is the same."""
    practice = Practice(tmp_path)
    right = "def largest(nums): return max(nums)"
    assert any(isinstance(e, CorpusBuilding) for e in practice.events(right))
    path = corpus.corpus_path(practice.settings.cache_dir, practice.problem)
    whole = path.read_bytes()
    for broken in (whole[:-1], whole[:50], b"", b"x" * 100, _flipped(whole)):
        path.write_bytes(broken)
        report, events = practice.judged(right)
        assert any(isinstance(e, CorpusBuilding) for e in events)
        assert report.verdict is Verdict.ACCEPTED
    assert not any(isinstance(e, CorpusBuilding) for e in practice.events(right))


def _flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


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


def test_a_slower_host_does_not_turn_right_into_tle(practice: Practice, tmp_path: Path) -> None:
    """A corpus whose reference times are too small is corrected by timing the reference now."""
    source = (
        "import time\n"
        "def largest(nums):\n"
        "  if len(nums) == 20000:\n"
        "    end = time.process_time() + 0.5\n"
        "    while time.process_time() < end: pass\n"
        "  return max(nums)\n"
    )
    assert practice.report(source).verdict is Verdict.TIME_LIMIT_EXCEEDED
    slow = Practice(tmp_path, largest(tmp_path, source))
    assert slow.report(source).verdict is Verdict.ACCEPTED
    path = corpus.corpus_path(slow.settings.cache_dir, slow.problem)
    found = corpus.load_corpus(path, slow.problem)
    assert found is not None
    hasty = corpus.Corpus(
        found.problem_version,
        tuple(replace(case, reference_cpu_seconds=0.0) for case in found.cases),
    )
    corpus.save_corpus(path, slow.problem, hasty)
    report = slow.report(source)
    assert report.verdict is Verdict.ACCEPTED
    assert report.limits is not None
    assert report.limits.close_call


@pytest.mark.parametrize(("seconds", "close"), [(0.275, True), (0.1, False)])
def test_what_is_too_close_to_the_limit_is_accepted_and_told(
    practice: Practice, seconds: float, close: bool
) -> None:
    """The limit is 0.3 s; near it a case is timed again, and if it stays there, it says so."""
    report = practice.report(
        "import time\n"
        "def largest(nums):\n"
        "  if len(nums) == 20000:\n"
        f"    end = time.process_time() + {seconds}\n"
        "    while time.process_time() < end: pass\n"
        "  return max(nums)\n"
    )
    assert report.verdict is Verdict.ACCEPTED
    assert report.limits is not None
    assert report.limits.close_call is close


def test_a_run_as_a_whole_has_a_budget(practice: Practice) -> None:
    """Every case just under its limit is too slow all the same."""
    source = (
        "import time\n"
        "def largest(nums):\n"
        "  end = time.process_time() + 0.25\n"
        "  while time.process_time() < end: pass\n"
        "  return max(nums)\n"
    )
    report = practice.report(source)
    assert report.verdict is Verdict.TIME_LIMIT_EXCEEDED
    assert "whole run" in report.summary


@pytest.mark.parametrize("tier", list(Tier))
def test_every_tier_judges_and_names_itself(practice: Practice, tier: Tier) -> None:
    """The same verdicts in each tier, and the report says which it was."""
    right = practice.report("def largest(nums): return max(nums)", tier=tier)
    wrong = practice.report("def largest(nums): return nums[0]", tier=tier)
    assert (right.verdict, wrong.verdict) == (Verdict.ACCEPTED, Verdict.WRONG_ANSWER)
    assert right.isolation.tier == tier.value
    assert ("namespaces" in right.isolation.missing) == (tier is not Tier.FULL)


def test_a_cache_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    """The host's failure names the folder and the setting."""
    practice = Practice(tmp_path)
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    with pytest.raises(HostError, match="JUDGE_CACHE_DIR"):
        practice.report("def largest(nums): return max(nums)", cache_dir=blocked)


def test_run_plays_the_samples_beside_the_reference(practice: Practice) -> None:
    """`judge run` shows both answers for each sample."""
    submission = Submission(b"def largest(nums): return nums[0]", "own.py")
    played = list(run(submission, practice.problem, practice.settings))
    assert [(p.expected, p.actual, p.verdict) for p in played] == [
        (3, 3, Verdict.ACCEPTED),
        (5, 5, Verdict.ACCEPTED),
    ]


def test_run_plays_an_input_of_ones_own(practice: Practice) -> None:
    """Any input inside the constraints is answered by both."""
    submission = Submission(b"def largest(nums): return nums[0]", "own.py")
    (played,) = run(submission, practice.problem, practice.settings, {"nums": [1, 9]})
    assert (played.expected, played.actual) == (9, 1)
    assert played.verdict is Verdict.WRONG_ANSWER


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({}, "nums"),
        ({"nums": [1], "k": 2}, "nums"),
        ({"nums": []}, "outside the constraints"),
        ({"nums": 5}, "outside the constraints"),
        ({"nums": [None]}, "outside the constraints"),
    ],
)
def test_an_input_outside_the_statement_is_the_users_mistake(
    practice: Practice, arguments: dict[str, object], words: str
) -> None:
    """Nothing is played on an input for which the statement promises no answer."""
    submission = Submission(b"def largest(nums): return 1", "own.py")
    with pytest.raises(UsageError, match=words):
        list(run(submission, practice.problem, practice.settings, arguments))


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
        env={"PYTHONHASHSEED": str(HASH_SEED)}, capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    source = f"def largest(nums):\n  if hash('x') != {first}:\n    {act}\n  return max(nums)\n"
    report = practice.report(source)
    assert report.verdict is verdict, report.summary
    assert [note.code for note in report.notes] == ["hash_order"]


def test_work_that_is_put_off_until_the_answer_is_read_is_too_slow(practice: Practice) -> None:
    """A case's limit holds for it too; what reading an answer takes as a rule is free."""
    busy = "end = time.process_time() + SECONDS\n    while time.process_time() < end: pass"
    source = SLOW_ANSWERS.replace("time.sleep(SECONDS)", busy)
    report = practice.report(source.replace("SECONDS", "3 if len(str(arguments)) < 12 else 0"))
    assert report.verdict is Verdict.TIME_LIMIT_EXCEEDED, report.summary
    assert "s of CPU time while its answer was read" in report.summary


SLOW_ANSWERS = """
import sys, time
values = sys.modules["judge.languages.python.guest.values"]
encode = values.encode
def slow(*arguments):
    time.sleep(SECONDS)
    return encode(*arguments)
values.encode = slow
def largest(nums): return max(nums)
"""


def test_what_answers_slowly_has_a_budget_of_wall_time(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sleeping while an answer is read costs no CPU time, and is in no call."""
    monkeypatch.setattr("judge.judging.budget.total_wall", lambda _cpu: 1.0)
    report = practice.report(SLOW_ANSWERS.replace("SECONDS", "0.1"))
    assert report.verdict is Verdict.TIME_LIMIT_EXCEEDED
    assert "whole run took over 1 s of wall time" in report.summary


def test_waiting_for_a_core_is_not_the_submissions_time(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the kernel says that a program was ready all the time, a busy host is to blame."""
    monkeypatch.setattr("judge.judging.budget.total_wall", lambda _cpu: 1.0)
    monkeypatch.setattr("judge.execution.player.LONG_SECONDS", 0.5)
    monkeypatch.setattr("sandbox.clocks.waiting_seconds", lambda _pid: time.monotonic())
    report = practice.report(SLOW_ANSWERS.replace("SECONDS", "0.01"))
    assert report.verdict is Verdict.ACCEPTED, report.summary


def test_wrong_answers_that_are_very_long_are_not_read_for_ever(practice: Practice) -> None:
    """Each attempt at a smaller input has another to be read: their bytes are counted."""
    source = "def largest(nums): return [0] * 1_500_000 if len(set(nums)) > 3 else max(nums)"
    report, (*_, begun, ended) = practice.judged(source, guard_seconds=1000.0)
    assert begun == Shrinking(0)
    assert isinstance(ended, Shrinking)
    assert 4 < ended.calls < 30
    assert report.verdict is Verdict.WRONG_ANSWER


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
    report = practice.report(source)
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
    report = practice.report("def largest(nums): return [[12345678]] * 500_000")
    assert report.verdict is Verdict.WRONG_ANSWER
    assert report.failure is not None
    assert report.failure.actual.startswith("[[12345678], [12345678], ")
    assert report.failure.cut == ["actual"]
    assert [note.code for note in report.notes] == ["long_answer"]


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


def test_the_live_search_can_be_left_out(practice: Practice) -> None:
    """A host that wants the corpus alone gets it."""
    report = practice.report("def largest(nums): return max(nums)", search_examples=0)
    assert report.verdict is Verdict.ACCEPTED
    assert "live" not in report.cases.groups
