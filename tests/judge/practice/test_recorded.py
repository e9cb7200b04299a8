"""What events say of reports and runs, by the names that schedule and scorecard read."""

from dataclasses import replace

import pytest

from judge.notes import Note
from judge.practice import declared_facts, run_facts, submit_facts
from judge.practice.recorded import MOST_INPUT_BYTES, kept_input
from judge.reports.report import Growth, Growths, Mend, Played, Runtime
from judge.verdict import Verdict
from tests.judge.cli.reports import report

SOURCE = b'"""Time: O(n log n), Space: O(1)"""\ndef lca(root, p, q): ...\n'


def test_an_accepted_submission_says_what_was_measured() -> None:
    """With the reference's class, and what the source declares."""
    time = Growth(
        measured="n", also_consistent_with=["n log n"], reference="n", declared="n", agrees=True
    )
    runtime = Runtime(ratio=1.5, low=1.4, high=1.6, cpu_seconds=1.0, reference_cpu_seconds=0.7)
    full = replace(
        report(Verdict.ACCEPTED),
        growth=Growths(time=time),
        runtime=runtime,
        mend=Mend(changed=3, smallest=2, rewritten=False),
        notes=[Note(code="noisy_host", message="...")],
        extras={"score": {"caught": 5, "of": 9, "false_alarms": 1, "tests": 4}},
    )
    facts = submit_facts(full, SOURCE)
    assert facts["growth"] == {
        "measured": "n",
        "also": ["n log n"],
        "reference": "n",
        "agrees": True,
    }
    assert facts["runtime"] == {"ratio": 1.5, "low": 1.4, "high": 1.6}
    assert facts["declared"] == {"time": "n log n", "space": "1"}
    assert facts["mend"] == {"changed": 3, "smallest": 2, "rewritten": False}
    assert facts["tests"] == {"caught": 5, "known": 9, "false_alarms": 1}
    assert facts["notes"] == ["noisy_host"]
    assert facts["language_version"] == full.submission.language_version
    assert facts["failed_group"] is None


def test_what_was_not_measured_is_null() -> None:
    """A failure names its group."""
    wrong = report(Verdict.WRONG_ANSWER)
    assert wrong.failure is not None
    facts = submit_facts(wrong, b"def lca(): pass")
    assert facts["failed_group"] == wrong.failure.group
    nothing = ("growth", "runtime", "mend", "tests")
    assert [facts[name] for name in nothing] == [None] * len(nothing)
    assert facts["declared"] == {"time": None, "space": None}


@pytest.mark.parametrize("source", [b"\xff\xfe O(n)", b"# time: O(" * 20_000, b""])
def test_any_bytes_may_declare_nothing(source: bytes) -> None:
    """What is not text declares nothing either."""
    assert declared_facts(source) == {"time": None, "space": None}


def test_a_run_counts_its_inputs() -> None:
    """One of one's own is kept."""
    passed = Played("own", {"n": 1}, 1, 1, Verdict.ACCEPTED, "", None, "", 0.1)
    failed = replace(passed, verdict=Verdict.WRONG_ANSWER)
    assert run_facts([passed, failed], {"n": 1}, b"12345") == {
        "own": True,
        "arguments": {"n": 1},
        "valid": True,
        "inputs": 2,
        "passed": 1,
        "bytes": 5,
    }


def test_a_long_input_is_kept_by_its_digest_and_a_bottomless_one_not_at_all() -> None:
    """Different ones stay different."""
    long, other = [[1] * MOST_INPUT_BYTES, [2] * MOST_INPUT_BYTES]
    assert set(kept_input(long)) == {"sha256", "bytes"}
    assert kept_input(long) != kept_input(other)
    deep: list[object] = []
    for _ in range(200_000):
        deep = [deep]
    assert kept_input(deep) is None
