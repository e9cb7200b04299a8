"""Growth is never flatter than the ratio to the reference at both ends allows."""

import pytest

from judge.measurement.fitting import fit
from judge.measurement.readings import Reading, SizeReadings, build_less, points_of
from judge.measurement.slopes import Point
from judge.measurement.small_sizes import absurd_note, bounded_note, without_slowed_sizes

SIZES = (1024, 2048, 4096, 8192)


def points(*costs: float, power: float = 1.0) -> list[Point]:
    """Return points of these milliseconds beside a reference of 1e-4 ms for each n**power."""
    return [
        Point(n, cost * 1e-3, 1e-6, 1e-7 * n**power, 1e-6)
        for n, cost in zip(SIZES, costs, strict=True)
    ]


def test_time_burnt_on_small_inputs_does_not_flatten_growth() -> None:
    """As much time at every size, which the reference needs for the largest alone."""
    burnt = points(0.82, 0.82, 0.82, 0.82)
    raw = fit(burnt, step=1e-9, reference="n")
    found = fit(without_slowed_sizes(burnt), step=1e-9, reference="n")
    assert raw is not None
    assert found is not None
    assert raw.measured in ("1", "log n")
    assert found.measured in ("n", "n log n")
    assert not {"1", "log n"} & {found.measured, *found.also}
    note = bounded_note(raw, found, burnt)
    assert note is not None
    assert "4.0 times the reference at n = 2,048, 1.0 times at n = 8,192" in note.message
    assert absurd_note(burnt) is None


@pytest.mark.parametrize("times", [0.5, 1.0, 3.0, 40.0])
def test_who_is_as_many_times_slower_everywhere_keeps_the_class(times: float) -> None:
    """Nothing is taken from costs that rise with the reference's, however slow."""
    even = points(*(times * 1e-4 * n for n in SIZES))
    assert without_slowed_sizes(even) == even
    assert absurd_note(even) is None


@pytest.mark.parametrize("power", [1.0, 2.0])
def test_a_truly_better_class_stays(power: float) -> None:
    """It is quicker than the reference at the large sizes, and no slower at the small ones."""
    better = points(*(5e-3 * n ** (power - 1) for n in SIZES), power=power)
    found = fit(without_slowed_sizes(better), step=1e-9)
    assert found is not None
    assert found.measured in {1.0: ("1", "log n"), 2.0: ("n", "n log n")}[power]


def test_an_absurd_cost_of_small_inputs_leaves_growth_untold() -> None:
    """More than twenty times the reference's at one end, as much as its at the other."""
    note = absurd_note(points(8.0, 8.0, 8.0, 0.9))
    assert note is not None
    assert note.code == "growth_refused"
    assert "at n = 2,048 it takes" in note.message
    assert absurd_note(points(0.5, 0.5, 0.7, 0.9)) is None


def test_arguments_that_are_built_too_fast_are_seen() -> None:
    """Less than half of the reference's least time; letting go of a tree is not in it."""
    other = [Reading(1e-3, 6e-3, prepare) for prepare in (4e-3, 5e-3, 9e-3)]
    honest = [Reading(1e-3, 3e-3, 2.2e-3)] * 3
    forged = [Reading(1e-3, 3e-3, 1.5e-3)] * 3
    assert not build_less([SizeReadings(n, honest, other) for n in SIZES])
    assert build_less([SizeReadings(n, forged, other) for n in SIZES])


def test_one_slow_moment_of_the_reference_accuses_nobody() -> None:
    """A single short reading of PREPARE tells nothing; a single long one does."""
    own, other = Reading(1e-4, 1e-4, 6e-5), Reading(1e-4, 4e-4, 3e-4)
    assert not build_less([SizeReadings(n, [own], [other]) for n in SIZES])
    assert build_less([SizeReadings(n, [own] * 2, [other] * 2) for n in SIZES])
    long = Reading(1e-3, 6e-3, 5e-3)
    assert build_less([SizeReadings(n, [own], [long]) for n in SIZES])


def test_time_saved_while_arguments_are_built_pays_for_no_work_that_is_put_off() -> None:
    """The sides are alike; the reading of the answer is not."""
    other = [Reading(1e-3, 6e-3, 5e-3, 1e-4)] * 3
    later = [
        SizeReadings(n, [Reading(1e-3, 6e-3, 3e-3, 1e-3 * n / 1024)] * 3, other) for n in SIZES
    ]
    costs = [point.cost for point in points_of(later)]
    assert costs == pytest.approx([1.9e-3, 2.9e-3, 4.9e-3, 8.9e-3])
