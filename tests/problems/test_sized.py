"""Inputs of any size that the judge asks a package for: valid, fresh, and of that size."""

import json
import random

import pytest

from tests.packages import LARGE_INPUTS, bundled

PROBLEMS = bundled()
DRAWN = [
    problem for problem in PROBLEMS.values() if problem.kind.cases is None and problem.base is None
]
SLUGS = [problem.slug for problem in DRAWN if problem.strategies().sized is not None]


def sizes(slug: str) -> list[int]:
    """Return sizes of a package from its smallest to its largest."""
    smallest, largest = PROBLEMS[slug].strategies().sizes
    some = (0, 1, 2, 3, 7, 50, 5_000)
    return sorted({min(smallest + more, largest) for more in some} | {largest})


@pytest.mark.parametrize("slug", SLUGS)
def test_inputs_of_every_size_are_inside_the_constraints(slug: str) -> None:
    """What is timed must be an input that the statement allows."""
    *others, largest = sizes(slug)
    for n in others if slug in LARGE_INPUTS else (*others, largest):
        assert fault(slug, n) is None, n


@pytest.mark.slow
@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug in LARGE_INPUTS])
def test_the_largest_that_takes_long_is_inside_the_constraints(slug: str) -> None:
    """Likewise, of those packages that take seconds to make one."""
    assert fault(slug, sizes(slug)[-1]) is None


def fault(slug: str, n: int) -> str | None:
    """Return what is wrong with an input of this size."""
    strategies = PROBLEMS[slug].strategies()
    assert strategies.sized is not None
    return strategies.validate(strategies.sized(n, random.Random(n)))


@pytest.mark.parametrize("slug", SLUGS)
def test_the_seed_alone_decides_an_input(slug: str) -> None:
    """The same seed gives the same input, and large inputs of twenty seeds all differ."""
    strategies = PROBLEMS[slug].strategies()
    assert strategies.sized is not None
    n = min(strategies.sizes[1], 2_000)
    texts = [json.dumps(strategies.sized(n, random.Random(seed % 20))) for seed in range(40)]
    assert texts[:20] == texts[20:]
    assert len(set(texts)) >= 19  # some packages have few inputs: 6**8 of eight digits


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if sizes(slug)[-1] >= 2_000])
def test_a_larger_n_is_a_larger_input(slug: str) -> None:
    """n means the size: ten times n is more than five times the input."""
    strategies = PROBLEMS[slug].strategies()
    assert strategies.sized is not None
    small, large = (len(json.dumps(strategies.sized(n, random.Random(1)))) for n in (200, 2_000))
    assert large > 5 * small
