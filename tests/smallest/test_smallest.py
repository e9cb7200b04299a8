"""What is shown is as small as any failing input; `python -m benchmarks.smallest` tells more."""

import os
from pathlib import Path

import pytest

from benchmarks.part import Part
from judge.problems.catalog import default_catalog
from judge.settings import Settings
from judge.submission import Submission
from tests.smallest.showing import shown
from tests.smallest.small_inputs import SLUGS, small_inputs

SHARE = 0.95


@pytest.mark.parametrize("slug", SLUGS)
def test_small_inputs_are_many_and_the_smallest_come_first(slug: str) -> None:
    """They lie inside the constraints, and there are enough of them to mean something."""
    problem = default_catalog().get(slug)
    inputs = small_inputs(problem, about=4_000)
    assert len(inputs) > 1_000
    assert len(str(inputs[0])) < len(str(inputs[-1]))
    assert all(problem.strategies().validate(arguments) is None for arguments in inputs[::97])


def test_parts_together_are_the_whole() -> None:
    """A run of minutes may be made piece by piece, and nothing is left out or played twice."""
    every = [Submission(b"", str(number)) for number in range(17)]
    parts = [list(Part(number, 5).of(every)) for number in range(1, 6)]
    assert sorted(one.name for part in parts for one in part) == sorted(one.name for one in every)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


@pytest.mark.slow
@pytest.mark.needs("full")
def test_what_is_shown_is_as_small_as_any_failing_input(tmp_path: Path) -> None:
    """Of wrong samples and mutants whose least failing input is known, 95 of 100 show one."""
    settings = Settings.from_environment({**os.environ, "JUDGE_CACHE_DIR": str(tmp_path)})
    catalog = default_catalog()
    found = [one for slug in SLUGS for one in shown(catalog.get(slug), settings, mutants=10)]
    known = [one for one in found if one.least is not None]
    assert len(known) > len(found) / 2
    assert sum(one.as_small for one in known) >= SHARE * len(known)
