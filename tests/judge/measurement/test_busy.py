"""A busy host gives the same verdicts: CPU time decides, and waiting for a core is forgiven."""

import os
from pathlib import Path

import pytest

from benchmarks.timing import burning
from judge.authoring.verification import verify_one
from judge.execution.sandboxes import Sandboxes
from judge.problems.catalog import default_catalog
from judge.settings import Settings
from judge.verdict import Verdict
from tests.shared_cache import cache_in

CHOSEN = {
    "lca": ("euler_tour", "post_order_with_stack", "asks_every_subtree_again"),
    "kth-largest": ("merge_sort", "quickselect_in_place", "bubble_sort"),
    "lru-cache": ("plain_dict", "linked_list_by_hand", "list_in_order_of_use"),
}


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.needs("full")
@pytest.mark.parametrize("slug", CHOSEN)
def test_four_times_the_load_changes_no_verdict(slug: str, tmp_path: Path) -> None:
    """Three loops burn on each core, so that a program gets a quarter of one.

    The corpus is built before: its reference times are those of a host that was idle.
    """
    problem = default_catalog().get(slug)
    settings = Settings(cache_in(tmp_path), tmp_path / "state", search_examples=0)
    samples = [s for s in problem.sample_solutions() if s.path.stem in CHOSEN[slug]]
    assert len(samples) == len(CHOSEN[slug])
    with Sandboxes(problem, settings) as sandboxes:
        verify_one(problem, samples[0], settings, sandboxes)
        with burning([core for core in os.sched_getaffinity(0) for _ in range(3)]):
            for sample in samples:
                verified = verify_one(problem, sample, settings, sandboxes)
                assert verified.report.verdict is sample.verdict, verified.report.summary
                assert sample.verdict in (Verdict.ACCEPTED, Verdict.TIME_LIMIT_EXCEEDED)
