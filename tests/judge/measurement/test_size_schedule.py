import itertools
import math
from collections.abc import Callable

from judge.measurement.size_schedule import SizeSchedule


def climbed(
    schedule: SizeSchedule, cost: Callable[[int], float], limit: float = math.inf
) -> list[int]:
    """Climb as the measurement does: sizes over `limit` seconds are stopped and refused."""
    sizes: list[int] = []
    while (n := schedule.next()) is not None and len(sizes) < 100:
        if cost(n) > limit:
            schedule.refuse(n)
            continue
        schedule.record(n, cost(n))
        sizes.append(n)
    return sizes


def test_a_linear_cost_is_climbed_to_the_top_by_doubling() -> None:
    """Tables that double meet each size alike, and the largest size is reached."""
    sizes = climbed(SizeSchedule(1, 100_000, cap=1.0), lambda n: 1e-7 * n)
    assert sizes[-1] == 100_000
    assert all(1.9 < b / a < 4.1 for a, b in itertools.pairwise(sizes))


def test_no_size_is_foreseen_above_the_cap() -> None:
    """A quadratic cost ends where the next size would be too dear."""
    sizes = climbed(SizeSchedule(1, 100_000, cap=0.1), lambda n: 1e-8 * n * n)
    assert 0.02 < 1e-8 * sizes[-1] ** 2 <= 0.1


def test_an_exponential_cost_gives_several_sizes_and_no_endless_one() -> None:
    """Sizes draw nearer to each other instead of doubling into years."""
    dearest = 0.0

    def cost(n: int) -> float:
        nonlocal dearest
        dearest = max(dearest, 1e-7 * 2.0**n)
        return 1e-7 * 2.0**n

    schedule = SizeSchedule(1, 10_000, cap=0.2)
    sizes = climbed(schedule, cost, limit=0.4)
    assert len(sizes) + len(schedule.missing()) >= 6
    assert all(sizes[-2] < n < sizes[-1] for n in schedule.missing())
    assert 17 <= sizes[-1] <= 22
    assert dearest < 4.0


def test_a_size_that_was_stopped_is_not_tried_again() -> None:
    """What the climb cannot bear once it does not ask for again."""
    schedule = SizeSchedule(1, 1_000, cap=1.0)
    schedule.record(8, 1e-3)
    schedule.record(16, 2e-3)
    stopped = schedule.next()
    assert stopped is not None
    schedule.refuse(stopped)
    following = schedule.next()
    assert following is not None
    assert 16 < following < stopped


def test_a_small_range_is_taken_whole() -> None:
    """Eight digits at most are sizes enough."""
    assert climbed(SizeSchedule(0, 8, cap=1.0), lambda n: 1e-7 * 4**n)[-1] == 8
