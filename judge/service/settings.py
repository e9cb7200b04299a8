"""How this host serves: what only `judge serve` asks of the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from judge.errors import UsageError

Choice = TypeVar("Choice", bound=StrEnum)

#: Where each setting comes from, what it means, and its default: the one place.
VARIABLES = {
    "JUDGE_WORKERS": "processes that judge (default: the cores but one)",
    "JUDGE_ROOM": "submissions that may be open together (default: 256)",
    "JUDGE_TOKEN_ROOM": "submissions of one token that may be open together (default: 64)",
    "JUDGE_RATE": "submissions and runs a minute of one issued token (default: 120)",
    "JUDGE_QUOTA": "submissions a day of one issued token (default: 5000)",
    "JUDGE_HIDDEN": "what a report shows of hidden cases: full, counterexample or verdict",
    "JUDGE_KEEP_DAYS": "days that finished submissions are kept (default: 30)",
    "JUDGE_LEASE_SECONDS": "after so long a silent worker has lost its submission (default: 10)",
    "JUDGE_DRAIN_SECONDS": "how long running submissions may go on at the end (default: 8)",
    "JUDGE_TIMING": "on: time accepted submissions against the reference too (default: off)",
    "JUDGE_LOG": "least level of the log: debug, info, warning or error (default: warning)",
}


class Hidden(StrEnum):
    """What a report shows of cases that the statement does not."""

    FULL = "full"
    COUNTEREXAMPLE = "counterexample"
    VERDICT = "verdict"


class Switch(StrEnum):
    """Whether something is done."""

    ON = "on"
    OFF = "off"


class Level(StrEnum):
    """What is logged."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Hosting:
    """The host's own choices. Counts are of submissions, times in the unit that the name says."""

    workers: int = 1
    room: int = 256
    token_room: int = 64
    rate_per_minute: int = 120
    quota_per_day: int = 5_000
    hidden: Hidden = Hidden.FULL
    keep_days: int = 30
    lease_seconds: int = 10
    drain_seconds: int = 8
    timing: Switch = Switch.OFF
    log_level: Level = Level.WARNING

    @staticmethod
    def from_environment(environment: Mapping[str, str]) -> "Hosting":
        """Return what the environment says. Raises `UsageError` on a bad value."""

        def count(name: str, default: int) -> int:
            return _count(environment, name, default)

        return Hosting(
            workers=count("JUDGE_WORKERS", max(1, (os.cpu_count() or 1) - 1)),
            room=count("JUDGE_ROOM", 256),
            token_room=count("JUDGE_TOKEN_ROOM", 64),
            rate_per_minute=count("JUDGE_RATE", 120),
            quota_per_day=count("JUDGE_QUOTA", 5_000),
            hidden=_choice(environment, "JUDGE_HIDDEN", Hidden.FULL),
            keep_days=count("JUDGE_KEEP_DAYS", 30),
            lease_seconds=count("JUDGE_LEASE_SECONDS", 10),
            drain_seconds=count("JUDGE_DRAIN_SECONDS", 8),
            timing=_choice(environment, "JUDGE_TIMING", Switch.OFF),
            log_level=_choice(environment, "JUDGE_LOG", Level.WARNING),
        )


def _count(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and int(text) > 0):
        raise UsageError(f"{name} is {text[:40]!r}; it must be a whole number from 1 to 999999")
    return int(text)


def _choice(environment: Mapping[str, str], name: str, default: Choice) -> Choice:
    text = environment.get(name, "")
    kind = type(default)
    if text not in (*kind, ""):
        raise UsageError(f"{name} is {text[:40]!r}; it must be one of {', '.join(kind)}")
    return kind(text) if text else default
