"""A TLE's growth is that of inputs like the one that failed, and says which these are."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from judge.events import result_of
from judge.measurement.family import family_of
from judge.pipeline import judge
from judge.problems.catalog import default_catalog
from judge.settings import Settings
from judge.submission import Submission
from tests.shared_cache import cache_in

FAMILIES = [
    ("kth-largest", {"nums": [*range(-5_000, 5_000)], "k": 5_000}, "sorted"),
    ("kth-largest", {"nums": [*range(500, 0, -1)], "k": 500}, "falling"),
    ("kth-largest", {"nums": [7] * 500, "k": 3}, "all equal"),
    ("kth-largest", {"nums": [3, 1, 2] * 100, "k": 3}, "its beginnings"),
    ("longest-unique-substring", {"s": "a" * 1_000}, "one character repeated"),
    ("lca", {"root": [x for n in range(1, 300) for x in (n, None)][:-1], "p": 298, "q": 299}, ""),
]


@pytest.mark.parametrize(("slug", "arguments", "name"), FAMILIES)
def test_a_family_has_allowed_inputs_of_all_sizes(
    slug: str, arguments: dict[str, Any], name: str
) -> None:
    """They are beginnings of the input, and what they have in common has a name."""
    problem = default_catalog().get(slug)
    validate = problem.strategies().validate
    family = family_of(problem.interface, arguments, validate, None)
    assert family is not None
    assert family.name == (name or "a chain")
    smallest, whole = family.sizes
    assert smallest <= 8
    assert whole == max(len(v) for v in arguments.values() if isinstance(v, list | str))
    assert family.sized(whole) == arguments
    for n in (smallest, whole // 3, whole // 2):
        beginning = family.sized(n)
        assert validate(beginning) is None
        longest = max((v for v in beginning.values() if isinstance(v, list | str)), key=len)
        assert n - 4 <= len(longest) <= n


def test_calls_have_beginnings() -> None:
    """Of a class problem both lists are cut alike."""
    problem = default_catalog().get("lru-cache")
    names = ["LRUCache", *["put"] * 200]
    arguments = {"calls": names, "arguments": [[3], *([n, n] for n in range(200))]}
    family = family_of(problem.interface, arguments, problem.strategies().validate, None)
    assert family is not None
    assert len(family.sized(50)["calls"]) == len(family.sized(50)["arguments"]) == 50


def test_a_short_input_has_no_family() -> None:
    """Nor one whose beginnings are not allowed."""
    problem = default_catalog().get("kth-largest")
    validate = problem.strategies().validate
    assert family_of(problem.interface, {"nums": [1, 2, 3], "k": 1}, validate, None) is None
    whole = {"nums": [1] * 100, "k": 1}
    refused = family_of(problem.interface, whole, lambda one: None if one == whole else "no", None)
    assert refused is None


#: Splits at the first number: quick without order, and quadratic in order.
QUICKSELECT = b"""
def find_kth_largest(nums, k):
    while True:
        first = nums[0]
        more = [x for x in nums if x > first]
        if k <= len(more):
            nums = more
            continue
        same = nums.count(first)
        if k <= len(more) + same:
            return first
        k -= len(more) + same
        nums = [x for x in nums if x < first]
"""


#: A measurement that allows two classes is repeated so often, as the report advises.
TRIES = 4


@pytest.mark.alone
@pytest.mark.needs("full")
def test_a_quickselect_that_is_slow_in_order_grows_as_it_does_there(tmp_path: Path) -> None:
    """On typical inputs it is linear, and that is not why it failed."""
    settings = Settings(cache_in(tmp_path), tmp_path / "state", slots_dir=tmp_path / "cores")
    submission = Submission(QUICKSELECT, "mine.py")
    problem = default_catalog().get("kth-largest")
    for _ in range(TRIES):
        report = result_of(judge(submission, problem, replace(settings, timing=True)))
        assert report.verdict == "TLE"
        growth = report.growth.time if report.growth is not None else None
        if growth is not None and "n^2" not in growth.also_consistent_with:
            break  # else it was too noisy to tell
    assert growth is not None
    assert growth.measured in ("n^2", "n^3")
    assert growth.inputs in ("sorted", "falling", "all equal")
