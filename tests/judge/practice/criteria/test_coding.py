import pytest

from tests.judge.practice.round_events import (
    WORSE,
    Line,
    card,
    event,
    failure,
    level,
    part,
    perfect,
    start,
    submit,
)


def coding(*events: Line) -> int | None:
    return level(card(start(), *events), "coding")


def hint(minute: float, n: int, *, last: bool = False) -> Line:
    return event(minute, "hint", n=n, last=last)


def test_a_perfect_round_is_perfect_in_all_criteria() -> None:
    """One part only is fair evidence."""
    found = perfect().to_json()
    assert found == {
        "levels": dict.fromkeys(("coding", "clean", "solving", "complexity", "testing"), 4),
        "sure": dict.fromkeys(("coding", "clean", "solving", "complexity", "testing"), "fair"),
        "leans": "strong yes",
        "told": [],
    }


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([submit()], 4),
        ([submit(5, "CE"), submit()], 4),
        ([submit(5, "CE"), submit(6, "CE"), submit()], 3),
        ([submit(5, "IE"), submit(6, "IE"), submit()], 4),
        ([failure(5), submit()], 3),
        ([failure(5), failure(6), submit()], 3),
        ([failure(5), failure(6), failure(7), submit()], 2),
        ([submit(), failure(11), failure(12), failure(13)], 4),
    ],
)
def test_failures_and_slips_count_up_to_the_first_ac(events: list[Line], expected: int) -> None:
    """Failures are WA TLE MLE RTE OLE RV up to the first AC, a slip is CE, IE is neither."""
    assert coding(*events) == expected


@pytest.mark.parametrize("verdict", ["WA", "TLE", "MLE", "RTE", "OLE", "RV"])
def test_each_failing_verdict_is_a_failure(verdict: str) -> None:
    """AC at first."""
    assert coding(failure(5, verdict=verdict), submit()) == 3


@pytest.mark.parametrize(
    ("group", "expected"),
    [("sample", 1), ("edge", 2), ("scale", 2), ("met", 2), ("generated", 2), (None, 1)],
)
def test_samples_pass_when_another_group_fails(group: str | None, expected: int) -> None:
    """Samples pass: AC, or a failure in another group than sample."""
    assert coding(failure(5, group)) == expected


def test_what_does_not_load_passes_no_samples() -> None:
    """A slip is no failure in another group."""
    assert coding(submit(5, "CE", failed_group="edge")) == 1


@pytest.mark.parametrize(("minute", "expected"), [(30, 4), (30.1, 3)])
def test_a_4_is_within_three_quarters_of_the_parts_time(minute: float, expected: int) -> None:
    """The part has 40 minutes."""
    assert coding(submit(minute)) == expected


def test_the_time_ends_where_the_first_ac_began() -> None:
    """Time: opening to the beginning of the first AC."""
    assert coding(submit(31, began="2026-11-29T18:29:59Z"), submit(50)) == 4


def test_pauses_are_taken_off_the_time() -> None:
    """Time: ..., less pauses; one around the moment as far as it goes."""
    pauses = [event(5, "round_pause"), event(10, "round_resume")]
    assert coding(*pauses, submit(35)) == 4
    assert coding(*pauses, submit(35.1)) == 3
    assert coding(event(30, "round_pause"), submit(34), event(35, "round_resume")) == 4
    assert coding(event(5, "round_pause"), submit(35)) == 3


def test_growth_worse_than_the_reference_is_a_2() -> None:
    """The samples pass."""
    assert coding(submit(growth=WORSE)) == 2


@pytest.mark.parametrize("growth", [None, {}, {"measured": None}])
def test_growth_that_was_not_measured_is_not_worse(growth: Line | None) -> None:
    """Growth is the last AC's; not measured is "not worse"."""
    assert coding(submit(growth=growth)) == 4
    assert coding(submit(growth=WORSE), submit(20, growth=growth)) == 4
    assert coding(submit(), submit(20, growth=WORSE)) == 2


