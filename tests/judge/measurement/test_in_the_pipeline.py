"""Timing's place on the road: after the verdict, never instead of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import spin
from judge import events
from judge.measurement.benchmark import bench
from judge.measurement.time_readings import WARM_SIZE
from judge.pipeline import judge
from judge.problems.problem import Problem
from judge.reports.report import GroupCount, JudgingEvent, Report, VerdictKnown
from judge.settings import Settings
from judge.submission import Submission
from tests.packages import largest
from tests.shared_cache import cache_in

pytestmark = [pytest.mark.alone, pytest.mark.needs("full")]


def settings(place: Path) -> Settings:
    """Return settings that time, with cores' locks of their own."""
    return Settings(
        cache_in(place), place / "state", search_examples=0, timing=True, slots_dir=place / "cores"
    )


def judged(
    problem: Problem, submission: Submission, chosen: Settings
) -> tuple[Report, list[JudgingEvent | VerdictKnown]]:
    """Judge a submission; return the report and what happened before it."""
    before: list[events.Event | VerdictKnown] = []
    return events.result_of(judge(submission, problem, chosen), before.append), before


def test_an_accepted_submission_is_timed_after_its_verdict(tmp_path: Path) -> None:
    """The report of the verdict comes first and is the last one but for what was measured."""
    chosen, problem = settings(tmp_path), spin.package(tmp_path)
    report, before = judged(problem, spin.slowed(3.0), chosen)
    assert report.runtime is not None
    assert 2.3 < report.runtime.low <= report.runtime.ratio <= report.runtime.high < 3.9
    assert report.runtime.cpu_seconds > 2 * report.runtime.reference_cpu_seconds
    assert report.ladder is not None
    assert (report.ladder.rank, report.ladder.of) == (2, 2)
    names = [type(event).__name__ for event in before]
    known = before[names.index("VerdictKnown")]
    assert isinstance(known, VerdictKnown)
    measured = ("runtime", "growth", "ladder", "notes", "memory")
    assert not any((known.report.runtime, known.report.growth, known.report.ladder))
    before_it = {name: getattr(known.report, name) for name in measured}
    assert replace(report, **before_it) == known.report
    assert names.index("VerdictKnown") < names.index("Timing")


def test_what_is_not_accepted_or_not_to_be_timed_is_not(tmp_path: Path) -> None:
    """Nor what belongs to a package that makes no inputs of a given size."""
    chosen, problem = settings(tmp_path), spin.package(tmp_path)
    wrong = Submission(b"def spin(n, salt): return 0\n", "wrong.py")
    for submission, how in (
        (wrong, chosen),
        (spin.slowed(1.0), replace(chosen, timing=False)),
    ):
        report, before = judged(problem, submission, how)
        assert report.runtime is None
        assert not any(isinstance(event, VerdictKnown) for event in before)
    plain = largest(tmp_path / "plain")
    report, _ = judged(plain, plain.reference, chosen)
    assert (report.verdict, report.runtime, report.notes) == ("AC", None, [])


@pytest.mark.parametrize(
    ("act", "verdict", "words"),
    [
        ("n in sizes and os.fork()", "RV", "process creation"),
        ("salt = -1 if n in sizes else salt", "WA", "expected"),
    ],
)
def test_what_a_timed_program_may_not_is_the_verdict(
    tmp_path: Path, act: str, verdict: str, words: str
) -> None:
    """It had been accepted; the last report is the truth, and as of any failing case."""
    chosen, problem = settings(tmp_path), spin.package(tmp_path)
    source = f"import os\nsizes = range(2001, 999999)\ndef spin(n, salt):{spin.TURNS}    {act}\n"
    report, before = judged(
        problem, Submission(f"{source}    return salt\n".encode(), "x.py"), chosen
    )
    (known,) = (event for event in before if isinstance(event, VerdictKnown))
    assert known.report.verdict == "AC"
    assert report.verdict == verdict
    assert report.failure is not None
    assert report.failure.group == "live"
    assert report.failure.arguments["n"] > 2_000
    assert words in report.failure.message
    assert report.cases.groups["live"] == GroupCount(total=1, passed=0)
    assert report.cases.passed == report.cases.total
    assert not any((report.runtime, report.growth, report.ladder, report.notes))


def test_a_forbidden_act_in_the_look_at_growth_is_the_verdict(tmp_path: Path) -> None:
    """Where timing had seen nothing: neither its figure nor a place on the ladder is left."""
    chosen, problem = settings(tmp_path), spin.package(tmp_path)
    # Only there a program begins with this size.
    source = f"""
import os
sizes = []
def spin(n, salt):{spin.TURNS}
    sizes.append(n)
    sizes[0] == {WARM_SIZE} and n > 2_000 and os.fork()
    return salt
"""
    report, before = judged(problem, Submission(source.encode(), "x.py"), chosen)
    assert any(isinstance(event, events.Timing) for event in before)
    assert report.verdict == "RV"
    assert "process creation" in report.summary
    assert not any((report.runtime, report.growth, report.ladder, report.notes))


def test_a_forbidden_act_in_explaining_a_time_limit_counts_more(tmp_path: Path) -> None:
    """Of all that a submission did wrong, it is the highest."""
    chosen, problem = settings(tmp_path), spin.package(tmp_path)
    source = f"""
import os
sizes = []
def spin(n, salt):{spin.TURNS}
    sizes.append(n)
    while n == 2_000: pass
    sizes[0] == {WARM_SIZE} and n > 100 and os.fork()
    return salt
"""
    report, _ = judged(problem, Submission(source.encode(), "x.py"), chosen)
    assert report.verdict == "RV"
    assert report.failure is not None
    assert report.failure.flags == ["RV"]
    assert report.cases.groups["live"] == GroupCount(total=1, passed=0)


@pytest.mark.parametrize("where", ["n > 5_000", f"sizes[0] == {WARM_SIZE} and n > 100"])
def test_a_bench_of_what_a_measured_program_may_not_is_refused(tmp_path: Path, where: str) -> None:
    """Timed, or where its growth is measured."""
    source = f"""
import os
sizes = []
def spin(n, salt):{spin.TURNS}
    sizes.append(n)
    {where} and os.fork()
    return salt
"""
    submission = Submission(source.encode(), "x.py")
    steps = bench(submission, spin.package(tmp_path), settings(tmp_path), budget=0.5)
    found = events.result_of(steps)
    assert found.grown is None
    assert found.refused.startswith("rule violation on a fresh input: it tried")


def test_what_fails_while_timing_is_a_note_and_no_verdict(tmp_path: Path) -> None:
    """Here the folder of the locks is a file: the host's fault."""
    chosen = settings(tmp_path)
    chosen.slots_dir.write_text("in the way")
    problem = spin.package(tmp_path)
    report, _ = judged(problem, spin.slowed(1.0), chosen)
    assert report.verdict == "AC"
    assert report.runtime is None
    (note,) = report.notes
    assert note.code == "not_timed"
    assert "--no-timing" in note.message
