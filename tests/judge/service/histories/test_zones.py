"""The days of a client's zone, also where its clocks are changed."""

from datetime import UTC, datetime

import pytest

from judge.practice import day_of, new_event
from judge.service.histories.zones import moved_to, now_in, zone_of


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        # Clocks go forward at 01:00 UTC: 04:00 there is 02:00 UTC, and was 03:00 the day before.
        ("Europe/Berlin", "2026-03-28T02:59", "2026-03-27"),
        ("Europe/Berlin", "2026-03-29T01:59", "2026-03-28"),
        ("Europe/Berlin", "2026-03-29T02:00", "2026-03-29"),
        # And back at 01:00 UTC: 04:00 there is 03:00 UTC again.
        ("Europe/Berlin", "2026-10-25T02:59", "2026-10-24"),
        ("Europe/Berlin", "2026-10-25T03:00", "2026-10-25"),
        ("America/New_York", "2026-11-01T08:59", "2026-10-31"),
        ("America/New_York", "2026-11-01T09:00", "2026-11-01"),
        # By half an hour, and to the south.
        ("Australia/Lord_Howe", "2026-04-04T17:29", "2026-04-04"),
        ("Australia/Lord_Howe", "2026-04-04T17:30", "2026-04-05"),
        # A day that this island left out.
        ("Pacific/Apia", "2011-12-30T09:59", "2011-12-29"),
        ("Pacific/Apia", "2011-12-30T14:00", "2011-12-31"),
    ],
)
def test_a_day_begins_at_four_by_the_clock_there(zone: str, moment: str, day: str) -> None:
    """Whatever zone the server noted."""
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    [moved] = moved_to(zone_of(zone), [new_event("run", now=at)])
    assert moved.at == at
    assert day_of(moved).isoformat() == day


def test_the_end_of_time_has_a_day_too() -> None:
    """An imported event may be of any moment."""
    last = new_event("run", now=datetime.max.replace(tzinfo=UTC))
    assert moved_to(zone_of("Asia/Tokyo"), [last])[0].at == last.at
    assert moved_to(None, [last]) == [last]
    assert now_in(zone_of("Asia/Tokyo")).utcoffset() is not None
