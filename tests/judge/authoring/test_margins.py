"""A package's samples keep their distance from its time limit, on both sides."""

from pathlib import Path

import pytest

from judge.authoring.margins import LEAST_SLOW, MOST_ACCEPTED, measure_margins
from judge.settings import Settings
from tests.packages import bundled, largest
from tests.shared_cache import cache_in

pytestmark = [pytest.mark.alone, pytest.mark.needs("full")]

#: Takes so many CPU seconds on the largest case; the limit is 0.3.
TAKES = """
import time
def largest(nums):
    end = time.process_time() + (SECONDS if len(nums) == 20000 else 0)
    while time.process_time() < end:
        pass
    return max(nums)
"""


@pytest.mark.parametrize(
    ("accepted", "slow", "ok"), [(0.05, 9.0, True), (0.22, 9.0, False), (0.05, 0.35, False)]
)
def test_a_thin_margin_is_found(accepted: float, slow: float, ok: bool, tmp_path: Path) -> None:
    """An accepted sample at 0.73 of the limit, or a slow one at 1.17, is told by name."""
    problem = largest(tmp_path)
    for folder, seconds in (("accepted", accepted), ("time_limit_exceeded", slow)):
        path = problem.solutions / folder / f"takes_{folder}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(TAKES.replace("SECONDS", str(seconds)))
    margins = measure_margins(problem, Settings(cache_in(tmp_path), tmp_path / "state"))
    assert margins.ok is ok
    assert margins.accepted.name == "takes_accepted"
    assert margins.accepted.share == pytest.approx(accepted / 0.3, rel=0.2)
    assert margins.slow is not None
    assert margins.slow.share == pytest.approx(min(slow / 0.3, LEAST_SLOW), rel=0.2)


@pytest.mark.slow
@pytest.mark.parametrize(
    "slug",
    [slug for slug, one in bundled().items() if "margins" not in one.kind.refuses],
)
def test_the_limits_of_a_package_are_calibrated(slug: str, tmp_path: Path) -> None:
    """No accepted habit comes near the limit, and no slow one is let through."""
    problem = bundled()[slug]
    margins = measure_margins(problem, Settings(cache_in(tmp_path), tmp_path / "state"))
    assert margins.accepted.share <= MOST_ACCEPTED, margins.accepted
    assert margins.ok, margins
