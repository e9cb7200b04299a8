"""Why a case fails that passes alone: a named earlier call, chance, or neither is claimed."""

import re

import pytest

from judge.verdict import Verdict
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")

RANDOM = {
    "the answer": "def largest(nums): return random.choice([max(nums), 10**9])",
    "seldom": "def largest(nums): return max(nums) + (random.random() > 0.98)",
    "no seed": "import os\ndef largest(nums): return max(nums) + int.from_bytes(os.urandom(4))",
    "raises": "def largest(nums): return [max(nums)][random.randrange(2)]",
}


@pytest.mark.parametrize("name", RANDOM)
def test_randomness_is_said_and_no_state_is_blamed(practice: Practice, name: str) -> None:
    """The same input gave two answers, in fresh programs: no earlier call is at fault."""
    report = practice.report(RANDOM[name])
    assert report.verdict in (Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR)
    given = r"(-?\d+|IndexError)"
    said = rf"; the answer is random: the same input gave {given}, then {given}$"
    assert re.search(said, report.summary), report.summary
    assert report.failure is not None
    assert not report.failure.state_leak
    assert not report.failure.minimal
    assert "hash_order" not in [note.code for note in report.notes]


def test_state_that_takes_many_calls_is_not_pinned_on_one(practice: Practice) -> None:
    """What was seen is said: alone it passes, and after all those before it fails again."""
    source = "n = 0\ndef largest(nums):\n  global n\n  n += 1\n  return max(nums) + (n == 9)\n"
    failure = practice.report(source).failure
    assert failure is not None
    assert failure.message.endswith("; alone it passes; it fails after the 8 inputs before it")
    assert (failure.state_leak, failure.passes_alone, failure.calls) == (False, True, None)


def test_prints_of_many_calls_are_no_state(practice: Practice) -> None:
    """A pure function that prints much: how much over how many calls, and no input to blame."""
    source = "def largest(nums):\n  print('x' * 2_000_000)\n  return max(nums)\n"
    report = practice.report(source)
    assert report.verdict is Verdict.OUTPUT_LIMIT_EXCEEDED
    assert report.summary.startswith("output limit exceeded: 16 MiB printed over 9 calls")
    assert report.failure is not None
    assert report.failure.whole_run
    assert (report.failure.arguments, report.failure.state_leak) == (None, False)
    assert report.failure.costly == []


def test_prints_of_one_call_name_their_input(practice: Practice) -> None:
    """That call alone is over the cap."""
    source = "def largest(nums):\n  print('x' * 20_000_000)\n  return max(nums)\n"
    failure = practice.report(source).failure
    assert failure is not None
    assert not failure.whole_run
    assert failure.arguments is not None
    assert "it printed over 16 MiB" in failure.message
