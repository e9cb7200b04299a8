"""Settings of the service: the table of what only `judge serve` and its workers read."""

import os
import re
from dataclasses import field
from enum import StrEnum

from judge.records import dataclass
from judge.settings import (
    Environment,
    one_of,
    read_settings,
    settings_of,
    variable,
    whole_number,
)
from judge.storage import KeepSources

_COUNT = whole_number(1, 999_999)


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
    """The least severity that is logged."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def spare_cores() -> int:
    """Return the cores of this machine but one, and at least two; one token never has all."""
    return max(2, (os.cpu_count() or 1) - 1)


def _address(text: str) -> str:
    if re.fullmatch(r"postgres(ql)?://[^/]*/.+", text) is None:
        raise ValueError("an address like postgresql://user@host/database")
    return text


def _servers(text: str) -> tuple[str, ...]:
    scheme, _, hosts = text.partition("://")
    names = hosts.split(",")
    if scheme not in ("nats", "tls") or not all(re.fullmatch(r"[^\s/]+", one) for one in names):
        raise ValueError("addresses like nats://a:4222,b:4222")
    return tuple(f"{scheme}://{one}" for one in names)


def _place(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not re.fullmatch(r"[0-9]{1,5}", port) or int(port) > 65_535:
        raise ValueError("an address of this machine and a port, like 127.0.0.1:9464")
    return host.removeprefix("[").removesuffix("]"), int(port)


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """How this host serves. Counts are of submissions, times in the unit that the name says."""

    workers: int = field(
        default_factory=spare_cores,
        metadata=variable(
            "JUDGE_WORKERS", _COUNT, "processes that judge", words="the cores but one, at least 2"
        ),
    )
    store: str | None = field(
        default=None,
        metadata=variable(
            "JUDGE_STORE",
            _address,
            "address of a PostgreSQL database that several servers share, as in "
            "postgresql://judge@db/judge",
            words="a file in the state folder",
            secret=True,  # it may hold a password
        ),
    )
    queue: tuple[str, ...] = field(
        default=(),
        metadata=variable(
            "JUDGE_QUEUE",
            _servers,
            "addresses of NATS servers that carry progress between those that share a store, as in "
            "nats://a:4222,b:4222",
            words="the store itself",
            secret=True,  # they may hold passwords
        ),
    )
    room: int = field(
        default=256,
        metadata=variable("JUDGE_ROOM", _COUNT, "submissions that may be open together"),
    )
    token_room: int = field(
        default=64,
        metadata=variable(
            "JUDGE_TOKEN_ROOM", _COUNT, "submissions of one token that may be open together"
        ),
    )
    rate_per_minute: int = field(
        default=120,
        metadata=variable(
            "JUDGE_RATE", _COUNT, "submissions and runs a minute of one issued token"
        ),
    )
    quota_per_day: int = field(
        default=5_000,
        metadata=variable("JUDGE_QUOTA", _COUNT, "submissions a day of one issued token"),
    )
    hidden: Hidden = field(
        default=Hidden.FULL,
        metadata=variable(
            "JUDGE_HIDDEN",
            one_of(Hidden),
            "what reports show of hidden cases: full, counterexample or verdict",
        ),
    )
    keep_days: int = field(
        default=30,
        metadata=variable("JUDGE_KEEP_DAYS", _COUNT, "days that finished submissions are kept"),
    )
    keep_sources: KeepSources = field(
        default=KeepSources.LOCAL,
        metadata=variable(
            "JUDGE_KEEP_SOURCES",
            one_of(KeepSources),
            "whose sources are kept with their reports: local (those of this host's own person), "
            "all or none",
        ),
    )
    lease_seconds: int = field(
        default=10,
        metadata=variable(
            "JUDGE_LEASE_SECONDS",
            _COUNT,
            "seconds of silence after which a worker has lost its submission",
        ),
    )
    drain_seconds: int = field(
        default=8,
        metadata=variable(
            "JUDGE_DRAIN_SECONDS",
            _COUNT,
            "seconds that running submissions may go on once the service is stopped",
        ),
    )
    timing: Switch = field(
        default=Switch.OFF,
        metadata=variable(
            "JUDGE_TIMING",
            one_of(Switch),
            "on: accepted submissions are timed against the reference too, "
            "which takes a core for seconds",
        ),
    )
    traces: Switch = field(
        default=Switch.OFF,
        metadata=variable(
            "JUDGE_TRACES",
            one_of(Switch),
            "on: spans of every submission go to the OpenTelemetry collector that "
            "OTEL_EXPORTER_OTLP_ENDPOINT names",
        ),
    )
    figures_at: tuple[str, int] | None = field(
        default=None,
        metadata=variable(
            "JUDGE_FIGURES",
            _place,
            "address where judge worker answers /metrics, as in 10.0.0.7:9464; "
            "judge serve does so at its own",
            words="nowhere",
        ),
    )
    log_level: Level = field(
        default=Level.WARNING,
        metadata=variable(
            "JUDGE_LOG", one_of(Level), "debug, info (a line a request), warning or error"
        ),
    )

    @property
    def share(self) -> int:
        """The workers that one token may hold at once: all but one, where there are several."""
        return max(1, self.workers - 1)

    @staticmethod
    def from_environment(environment: Environment) -> "ServiceSettings":
        """Return the settings that an environment gives. Raises `UsageError` on a bad value."""
        return ServiceSettings(**read_settings(settings_of(ServiceSettings), environment))


def store_address(environment: Environment) -> str | None:
    """Return the address of the store that is no file of this machine, if it is given.

    Raises `UsageError` on a bad value of any setting of the service.
    """
    return ServiceSettings.from_environment(environment).store
