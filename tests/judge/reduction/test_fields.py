"""Numbers and names in the lines of a file are made smaller like any others."""

import re

import pytest

from judge.reduction.reducer import reduce_input
from tests.judge.reduction.interfaces import LOG, Arguments, Function, differs, moves


def log_fault(arguments: Arguments) -> str | None:
    lines = [*arguments["log"], f"{arguments['now']}\tlast"]
    return None if all(re.fullmatch(r"[0-9]+\t[a-z]+", line) for line in lines) else "outside"


def active(log: list[str], now: int) -> list[str]:
    """Return the users of the last hour, the first of the alphabet first."""
    fields = [line.split("\t") for line in log]
    return sorted({user for time, user in fields if now - 3_600 < int(time) <= now})


@pytest.mark.parametrize(
    ("wrong", "log", "now"),
    [
        pytest.param(
            lambda log, now: active([one for one in log if int(one.split("\t")[0]) != now], now),
            ["1\ta"],
            1,
            id="the right edge",
        ),
        pytest.param(lambda log, now: active(log, now + 1)[:9], ["2\ta"], 1, id="a second late"),
        pytest.param(
            lambda log, now: sorted({*active(log, now), *active(log, now - 1)}),
            ["0\ta"],
            3_600,
            id="the left edge",
        ),
        pytest.param(
            lambda log, now: active([one for one in log if one.split("\t")[0] <= str(now)], now),
            ["2\ta"],
            10,
            id="times compared as texts",
        ),
        pytest.param(
            lambda log, now: sorted(active(log, now), reverse=True),
            ["0\ta", "0\tb"],
            1,
            id="the last of the alphabet first",
        ),
    ],
)
def test_numbers_and_names_in_lines_come_down(wrong: Function, log: list[str], now: int) -> None:
    """Times with their distances, and names with their order."""
    start: Arguments = {
        "log": ["6398\tzoe", "6399\tann", "6400\tbob", "999\tbob", "9999\tzoe", "10000\tcid"],
        "now": 9_999,
    }
    starts = (start | {"log": start["log"][:n], "now": n} for n in (1001, 6399, 6398, 9999, 10000))
    fails = differs(active, wrong)
    found = next(one for one in (start, *starts) if fails(one))
    found = reduce_input(moves(LOG), log_fault, found, fails).arguments
    assert found == {"log": log, "now": now}


def test_two_empty_lines_are_less_than_a_letter() -> None:
    """Where a line break alone shows it."""
    start = {"log": ["abc"], "now": 1}
    found = reduce_input(moves(LOG), lambda _: None, start, lambda one: any("\n".join(one["log"])))
    assert found.arguments == {"log": ["", ""], "now": 1}
