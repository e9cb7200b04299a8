"""Settings of a host: built once by a front-end and passed down.

No other module reads the environment. A class of settings is its own table: a field that a
variable sets carries that variable, its parser, its default and its help, and `settings_of` gives
these rows to `judge doctor` and to the tests of the pages.
"""

import errno
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, field, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from judge.errors import UsageError
from judge.records import dataclass
from sandbox import Tier

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Environment = Mapping[str, str]

#: Not below TMPDIR, which may be a user's own: judges of all users must meet here.
SLOTS_DIR = Path("/tmp/coding-round-judge-cores")  # noqa: S108 - see judge/measurement/core_lock.py

SHORTAGES = (errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.ENOMEM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting: the field that it fills and the variable of the environment that sets it.

    `parse` raises `ValueError` with what the text must be. `default_words` is the default as
    pages write it. What is `secret` is never shown.
    """

    name: str
    env: str
    parse: Callable[[str], Any]
    default: Callable[[Environment], Any]
    default_words: str
    help: str
    secret: bool = False

    def read(self, environment: Environment) -> Any:
        """Return the value that an environment gives; an empty text counts as none.

        Raises `UsageError`, which names the variable.
        """
        text = environment.get(self.env, "")
        if not text:
            return self.default(environment)
        try:
            return self.parse(text)
        except ValueError as error:
            raise UsageError(f"{self.env} is {text[:40]!r}; it must be {error}") from None


def variable(
    env: str,
    parse: Callable[[str], Any],
    help_: str,
    *,
    default: Callable[[Environment], Any] | None = None,
    words: str | None = None,
    secret: bool = False,
) -> dict[str, Any]:
    """Return the metadata of a field that a variable of the environment sets.

    The field's own default counts, unless a `default` is made from the environment. `words`
    says what it is where the value itself would not tell.
    """
    return {
        "env": env,
        "parse": parse,
        "help": help_,
        "default": default,
        "default_words": words,
        "secret": secret,
    }


def settings_of(kind: "type[DataclassInstance]") -> tuple[Setting, ...]:
    """Return the rows of a settings class, in the order of its fields."""
    return tuple(_row(one) for one in fields(kind) if "env" in one.metadata)


def _row(one: "Field[Any]") -> Setting:
    given = dict(one.metadata)
    words = given["default_words"] or str(one.default)
    default = given["default"] or (lambda _environment: _own_default(one))
    return Setting(**{**given, "name": one.name, "default": default, "default_words": words})


def _own_default(one: "Field[Any]") -> Any:
    return one.default if one.default_factory is MISSING else one.default_factory()


def read_settings(rows: Iterable[Setting], environment: Environment) -> dict[str, Any]:
    """Return the values of settings by field. Raises `UsageError` for the first bad one."""
    return {row.name: row.read(environment) for row in rows}


@dataclass(frozen=True, slots=True)
class GivenSetting:
    """A setting that an environment gives: its text, and why it is refused if it is.

    `text` is None where the setting is secret.
    """

    setting: Setting
    text: str | None
    fault: str | None


def given_settings(rows: Iterable[Setting], environment: Environment) -> list[GivenSetting]:
    """Return the settings that an environment gives, good and bad ones."""
    found = []
    for row in rows:
        text, fault = environment.get(row.env), None
        if text:
            try:
                row.read(environment)
            except UsageError as error:
                fault = str(error)
            found.append(GivenSetting(row, None if row.secret else text, fault))
    return found


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Return a parser of decimal numbers in ASCII digits, both bounds included."""

    def parse(text: str) -> int:
        # Its length first: Python refuses to read a number of many thousand digits.
        plain = text.isascii() and text.isdigit() and len(text) <= len(str(most))
        if not plain or not least <= int(text) <= most:
            raise ValueError(f"a whole number from {least} to {most}")
        return int(text)

    return parse


def one_of(kind: type[StrEnum]) -> Callable[[str], StrEnum]:
    """Return a parser of an enumeration's values."""

    def parse(text: str) -> StrEnum:
        if text not in [one.value for one in kind]:
            raise ValueError(f"one of {', '.join(kind)}")
        return kind(text)

    return parse


def folders(text: str) -> tuple[Path, ...]:
    """Return the absolute paths in a text like that of PATH."""
    if "\0" in text:
        raise ValueError("paths divided by colons")
    return tuple(Path(one).expanduser().absolute() for one in text.split(os.pathsep) if one)


def yes(text: str) -> bool:
    """Return whether a text says yes."""
    if text not in {"yes", "no"}:
        raise ValueError("yes or no")
    return text == "yes"


class Kept(StrEnum):
    """Whether something is kept."""

    ON = "on"
    OFF = "off"


def _user_folder(xdg: str, below_home: str) -> Callable[[Environment], Path]:
    """Return the default of a folder of the user's own (XDG base directory specification)."""

    def folder(environment: Environment) -> Path:
        default = Path(environment.get("HOME") or "/") / below_home
        base = Path(environment.get(xdg) or default)
        # A relative XDG path is to be ignored, says the specification.
        return (base if base.is_absolute() else default) / "coding-round-judge"

    return folder


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
            default=_user_folder("XDG_CACHE_HOME", ".cache"),
            words="~/.cache/coding-round-judge",
        )
    )
    state_dir: Path = field(
        metadata=variable(
            "JUDGE_STATE_DIR",
            Path,
            "folder of the server's token and store",
            default=_user_folder("XDG_STATE_HOME", ".local/state"),
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


def _none(_environment: Environment) -> None:
    return None


#: Where the command line keeps what its user has practised.
DATA_DIR = Setting(
    name="data_dir",
    env="JUDGE_DATA_DIR",
    parse=Path,
    default=_user_folder("XDG_DATA_HOME", ".local/share"),
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


def state_mend(error: OSError) -> str:
    """Return what to do where a file of the state folder cannot be written."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return "Free some space there" if full else "Set JUDGE_STATE_DIR"


def is_full(folder: Path) -> bool:
    """Whether the disk of a folder has no room for a page, or no inode for a file."""
    try:
        found = os.statvfs(folder)
    except OSError:
        return False
    # Some file systems have no fixed number of inodes, and count none.
    return found.f_bavail * found.f_frsize < 65_536 or (found.f_files > 0 and found.f_favail == 0)


def ready_folder(environment: Environment, name: str) -> None:
    """Make the folder that a variable names, if it names one.

    Raises `UsageError` where none can be made; a full disk is not the setting's mistake.
    """
    if not environment.get(name):
        return
    folder = Path(environment[name])
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno in SHORTAGES:
            return  # whatever writes there reports it
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(
            f"{name} is {str(folder)!r}, where no folder can be: {reason}. Name another one"
        ) from None
