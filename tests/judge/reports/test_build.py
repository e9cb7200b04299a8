"""Reports of real submissions: what failed is told by fields, not by sentences alone."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from judge.events import result_of
from judge.pipeline import judge, run
from judge.problems.catalog import default_catalog
from judge.reports.report import Played, Report, to_json
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import Verdict

UNHELPFUL = b"""
class UrlShortener:
    def shorten(self, url): return '1'
    def expand(self, code): return None
    def alias(self, url, code): return True
    def clicks(self, code): return 0
"""
RAISING = b"""
class LRUCache(dict):
    def __init__(self, capacity): self.room = capacity
    def get(self, key): raise KeyError(key)
    def put(self, key, value): self[key] = value
"""


@pytest.fixture(scope="module")
def settings(cache: Path) -> Settings:
    settings = Settings.from_environment({**os.environ, "JUDGE_CACHE_DIR": str(cache)})
    return replace(settings, search_examples=0)


def judged(slug: str, source: bytes, settings: Settings) -> Report:
    return result_of(judge(Submission(source, "mine.py"), default_catalog().get(slug), settings))


def played(slug: str, source: bytes, settings: Settings) -> list[Played]:
    return list(run(Submission(source, "mine.py"), default_catalog().get(slug), settings))


@pytest.mark.needs("full")
@pytest.mark.parametrize(
    ("slug", "source", "verdict", "by"),
    [
        ("url-shortener", UNHELPFUL, Verdict.WRONG_ANSWER, "checker"),
        ("lru-cache", RAISING, Verdict.RUN_TIME_ERROR, "judge"),
    ],
)
def test_the_call_that_failed_is_a_field(
    slug: str, source: bytes, verdict: Verdict, by: str, settings: Settings
) -> None:
    """The sentence names it as well, but nobody has to read it there."""
    report = judged(slug, source, settings)
    failure = report.failure
    assert failure is not None
    assert report.verdict is verdict
    assert failure.call is not None
    assert failure.message.startswith(f"call {failure.call}, ")
    assert (failure.message_by, failure.cut) == (by, [])
    assert to_json(report)["failure"]["call"] == failure.call
    failing = [case for case in played(slug, source, settings) if case.verdict is verdict]
    assert failing
    assert all(case.message.startswith(f"call {case.call}, ") for case in failing)
    assert {case.message_by for case in failing} == {by}


@pytest.mark.needs("full")
def test_a_verdict_waits_for_no_import_that_it_does_not_need(
    settings: Settings, tmp_path: Path
) -> None:
    """Pydantic, the parts that measure and the rest of reports: each would delay it."""
    file = tmp_path / "mine.py"
    file.write_text("def kth_largest(nums, k): return sorted(nums)[-k]\n")
    probe = (
        "import runpy, sys\n"
        "try: runpy.run_module('judge', run_name='__main__')\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", probe, "submit", "kth-largest", str(file), "--no-timing"]
    environment = {**os.environ, "JUDGE_CACHE_DIR": str(settings.cache_dir)}
    for _ in range(2):  # the first time, the package is validated
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert done.stdout.startswith("AC accepted")
    assert "judge.reports.build" in loaded
    needless = {
        "pydantic",
        "judge.reports.plays",
        "judge.reports.reader",
        "judge.reports.replay",
        "judge.measurement.curve",
    }
    assert not loaded & needless


@pytest.mark.needs("full")
def test_a_problem_without_calls_has_no_failed_call(settings: Settings) -> None:
    """Nor has it anything cut where the input is small."""
    report = judged("kth-largest", b"def kth_largest(nums, k): return nums[0]\n", settings)
    assert report.failure is not None
    assert (report.failure.call, report.failure.message_by) == (None, "judge")
    assert report.failure.cut == []


@pytest.mark.needs("full")
@pytest.mark.parametrize("source", [b"a = 1\0", b"\xff\xfea", b"#" * 300_000])
def test_a_source_that_was_not_read_has_limits_and_memory_too(
    source: bytes, settings: Settings
) -> None:
    """Readers find the same objects whatever the verdict is."""
    document = to_json(judged("lca", source, settings))
    assert document["verdict"] == "CE"
    assert document["memory"] == {
        "peak_bytes": None,
        "reference_peak_bytes": None,
        "method": "none",
    }
    assert document["limits"]["cpu_seconds"] > 0
    assert document["limits"]["memory_bytes"] > 0
