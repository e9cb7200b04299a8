"""The days of a person who practises in the evening, and now and then past midnight."""

from datetime import UTC, date, datetime, timedelta

from judge.practice.event import Event

#: When a day begins, by local time.
BEGINS = timedelta(hours=4)


def local_day(at: datetime, offset: int) -> date:
    """Return the day of a moment in UTC; `offset` is the local time's distance in minutes."""
    try:
        return (at + timedelta(minutes=offset) - BEGINS).date()
    except OverflowError:  # an imported moment at the very end of what there is
        return at.date()


def day_of(event: Event) -> date:
    """Return the day of an event, by the local time where it happened."""
    return local_day(event.at, event.offset)


def local_today(now: datetime | None = None) -> date:
    """Return the day that it is here, or at `now`, which is aware and in the local time zone."""
    local = now or datetime.now().astimezone()
    shift = local.utcoffset()
    return local_day(local.astimezone(UTC), round(shift.total_seconds() / 60) if shift else 0)
