"""Settings of a host: built once by a front-end, and passed down to whatever needs them."""

from dataclasses import field
from enum import StrEnum
from pathlib import Path

from judge.records import dataclass
from judge.settings.environment import (
    Environment,
    Setting,
    folders,
    one_of,
    read_settings,
    settings_of,
    user_folder,
    variable,
    whole_number,
    yes,
)
from sandbox import Tier

#: Not below TMPDIR, which may be a user's own: judges of all users must meet here.
SLOTS_DIR = Path("/tmp/coding-round-judge-cores")  # noqa: S108 - see judge/measurement/core_lock.py

_COUNT = whole_number(0, 999_999_999)


@dataclass(frozen=True, slots=True)
class Settings:
    """How this host judges. `tier` None means the strongest that works here.

    With `timing` an accepted submission is timed against the reference; it waits for a core of
    its own for `slot_wait_seconds` at most.
    """

    cache_dir: Path = field(
        metadata=variable(
            "JUDGE_CACHE_DIR",
            Path,
            "folder of the corpora",
            default=user_folder("XDG_CACHE_HOME", ".cache"),
            words="~/.cache/coding-round-judge",
        )
    )
    state_dir: Path = field(
        metadata=variable(
            "JUDGE_STATE_DIR",
            Path,
            "folder of the server's token and store",
            default=user_folder("XDG_STATE_HOME", ".local/state"),
            words="~/.local/state/coding-round-judge",
        )
    )
    tier: Tier | None = field(
        default=None,
        metadata=variable(
            "JUDGE_TIER",
            one_of(Tier),
            "isolation: full, landlock or limits-only",
            words="the strongest that works here",
        ),
    )
    search_examples: int = field(
        default=100,
        metadata=variable(
            "JUDGE_SEARCH_EXAMPLES", _COUNT, "fresh inputs that the live search tries"
        ),
    )
    shrink_calls: int = field(
        default=1500,
        metadata=variable("JUDGE_SHRINK_CALLS", _COUNT, "calls spent on a smaller counterexample"),
    )
    #: Far more than the counts allow on an idle machine: two submissions at once beside a busy
    #: core must not get other counterexamples than alone.
    guard_seconds: float = 10.0
    key: str = field(
        default="",
        metadata=variable(
            "JUDGE_KEY",
            str,
            "a host's secret; the live search's seed is drawn from it too",
            words="none",
            secret=True,
        ),
    )
    problems: tuple[Path, ...] = field(
        default=(),
        metadata=variable(
            "JUDGE_PROBLEMS",
            folders,
            "folders of problems of one's own, divided by colons",
            words="none",
        ),
    )
    trust: bool = field(
        default=False,
        metadata=variable(
            "JUDGE_TRUST",
            yes,
            "yes: the code of one's own problems runs outside the sandbox",
            words="no: only what judge trust was told of",
        ),
    )
    timing: bool = False
    slots_dir: Path = field(
        default=SLOTS_DIR,
        metadata=variable(
            "JUDGE_SLOTS_DIR",
            Path,
            "folder of the cores' locks, one for all users",
            words="below /tmp",
        ),
    )
    slot_wait_seconds: float = 120.0
    #: The folder of the inputs that this person has met; None: none are played.
    met_dir: Path | None = None

    @staticmethod
    def from_environment(environment: Environment) -> "Settings":
        """Return the settings that an environment gives. Raises `UsageError` on a bad value."""
        return Settings(**read_settings(settings_of(Settings), environment))


class Kept(StrEnum):
    """Whether something is kept."""

    ON = "on"
    OFF = "off"


def _none(_environment: Environment) -> None:
    return None


#: Where the command line keeps what its user has practised.
DATA_DIR = Setting(
    name="data_dir",
    env="JUDGE_DATA_DIR",
    parse=Path,
    default=user_folder("XDG_DATA_HOME", ".local/share"),
    default_words="~/.local/share/coding-round-judge",
    help="folder of what you have practised",
)
#: Whether the history is kept.
HISTORY = Setting(
    name="history",
    env="JUDGE_HISTORY",
    parse=one_of(Kept),
    default=lambda _environment: Kept.ON,
    default_words="on",
    help="off: what you do is not recorded",
)
#: The folder of the inputs met before, in that of what a user has practised.
MET_FOLDER = "met"


def keeps_history(environment: Environment) -> bool:
    """Whether what a person does is recorded: unless JUDGE_HISTORY is off.

    Any other text counts as on: it is asked after a verdict, which no mistake may change.
    """
    return environment.get(HISTORY.env, "").strip().casefold() != Kept.OFF


#: What the command line reads, and the local server of the same person.
COMMAND_LINE = (
    DATA_DIR,
    HISTORY,
    Setting(
        name="server",
        env="JUDGE_SERVER",
        parse=str,
        default=_none,
        default_words="none",
        help="address of a server that submit asks instead, as --server does",
    ),
    Setting(
        name="token",
        env="JUDGE_TOKEN",
        parse=str,
        default=_none,
        default_words="on this machine, the local server's",
        help="the token for that server",
        secret=True,
    ),
    Setting(
        name="debug",
        env="JUDGE_DEBUG",
        parse=bool,
        default=_none,
        default_words="unset: it goes to a file",
        help="set: an internal error shows its traceback",
    ),
)
