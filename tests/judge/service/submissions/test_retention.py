"""What is deleted when the time of day jumps, and what a token may do then."""

import asyncio
import logging
from dataclasses import replace
from pathlib import Path

import pytest

from judge.service.access.rate_limits import RateLimitError, RateLimits
from judge.service.submissions.retention import PACE, Horizon
from judge.storage import Spending, Submissions
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.service.apps import SERVICE, app_of
from tests.judge.storage.rows import Clock, new, opened

DAY = 86_400.0


@pytest.fixture
def wall() -> Clock:
    return Clock()


@pytest.fixture
def steady() -> Clock:
    """The time that passes, whatever the time of day is set to."""
    return Clock()


def passes(seconds: float, *clocks: Clock) -> None:
    for clock in clocks:
        clock.now += seconds


def test_what_is_old_is_deleted_as_time_passes(wall: Clock, steady: Clock) -> None:
    """Minute by minute, each report when its days are over."""
    horizon = Horizon("reports", 30 * DAY, wall, steady)
    oldest = wall.now
    passes(30 * DAY - 60, wall, steady)
    assert horizon.before(oldest) <= oldest
    for _ in range(5):
        passes(60, wall, steady)
        assert horizon.before(min(oldest, wall.now - 30 * DAY)) == wall.now - 30 * DAY


def test_a_clock_that_is_put_forward_deletes_no_more_than_time_explains(
    wall: Clock, steady: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """It says so once; put right again, everything that was left is kept."""
    horizon = Horizon("reports", 30 * DAY, wall, steady)
    oldest = wall.now - DAY
    assert horizon.before(oldest) == wall.now - 30 * DAY
    wall.now += 365 * DAY
    with caplog.at_level(logging.WARNING):
        for minute in range(1, 4):
            passes(60, wall, steady)
            assert horizon.before(oldest) <= oldest, minute
    assert caplog.text.count("reports until") == 1
    wall.now -= 365 * DAY
    assert horizon.before(oldest) == wall.now - 30 * DAY


def test_a_server_that_starts_with_a_wrong_clock_deletes_nothing_at_once(
    wall: Clock, steady: Clock
) -> None:
    """It cannot know the right time, so it goes on from the oldest, slowly."""
    oldest = wall.now
    wall.now += 365 * DAY
    horizon = Horizon("reports", 30 * DAY, wall, steady)
    assert horizon.before(oldest) == oldest
    passes(60, wall, steady)
    assert horizon.before(oldest) == oldest + PACE * 60


def test_a_server_that_was_off_catches_up(wall: Clock, steady: Clock) -> None:
    """What became old meanwhile is gone in a few days."""
    oldest = wall.now
    passes(37 * DAY, wall)
    horizon = Horizon("reports", 30 * DAY, wall, steady)
    for _ in range(24):
        passes(3_600, wall, steady)
        reached = horizon.before(oldest)
    assert reached == wall.now - 30 * DAY


def test_the_service_deletes_by_such_a_horizon(
    tmp_path: Path, fake: FakeJudge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report of a year ago, found at the start, is still there after the first look."""
    app = app_of(tmp_path, fake, there=False)
    database = opened(tmp_path / "state")
    kept = Submissions(database, lambda: 1_000_000.0)
    row, _ = kept.add(new(1))
    kept.start(row.id, "lease", 1)
    kept.finish(row.id, "lease", Verdict.ACCEPTED, "report")
    asyncio.run(app.state.dispatcher.tidy())
    assert kept.find(row.id) is not None
    monkeypatch.setattr("judge.service.submissions.retention.PACE", 1e12)
    asyncio.run(app.state.dispatcher.tidy())
    assert kept.find(row.id) is None
    database.close()


def test_rates_and_quotas_go_by_the_time_that_passes(tmp_path: Path) -> None:
    """However the clock is set meanwhile, nobody is locked out and nobody gets more."""
    steady, wall = Clock(), Clock()
    database = opened(tmp_path)
    kept = Submissions(database, wall)
    service = replace(SERVICE, rate_per_minute=2, quota_per_day=3)
    limits = RateLimits(service, kept, Spending(database, steady))
    for _ in range(2):
        limits.work("ann")
    with pytest.raises(RateLimitError) as refused:
        limits.work("ann")
    assert refused.value.seconds == 60
    limits.work("bob")
    steady.now += 30
    with pytest.raises(RateLimitError) as refused:
        limits.work("ann")
    assert refused.value.seconds == 30
    wall.now -= 3_600
    steady.now += 31
    limits.work("ann")
    for _ in range(3):
        limits.quota("ann")
    wall.now += 2 * DAY
    with pytest.raises(RateLimitError):
        limits.quota("ann")
    steady.now += DAY + 1
    limits.quota("ann")
    database.close()


def test_a_restart_forgives_no_quota(tmp_path: Path) -> None:
    """The rows of the day count, even those that a clock put back has left in the future."""
    wall, steady = Clock(), Clock()
    database = opened(tmp_path)
    kept = Submissions(database, wall)
    kept.add(new(1))
    wall.now += DAY / 2
    kept.add(new(2))
    wall.now -= 60
    limits = RateLimits(replace(SERVICE, quota_per_day=3), kept, Spending(database, steady))
    limits.quota("ann")
    with pytest.raises(RateLimitError) as refused:
        limits.quota("ann")
    assert refused.value.seconds == DAY / 2 + 60
    database.close()
