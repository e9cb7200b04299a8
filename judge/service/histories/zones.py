"""The time zone of a client, by which its owner's days begin and end.

The events of an issued token bear this server's zone, which says nothing of the person.
"""

from datetime import UTC, datetime, tzinfo
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Header

from judge.practice import Event

Zone = Annotated[
    str,
    Header(
        alias="Time-Zone",
        max_length=64,
        description="the caller's time zone, as in `Europe/Berlin`: where its days begin and end; "
        "without it, or where it is unknown here, this server's",
    ),
]


def zone_of(name: str) -> tzinfo | None:
    """Return a zone of the tz database; None for no name, and for one that it does not have.

    A browser may know zones that are newer than this host's tz database.
    """
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, LookupError, OSError):  # also for names of folders, and those that leave it
        return None


def now_in(zone: tzinfo | None) -> datetime:
    """Return this moment in a zone, by default in this server's."""
    return datetime.now(UTC).astimezone(zone)


def moved_to(zone: tzinfo | None, events: list[Event]) -> list[Event]:
    """Return events with the local time that each had in a zone."""
    if zone is None:
        return events
    return [event._replace(offset=_minutes(zone, event)) for event in events]


def _minutes(zone: tzinfo, event: Event) -> int:
    try:
        shift = event.at.astimezone(zone).utcoffset()
    except OverflowError:  # an imported moment at the very end of what there is
        shift = None
    return event.offset if shift is None else round(shift.total_seconds() / 60)
