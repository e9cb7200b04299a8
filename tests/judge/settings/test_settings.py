"""Settings come from the environment that a front-end hands in, and from nowhere else."""

import ast
import itertools
import re
from pathlib import Path

import pytest

from judge.errors import UsageError
from judge.service.settings import ServiceSettings
from judge.settings import COMMAND_LINE, Settings, settings_of
from sandbox import Tier

ROOT = Path(__file__).parents[3]
HOME = {"HOME": "/home/somebody"}


def test_nothing_set_gives_the_defaults() -> None:
    """Folders of the user's own, the strongest tier, a public seed; the rest as in the class."""
    settings = Settings.from_environment(HOME)
    cache = Path("/home/somebody/.cache/coding-round-judge")
    state = Path("/home/somebody/.local/state/coding-round-judge")
    assert settings == Settings(cache, state)
    assert (settings.tier, settings.key) == (None, "")


def test_every_variable_of_the_table_is_read() -> None:
    """A row that does nothing would be a lie, and so would a variable without a row."""
    values = {
        "JUDGE_CACHE_DIR": "/c",
        "JUDGE_STATE_DIR": "/s",
        "JUDGE_TIER": "limits-only",
        "JUDGE_SEARCH_EXAMPLES": "7",
        "JUDGE_SHRINK_CALLS": "8",
        "JUDGE_KEY": "secret",
        "JUDGE_SLOTS_DIR": "/l",
        "JUDGE_PROBLEMS": "/p:/q",
        "JUDGE_TRUST": "yes",
    }
    assert values.keys() == {row.env for row in settings_of(Settings)}
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


def names_in(path: Path) -> set[str]:
    """Return the variables that a module names as a text of their own."""
    return {
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"JUDGE_[A-Z_]+", node.value)
        and node.value not in NOT_SETTINGS
    }


#: A name in the pytest file that `judge replay` writes.
NOT_SETTINGS = {"JUDGE_SAID"}
#: The rows of each page, in its order.
PAGES = {
    "README.md": (*settings_of(Settings), *COMMAND_LINE),
    "docs/operations.md": settings_of(ServiceSettings),
}


def test_every_variable_that_the_code_names_has_a_row() -> None:
    """What can be set can be found: the pages and `judge doctor` are made of the rows."""
    code = set().union(*(names_in(path) for path in (ROOT / "judge").rglob("*.py")))
    assert code == {row.env for rows in PAGES.values() for row in rows}


def table_below(heading: str, text: str) -> list[tuple[str, ...]]:
    """Return the cells of the first table below a heading, without marks of code."""
    lines = text.partition(f"\n{heading}\n")[2].splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("|"))
    rows = itertools.takewhile(lambda line: line.startswith("|"), lines[start + 2 :])
    return [
        tuple(cell.strip().replace("`", "") for cell in row.strip("|").split("|")) for row in rows
    ]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_of_each_setting_what_its_row_says(page: str) -> None:
    """The variable, its meaning and its default, in the order of the rows."""
    table = table_below("## Settings", (ROOT / page).read_text("utf-8"))
    assert table == [(row.env, row.help, row.default_words) for row in PAGES[page]]
