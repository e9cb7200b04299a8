"""Moments of the store as people and other programs read them."""

from datetime import UTC, datetime


def utc_text(seconds: float) -> str:
    """Return seconds since the epoch as ISO 8601 has them, in UTC, without fractions."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