@pytest.mark.parametrize(
    ("measured", "also", "reference", "worse"),
    [
        ("n", [], "log n", True),
        ("n log n", [], "n", True),
        ("2^n", [], "n^3", True),
        ("n", [], "n log n", False),
        ("n log n", ["n"], "n", False),
        ("n", ["n^2"], "n", False),
        ("n", [], "V + E", False),
        ("n", [], None, False),
        ("n", [], "1", True),
    ],
)
def test_worse_is_later_in_the_list_of_classes(
    measured: str, also: list[str], reference: str | None, worse: bool
) -> None:
    """*Worse*: the reference's class is neither measured nor in `also`, and measured is later."""
    growth = {"measured": measured, "also": also, "reference": reference, "agrees": None}
    assert coding(submit(growth=growth)) == (2 if worse else 4)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([hint(5, 1), submit()], 4),
        ([hint(5, 1), hint(6, 2, last=True), submit()], 2),
        ([event(5, "editorial"), submit()], 2),
        ([event(5, "solutions"), submit()], 2),
        ([submit(), hint(11, 4, last=True), event(12, "editorial")], 4),
        ([failure(4), event(5, "editorial")], 2),
    ],
)
def test_no_editorial_or_last_hint_before_the_first_ac(events: list[Line], expected: int) -> None:
    """Hints and the editorial count until the part's first AC."""
    assert coding(*events) == expected


def test_events_are_in_the_order_of_their_moments_not_of_their_beginnings() -> None:
    """`began` decides only whether one counts and the time to AC."""
    assert coding(event(9, "editorial"), submit(10, began="2026-11-29T18:08:00Z")) == 2
    assert coding(submit(10, began="2026-11-29T18:08:00Z"), event(9, "editorial")) == 2


def test_a_must_problem_never_opened_has_coding_and_problem_solving_1() -> None:
    """A must *problem* never opened has coding 1 and problem solving 1, nothing else."""
    other = part("b", "debug")
    found = card(start(other, part("a", must=True))).to_json()["levels"]
    assert found == {"coding": 1, "clean": None, "solving": 1, "complexity": None, "testing": 1}
    found = card(start(other, part("a"), part("c", must=True))).to_json()["levels"]
    assert found["coding"] == 1


def test_a_part_never_opened_has_no_level() -> None:
    """But for a must problem."""
    found = card(start(part("a", must=True), part("b")), submit())
    assert level(found, "coding") == 4
    assert level(card(start(part("b", "tests"), part("a"))), "coding") is None


def test_part_1_is_opened_by_the_start() -> None:
    """A later `round_open` opens it again, and moves no time."""
    assert coding(event(20, "round_open"), submit(31)) == 3


def test_a_later_part_is_timed_from_its_opening() -> None:
    """Its first one."""
    parts = start(part("b"), part("a", must=True))
    opened = [event(10, "round_open"), event(20, "round_open", slug="b"), event(30, "round_open")]
    assert level(card(parts, *opened, submit(40), submit(25, slug="b")), "coding") == 4
    assert level(card(parts, *opened, submit(41), submit(25, slug="b")), "coding") == 3


def test_a_problem_part_opened_and_never_submitted_has_coding_1() -> None:
    """Clean not judged, the rest by its rules."""
    found = perfect(without={"submit"}).to_json()["levels"]
    assert found == {"coding": 1, "clean": None, "solving": 2, "complexity": 2, "testing": 4}
    assert card(start()).to_json()["levels"] == {
        "coding": 1,
        "clean": None,
        "solving": 1,
        "complexity": 1,
        "testing": 1,
    }


def test_minutes_of_a_part_that_names_none_are_its_share_by_weight() -> None:
    """By weight 3 for a must, 2 for another problem, 1.5 for debug or tests: here 36 and 24."""
    parts: list[Line] = [{"slug": "a", "must": True}, {"slug": "b", "kind": "problem"}]
    assert level(card(start(*parts), submit(27)), "coding") == 4
    assert level(card(start(*parts), submit(27.1)), "coding") == 3
