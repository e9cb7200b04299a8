"""The interval of a median: exact ranks, and coverage that survives looking and going on."""

import itertools
import random

import pytest

from judge.measurement.interval import BENCH, MISS, SUBMIT, Plan, median_interval


def test_the_ranks_are_those_of_the_binomial_distribution() -> None:
    """For 13 values and 2.5 %: P(Bin(13, 1/2) < 3) = 92/8192 on each side, so the third."""
    values = list(range(13))
    random.Random(1).shuffle(values)
    interval = median_interval(values, 0.025)
    assert (interval.low, interval.median, interval.high) == (2, 6, 10)


def test_of_an_even_count_the_median_lies_between() -> None:
    """And six values allow 95 % with their extremes: the miss is 2/64."""
    interval = median_interval([1, 2, 3, 4, 5, 60], 0.05)
    assert (interval.low, interval.median, interval.high) == (1, 3.5, 60)


def test_too_few_values_give_no_interval() -> None:
    """Five miss with 2/32 at the least."""
    with pytest.raises(ValueError, match="5 values"):
        median_interval([1, 2, 3, 4, 5], 0.05)


def test_one_wild_value_does_not_move_it() -> None:
    """A run that something interrupted is one run."""
    calm = [1 + 0.001 * number for number in range(13)]
    wild = [*calm[:-1], 1000.0]
    assert median_interval(wild, 0.025) == median_interval(calm, 0.025)


@pytest.mark.parametrize("plan", [SUBMIT, BENCH])
def test_every_stage_has_enough_pairs(plan: Plan) -> None:
    """Each stage's interval may miss with its share alone, and still leaves out some pairs."""
    assert plan.miss * len(plan.stages) == pytest.approx(MISS)
    for count in plan.stages:
        interval = median_interval(list(range(count)), plan.miss)
        assert 0 < interval.low < interval.high < count - 1


def missed(plan: Plan, chance: random.Random, sigma: float) -> bool:
    """Play a plan on noise around 1; tell whether its last interval misses 1."""
    values: list[float] = []
    for count in plan.stages:
        values += [chance.lognormvariate(0.0, sigma) for _ in range(count - len(values))]
        interval = median_interval(values, plan.miss)
        if interval.half_width <= plan.half_width:
            break
    return not interval.low <= 1.0 <= interval.high


@pytest.mark.parametrize("sigma", [0.02, 0.05, 0.07, 0.1])
def test_going_on_when_it_is_too_wide_costs_no_coverage(sigma: float) -> None:
    """4,000 plans on noise of a known median: at most 5 % miss, whatever stage they end with."""
    chance = random.Random(int(sigma * 1000))
    count = 4_000
    misses = sum(itertools.starmap(missed, [(SUBMIT, chance, sigma)] * count))
    assert misses / count <= MISS + 0.01
