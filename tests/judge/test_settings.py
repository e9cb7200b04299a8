"""Settings come from the environment that a front-end hands in, and from nowhere else."""

from pathlib import Path

import pytest

from judge.errors import UsageError
from judge.settings import VARIABLES, Settings
from sandbox import Tier

HOME = {"HOME": "/home/somebody"}


def test_nothing_set_gives_the_defaults_that_the_table_states() -> None:
    """Folders of the user's own, the strongest tier, a public seed."""
    settings = Settings.from_environment(HOME)
    assert settings.cache_dir == Path("/home/somebody/.cache/coding-round-judge")
    assert settings.state_dir == Path("/home/somebody/.local/state/coding-round-judge")
    assert settings.tier is None
    assert settings.key == ""
    assert f"(default: {settings.search_examples})" in VARIABLES["JUDGE_SEARCH_EXAMPLES"]
    assert f"(default: {settings.shrink_calls})" in VARIABLES["JUDGE_SHRINK_CALLS"]


def test_every_variable_of_the_table_is_read() -> None:
    """A line of the documentation that does nothing would be a lie."""
    values = {
        "JUDGE_CACHE_DIR": "/c", "JUDGE_STATE_DIR": "/s", "JUDGE_TIER": "limits-only",
        "JUDGE_SEARCH_EXAMPLES": "7", "JUDGE_SHRINK_CALLS": "8", "JUDGE_KEY": "secret",
        "JUDGE_SLOTS_DIR": "/l",
    }  # fmt: skip
    assert values.keys() == VARIABLES.keys()
    plain = Settings.from_environment(HOME)
    for name, value in values.items():
        assert Settings.from_environment(HOME | {name: value}) != plain, name


@pytest.mark.parametrize("tier", list(Tier))
def test_a_tier_is_named_by_its_value(tier: Tier) -> None:
    assert Settings.from_environment(HOME | {"JUDGE_TIER": tier.value}).tier is tier


@pytest.mark.parametrize(
    ("environment", "cache"),
    [
        ({"XDG_CACHE_HOME": "/x"}, "/x/coding-round-judge"),
        ({"XDG_CACHE_HOME": "relative"}, "/home/somebody/.cache/coding-round-judge"),
        ({"XDG_CACHE_HOME": ""}, "/home/somebody/.cache/coding-round-judge"),
        ({"XDG_CACHE_HOME": "/x", "JUDGE_CACHE_DIR": "/own"}, "/own"),
        ({"JUDGE_CACHE_DIR": ""}, "/home/somebody/.cache/coding-round-judge"),
    ],
)
def test_the_cache_folder_follows_the_xdg_rules(environment: dict[str, str], cache: str) -> None:
    """Empty is unset, and a relative XDG path is to be ignored."""
    assert Settings.from_environment(HOME | environment).cache_dir == Path(cache)


@pytest.mark.parametrize("name", ["JUDGE_SEARCH_EXAMPLES", "JUDGE_SHRINK_CALLS"])
@pytest.mark.parametrize("value", ["-1", "1.5", "many", "٣", "1_000", " 3", "9" * 5000])
def test_a_bad_count_is_the_users_mistake_and_named(name: str, value: str) -> None:
    """One sentence with the variable in it, never a traceback."""
    with pytest.raises(UsageError, match=name):
        Settings.from_environment(HOME | {name: value})


@pytest.mark.parametrize("name", ["JUDGE_SEARCH_EXAMPLES", "JUDGE_SHRINK_CALLS"])
def test_zero_turns_a_search_off(name: str) -> None:
    assert 0 in {
        Settings.from_environment(HOME | {name: "0"}).search_examples,
        Settings.from_environment(HOME | {name: "0"}).shrink_calls,
    }


def test_a_bad_tier_names_the_good_ones() -> None:
    """The message is the help."""
    with pytest.raises(UsageError, match="full, landlock, limits-only"):
        Settings.from_environment(HOME | {"JUDGE_TIER": "none"})


def test_an_empty_environment_is_an_environment() -> None:
    """Cron and containers have no HOME; folders are absolute all the same."""
    settings = Settings.from_environment({})
    assert settings.cache_dir.is_absolute()
    assert settings.state_dir.is_absolute()
