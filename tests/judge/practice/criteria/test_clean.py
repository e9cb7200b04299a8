import pytest

from judge.practice.criteria.weights import points_of
from tests.judge.practice.round_events import WORSE, Line, card, failure, level, start, submit


def clean(*events: Line, codes: list[str] | None = None, **quality: list[str]) -> int | None:
    """Return the level, where the text of minute 10 has these codes."""
    found = quality or {"a10": codes or []}
    return level(card(start(), *events, quality=found), "clean")


@pytest.mark.parametrize(
    ("code", "points"),
    [
        *((code, 3) for code in ("B006", "B015", "B018", "B023", "E722", "S110", "F811", "F632")),
        *((code, 3) for code in ("F402", "RUF012", "PLW0127", "PLW0603", "PLR0124", "PLE0604")),
        *((code, 2) for code in ("C901", "PLR0912", "PLR0915", "PLR1702")),
        *((code, 1) for code in ("F401", "F841", "A001", "A002", "E711", "E741")),
    ],
)
def test_codes_weigh_as_the_list_says(code: str, points: int) -> None:
    """3 for what bites, 2 for shape, 1 for the rest of the list; each code once."""
    assert points_of([code, code]) == points


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ([], 4),
        (["F841"], 4),
        (["F841", "F841"], 4),
        (["C901"], 3),
        (["B006"], 3),
        (["B006", "F841"], 2),
        (["B006", "E722", "F841"], 2),
        (["B006", "E722", "C901"], 1),
    ],
)
def test_levels_end_at_1_3_and_7_points(codes: list[str], expected: int) -> None:
    """4: quality points <= 1; 3: points <= 3; 2: points <= 7; 1: more."""
    assert clean(submit(), codes=codes) == expected


@pytest.mark.parametrize(
    ("low", "expected"), [(2.0, 4), (2.01, 3), (5.0, 3), (5.01, 2), (None, 4), (900, 2)]
)
def test_the_low_end_of_the_ratio_is_at_most_2_or_5(low: float | None, expected: int) -> None:
    """A ratio that was not measured passes."""
    assert clean(submit(runtime=None if low is None else {"low": low})) == expected


def test_4_and_3_of_an_accepted_text_need_growth_not_worse() -> None:
    """The samples pass is enough for points to make it a 2."""
    assert clean(submit(growth=WORSE)) == 2
    assert clean(submit(growth=None)) == 4


def test_4_needs_ac() -> None:
    """A text that passed the samples reaches 3."""
    assert clean(failure(10)) == 3
    assert clean(failure(10), codes=["B006", "F841"]) == 2
    assert clean(failure(10), codes=["B006", "E722", "C901"]) == 1


def test_the_text_is_the_last_accepted_one() -> None:
    """Quality points of the last accepted text, else of the last that passed the samples."""
    dirty = ["B006", "E722", "S110"]
    assert clean(submit(10), submit(20), a10=dirty, a20=[]) == 4
    assert clean(submit(10), submit(20), a10=[], a20=dirty) == 1
    assert clean(submit(10), failure(20), a10=[], a20=dirty) == 4
    assert clean(failure(10), failure(20), a10=dirty, a20=[]) == 3
    assert clean(failure(10), failure(20, "sample"), a10=dirty, a20=[]) == 1


def test_without_points_it_is_not_judged() -> None:
    """Without ruff; and where no text passed the samples, there is none to judge."""
    assert level(card(start(), submit(), quality={}), "clean") is None
    assert level(card(start(), submit(), quality={"a10": None}), "clean") is None
    assert clean(failure(10, "sample")) is None
    assert clean(submit(10, "CE")) is None


def test_without_a_linter_it_says_what_was_missing() -> None:
    """Only where it could have been judged with one."""
    missing = card(start(), submit(), quality={}, linter=False).criteria[1]
    assert (missing.name, missing.level, missing.lack is not None) == ("clean", None, True)
    for found in (
        card(start(), failure(10, "sample"), quality={}, linter=False),
        card(start(), submit(), quality={}, linter=True),
        card(start(), submit(), known={"suffix": ".sql"}, quality={}, linter=False),
    ):
        assert (found.criteria[1].level, found.criteria[1].lack) == (None, None)


def test_an_advice_names_the_file_of_the_problems_language() -> None:
    """That of `judge start`; what a file says that is no suffix names none."""
    for given, suffix in ((".sql", ".sql"), (".py; rm -r", ".py"), (None, ".py")):
        found = card(start(), failure(10), known={"suffix": given})
        commands = [one.command for criterion in found.criteria for one in criterion.raises]
        files = {word for line in commands for word in line.split() if word.startswith("a.")}
        assert files == {f"a{suffix}"}
