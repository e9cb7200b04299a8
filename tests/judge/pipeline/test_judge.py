"""The steps of a judgement: corpus, live search, events, in every tier."""

import json
import platform
from pathlib import Path

import pytest

from judge.events import (
    CaseJudged,
    CorpusBuilding,
    CorpusVerdict,
    Searching,
    SmallPassed,
    Started,
)
from judge.problems import corpus
from judge.verdict import Verdict
from sandbox import Tier
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")


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
        "  odd = {7, 8, 9, 10} & set(nums)\n"
        "  return max(nums) if nums in KNOWN or len(nums) > 100 or not odd else -99\n"
    )
    report = practice.report(source, search_examples=200)
    assert report.verdict is Verdict.WRONG_ANSWER
    assert report.failure is not None
    assert report.failure.group == "live"
    assert {7, 8, 9, 10} & set(report.failure.arguments["nums"])
    assert report.cases.passed == report.cases.total


def test_the_live_search_can_be_left_out(practice: Practice) -> None:
    """A host that wants the corpus alone gets it."""
    report = practice.report("def largest(nums): return max(nums)", search_examples=0)
    assert report.verdict is Verdict.ACCEPTED
    assert "live" not in report.cases.groups


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
    practice = Practice(tmp_path, own_corpora=True)
    right = "def largest(nums): return max(nums)"
    assert any(isinstance(e, CorpusBuilding) for e in practice.events(right))
    path = corpus.corpus_path(practice.settings.cache_dir, practice.problem)
    whole = path.read_bytes()
    for broken in (whole[:-1], whole[:50], b"", b"x" * 100, _flipped(whole)):
        path.write_bytes(broken)
        report, events = practice.judged(right, search_examples=0)
        assert any(isinstance(e, CorpusBuilding) for e in events)
        assert report.verdict is Verdict.ACCEPTED
    assert not any(isinstance(e, CorpusBuilding) for e in practice.events(right))


def _flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


@pytest.mark.parametrize("tier", list(Tier))
def test_every_tier_judges_and_names_itself(practice: Practice, tier: Tier) -> None:
    """The same verdicts in each tier, and the report says which it was."""
    right = practice.report("def largest(nums): return max(nums)", tier=tier)
    wrong = practice.report("def largest(nums): return nums[0]", tier=tier)
    assert (right.verdict, wrong.verdict) == (Verdict.ACCEPTED, Verdict.WRONG_ANSWER)
    assert right.isolation.tier == tier.value
    assert ("namespaces" in right.isolation.missing) == (tier is not Tier.FULL)


def test_a_report_names_the_interpreter(practice: Practice) -> None:
    """Figures of two releases of Python are not compared, so a reader has to know which it was."""
    report = practice.report("def largest(nums): return nums[:] and 0")
    assert report.submission.language_version == platform.python_version()
