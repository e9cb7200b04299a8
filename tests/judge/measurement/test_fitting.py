import math
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.measurement.classes import CLASSES, coarse
from judge.measurement.fitting import fit
from judge.measurement.slopes import Point

SIZES = [1000 * 2**k for k in range(9)]
SMALL = [8, 11, 14, 16, 18, 20]

COSTS: dict[str, Callable[[int], float]] = {
    "1": lambda _: 5e-4,
    "log n": lambda n: 1e-4 * math.log(n),
    "n": lambda n: 1e-7 * n,
    "n log n": lambda n: 1e-8 * n * math.log(n),
    "n^2": lambda n: 1e-9 * n**2,
    "n^3": lambda n: 1e-10 * n**3,
    "2^n": lambda n: 1e-7 * 2**n,
}


def points(
    cost: Callable[[int], float],
    sizes: list[int],
    noise: float = 0.0,
    reference: Callable[[int], float] | None = None,
) -> list[Point]:
    """Return what would be measured of a cost, each off by up to a part of itself."""
    chance = random.Random(1)

    def off() -> float:
        return 1 + chance.uniform(-noise, noise)

    return [
        Point(n, cost(n) * off(), 1e-5, reference(n) * off() if reference is not None else None)
        for n in sizes
    ]


@pytest.mark.parametrize("noise", [0.0, 0.1])
@pytest.mark.parametrize("name", CLASSES)
def test_each_class_is_found(name: str, noise: float) -> None:
    """Constant and logarithmic are one coarse class, n and n log n another."""
    found = fit(points(COSTS[name], SMALL if name == "2^n" else SIZES, noise), step=1e-9)
    assert found is not None
    assert coarse(found.measured) == coarse(name)
    assert name in found.consistent


def test_what_cannot_be_parted_is_reported_together() -> None:
    """n and n log n differ by a tenth of a power, a cache by as much."""
    found = fit(points(COSTS["n"], SIZES, 0.05), step=1e-9)
    assert found is not None
    assert found.consistent == ("n", "n log n")


def test_a_cost_that_leaves_the_caches_is_no_power_more() -> None:
    """`set()` of many numbers has slope 1.3, and so has its reference."""
    found = fit(points(lambda n: 1e-9 * n**1.3, SIZES), step=1e-9)
    assert found is not None
    assert coarse(found.measured) == "n"


def test_the_ratio_takes_out_what_the_machine_does_to_both() -> None:
    """A cost of slope 1.5 is linear where a linear reference has slope 1.45 on the same input."""
    bent = points(lambda n: 1e-9 * n**1.55, SIZES, reference=lambda n: 1e-9 * n**1.5)
    alone = fit([Point(p.n, p.cost, p.error) for p in bent], step=1e-9)
    beside = fit(bent, step=1e-9, reference="n")
    assert alone is not None
    assert beside is not None
    assert "n" not in alone.consistent
    assert "n" in beside.consistent


def test_what_starts_up_dearly_is_judged_by_its_larger_half() -> None:
    """A quadratic loop under a dear linear part is quadratic."""
    found = fit(points(lambda n: 2e-6 * n + 1e-9 * n**2, SIZES), step=1e-9)
    assert found is not None
    assert found.measured == "n^2"


def test_a_cost_that_never_rises_above_the_noise_names_what_could_hide() -> None:
    """Nothing is claimed that the data do not hold."""
    flat = [Point(n, 1e-6, 2e-5) for n in (100, 1_000, 10_000)]
    found = fit(flat, step=1e-9)
    assert found is not None
    assert (found.measured, found.visible) == ("1", False)
    assert "n" in found.consistent
    assert "n^2" not in found.consistent
    larger = fit(
        [Point(n * 1000, p.cost, p.error) for n, p in zip(SIZES, flat, strict=False)], step=1e-9
    )
    assert larger is not None
    assert larger.consistent == ("1", "log n")


def test_a_reading_that_is_far_off_excludes_no_exponential() -> None:
    """Three points that jump about name no class, and whoever claimed one is not contradicted."""
    jumping = [Point(n, cost, 3e-5) for n, cost in ((2, 4e-5), (4, 1e-5), (8, 7e-4))]
    found = fit(jumping, step=1e-9)
    assert found is not None
    assert found.vague
    assert "2^n" in found.consistent


