"""The same source, package and judge give the same verdict and the same failure on every run."""

from collections import defaultdict
from pathlib import Path

import pytest

from tests.security.repeats import Task, judged, tasks

pytestmark = pytest.mark.needs("full")


def differing(count: int, repeats: int, cache: Path) -> tuple[list[Task], int]:
    """Return the tasks that gave different results, and how many runs were excused."""
    seen: dict[Task, set[str]] = defaultdict(set)
    excused = 0
    for task, result in judged(tasks(count), repeats, cache):
        if result is None:
            excused += 1
        else:
            seen[task].add(result)
    return [task for task, results in seen.items() if len(results) > 1], excused


def test_a_sample_of_submissions_gives_the_same_twice(cache: Path) -> None:
    """Two at a time beside a busy core, and a run that is excused says so in its report."""
    different, excused = differing(2, 2, cache)
    assert different == []
    assert excused <= 1


@pytest.mark.slow
def test_sixty_submissions_give_the_same_fifty_times(tmp_path: Path) -> None:
    """Some half an hour: samples of every package and verdict."""
    different, excused = differing(60, 50, tmp_path)
    assert different == []
    assert excused < 60 * 50 / 20
