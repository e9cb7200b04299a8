"""Settings: built once by a front-end and passed down; no other module reads the environment."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from judge.errors import UsageError
from sandbox import Tier

#: Where each setting comes from, what it means, and its default: the one place.
VARIABLES = {
    "JUDGE_CACHE_DIR": "folder of the corpora (default: the user's cache folder)",
    "JUDGE_STATE_DIR": "folder of the token and the store (default: the user's state folder)",
    "JUDGE_TIER": "isolation tier: full, landlock or limits-only (default: the strongest)",
    "JUDGE_SEARCH_EXAMPLES": "fresh inputs of the live search (default: 100)",
    "JUDGE_SHRINK_CALLS": "calls spent on a smaller counterexample (default: 1500)",
    "JUDGE_SLOTS_DIR": "folder of the cores' locks, one for all users (default: below /tmp)",
    "JUDGE_KEY": "a host's secret that the live search's seed is drawn from (default: none)",
}

#: Not below TMPDIR, which may be a user's own: judges of all users must meet here.
SLOTS_DIR = Path("/tmp/coding-round-judge-cores")  # noqa: S108 - see judge/measurement/core_lock.py

SHORTAGES = (errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.ENOMEM)


@dataclass(frozen=True, slots=True)
class Settings:
    """How this host judges. `tier` None means the strongest that works here.

    With `timing` an accepted submission is timed against the reference; it waits for a core of
    its own for `slot_wait_seconds` at most.
    """

    cache_dir: Path
    state_dir: Path
    tier: Tier | None = None
    search_examples: int = 100
    shrink_calls: int = 1500
    #: Far more than the counts allow on an idle machine: two submissions at once beside a busy
    #: core must not get other counterexamples than alone.
    guard_seconds: float = 10.0
    key: str = ""
    timing: bool = False
    slots_dir: Path = SLOTS_DIR
    slot_wait_seconds: float = 120.0

    @staticmethod
    def from_environment(environment: Mapping[str, str]) -> "Settings":
        """Return the settings that the environment gives. Raises `UsageError` on a bad value."""
        home = Path(environment.get("HOME") or "/")
        cache = _folder(environment, "JUDGE_CACHE_DIR", "XDG_CACHE_HOME", home / ".cache")
        state = _folder(environment, "JUDGE_STATE_DIR", "XDG_STATE_HOME", home / ".local/state")
        return Settings(
            cache_dir=cache,
            state_dir=state,
            tier=_tier(environment.get("JUDGE_TIER", "")),
            search_examples=_count(environment, "JUDGE_SEARCH_EXAMPLES", 100),
            shrink_calls=_count(environment, "JUDGE_SHRINK_CALLS", 1500),
            key=environment.get("JUDGE_KEY", ""),
            slots_dir=Path(environment.get("JUDGE_SLOTS_DIR") or SLOTS_DIR),
        )


def ready_folder(environment: Mapping[str, str], name: str) -> None:
    """Make the folder that a setting names, if it names one.

    Raises `UsageError` where none can be; that a disk is full is not the setting's mistake.
    """
    if not environment.get(name):
        return
    folder = Path(environment[name])
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno in SHORTAGES:
            return  # told by whoever writes there
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(
            f"{name} is {str(folder)!r}, where no folder can be: {reason}. Name another one"
        ) from None


def _folder(environment: Mapping[str, str], name: str, xdg: str, default: Path) -> Path:
    if environment.get(name):
        return Path(environment[name])
    base = Path(environment.get(xdg) or default)
    # A relative XDG path is to be ignored (XDG base directory specification).
    return (base if base.is_absolute() else default) / "coding-round-judge"


def _tier(text: str) -> Tier | None:
    if not text:
        return None
    try:
        return Tier(text)
    except ValueError:
        known = ", ".join(Tier)
        raise UsageError(f"JUDGE_TIER is {text!r}; it must be one of {known}") from None


def _count(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, "")
    if not text:
        return default
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise UsageError(f"{name} is {text[:40]!r}; it must be a whole number below 10**9")
    return int(text)