def test_a_walk_that_falls_out_of_the_caches_is_no_power_more() -> None:
    """A search through a graph: slope 1.5 for a while, and a node costs 3.5 times more at last."""
    costs = (
        (781, 0.37),
        (1562, 0.85),
        (3125, 1.67),
        (6250, 4.15),
        (12500, 12.5),
        (25000, 39.3),
        (35355, 65.6),
    )
    found = fit([Point(n, cost / 1e3, 2e-5) for n, cost in costs], step=1e-9)
    assert found is not None
    assert coarse(found.measured) == "n"
    assert "n^2" in found.consistent


def test_of_two_classes_that_the_noise_allows_the_flatter_is_named() -> None:
    """Not where the steeper one is much nearer; both are told."""
    for costs, measured in (((90, 120, 620), "n"), ((80, 150, 850), "n^2")):
        shaky = [Point(n, us / 1e6, 2e-5) for n, us in zip((256, 512, 1024), costs, strict=True)]
        found = fit(shaky, step=1e-9)
        assert found is not None
        assert found.slope is not None
        assert found.slope.error > 0.3
        assert found.slope.value > 1.6
        assert coarse(found.measured) == measured
        assert {"n", "n^2"} <= set(found.consistent)


#: Milliseconds by n of code whose n^2 is memory that C moves.
MOVED = {
    "insort into a list": (
        (781, 0.185),
        (1562, 0.354),
        (3125, 1.026),
        (6250, 3.076),
        (12500, 10.5),
        (25000, 37.7),
        (50000, 141.0),
    ),
    "lists joined one by one": (
        (391, 0.682),
        (781, 1.554),
        (1562, 4.43),
        (3125, 15.48),
        (6250, 57.44),
        (12500, 206.1),
    ),
    "the tail of a list by recursion": (
        (391, 0.707),
        (781, 1.141),
        (1562, 3.768),
        (3125, 12.6),
        (6250, 47.94),
        (8839, 95.49),
    ),
    "letters put in front of a text": (
        (1562, 0.438),
        (3125, 0.868),
        (6250, 1.699),
        (12500, 3.655),
        (25000, 14.52),
        (50000, 45.56),
        (70711, 89.63),
        (100000, 154.4),
    ),
}


@pytest.mark.parametrize("name", MOVED)
def test_a_square_of_blocks_moved_in_c_is_still_a_square(name: str) -> None:
    """A step rises by only 5 to 12 times over these sizes, but more steeply than out of caches."""
    found = fit([Point(n, cost / 1e3, 2e-5) for n, cost in MOVED[name]], step=1e-9)
    assert found is not None
    assert found.measured == "n^2"
    assert not found.wide


def test_where_the_sizes_cannot_tell_classes_a_power_apart_are_named() -> None:
    """Texts cut from the front, one size of them slow; a search with a heap over near sizes."""
    cut = ((3125, 1.04), (6250, 2.68), (12500, 5.74), (25000, 55.8), (35355, 25.4), (50000, 49.1))
    heap = ((781, 3.03, 0.51), (1562, 9.88, 0.55), (3125, 28.4, 0.72), (4419, 43.7, 0.75))
    for found in (
        fit([Point(n, cost / 1e3, 2e-5) for n, cost in cut], step=1e-9),
        fit(
            [Point(n, cost / 1e3, 2e-5, walk / 1e3, 2e-5) for n, cost, walk in heap],
            step=1e-9,
            reference="n",
        ),
    ):
        assert found is not None
        assert found.wide
        assert {"n log n", "n^2"} <= set(found.consistent)


def test_more_steps_than_a_machine_makes_are_no_class() -> None:
    """A large square table turned round: slope 2.9, and 30 ns for each of its cells."""
    cells = ((125, 1.4e-4), (250, 7.1e-4), (500, 5.8e-3), (707, 1.49e-2))
    found = fit([Point(n, cost, 2e-5) for n, cost in cells], step=1e-9)
    assert found is not None
    assert found.measured == "n^2"
    assert "n^3" not in found.consistent


def test_two_sizes_say_nothing() -> None:
    """A line goes through any two points."""
    assert fit(points(COSTS["n"], [1000, 2000]), step=1e-9) is None


@given(
    st.sampled_from(("n", "n^2", "n^3")),
    st.floats(0.001, 1000.0),
    st.lists(st.floats(0.85, 1.15), min_size=9, max_size=9),
)
def test_no_scale_and_no_noise_of_15_percent_moves_it_by_a_power(
    name: str, scale: float, off: list[float]
) -> None:
    """The class is in the slope alone."""
    given_points = [
        Point(n, COSTS[name](n) * scale * by, 1e-9) for n, by in zip(SIZES, off, strict=True)
    ]
    found = fit(given_points, step=1e-12)
    assert found is not None
    assert coarse(found.measured) == name
