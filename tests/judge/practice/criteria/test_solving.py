import pytest

from tests.judge.practice.round_events import (
    WORSE,
    Line,
    answer,
    approach,
    ask,
    card,
    event,
    example,
    failure,
    level,
    perfect,
    run,
    start,
    submit,
)


def solving(*events: Line, **known: int) -> int | None:
    return level(card(start(), *events, known=known), "solving")


def signs(*kinds: str, **known: int) -> int | None:
    """Return the level of an accepted submission that has the signs of these kinds."""
    given = {"ask": ask(), "example": example(), "approach": approach(), "answer": answer()}
    return solving(*(given[kind] for kind in kinds), submit(), **known)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("ask", "example", "approach", "answer"), 4),
        (("ask", "example", "approach"), 3),
        (("ask", "answer"), 3),
        (("ask",), 2),
        ((), 2),
    ],
)
def test_4_needs_all_signs_and_3_half_of_them(kinds: tuple[str, ...], expected: int) -> None:
    """AC with growth not worse; 2 where the samples pass."""
    assert signs(*kinds) == expected


@pytest.mark.parametrize(
    ("kinds", "known", "expected"),
    [
        (("example", "approach", "answer"), {"crucial": 0}, 4),
        (("ask", "example", "approach"), {"followups": 0}, 4),
        (("example", "approach"), {"crucial": 0, "followups": 0}, 4),
        (("example",), {"crucial": 0, "followups": 0}, 3),
        (("example",), {"crucial": 0}, 2),
        (("example", "answer"), {"crucial": 0}, 3),
    ],
)
def test_a_package_without_questions_or_follow_ups_has_a_sign_less(
    kinds: tuple[str, ...], known: dict[str, int], expected: int
) -> None:
    """Where a package has no crucial questions or no follow-ups that sign is left out."""
    assert signs(*kinds, **known) == expected


@pytest.mark.parametrize(
    ("asked", "crucial", "expected"),
    [
        (["x"], 1, 4),
        (["x"], 2, 4),
        (["x"], 3, 3),
        (["x", "y"], 3, 4),
        (["x", "x"], 3, 3),
        ([None, None], 2, 3),
    ],
)
def test_half_of_the_crucial_questions_is_rounded_up(
    asked: list[str | None], crucial: int, expected: int
) -> None:
    """Questions: different crucial ones, half rounded up."""
    asks = [ask(1 + number / 10, one) for number, one in enumerate(asked)]
    rest = [example(), approach(), submit(), answer()]
    assert solving(*asks, *rest, crucial=crucial) == expected


def test_a_question_that_is_not_crucial_is_none_of_the_half() -> None:
    """Matched or not."""
    rest = [example(), approach(), submit(), answer()]
    assert solving(ask(1, "ids", crucial=False), *rest) == 3


@pytest.mark.parametrize("first", [run(0.5), submit(0.5, "CE"), submit(0.5, "IE")])
def test_signs_before_coding_are_before_the_first_run_or_submission(first: Line) -> None:
    """Questions, a right example and an approach count only before it; an answer at any time."""
    assert solving(first, ask(), example(), approach(), submit(), answer()) == 2
    early = [ask(0.1), example(0.2), approach(0.3)]
    assert solving(*early, first, submit(), answer(59)) == 4
    assert solving(answer(0.1), *early, first, submit()) == 4


def test_questions_count_only_before_the_rules_were_shown() -> None:
    """Questions only before `round_reveal`; examples and approaches after it too."""
    reveal = event(0.5, "round_reveal")
    assert solving(reveal, ask(), example(), approach(), submit(), answer()) == 3
    reveal = event(1.5, "round_reveal")
    assert solving(reveal, ask(), example(), approach(), submit(), answer()) == 4


@pytest.mark.parametrize("right", [False, None])
def test_an_example_must_be_predicted_right(right: bool | None) -> None:
    """A wrong one, or one outside the constraints, is no sign."""
    assert solving(ask(), example(right=right), approach(), submit(), answer()) == 3


@pytest.mark.parametrize(("characters", "expected"), [(39, 3), (40, 4)])
def test_an_approach_has_40_characters(characters: int, expected: int) -> None:
    """An approach of 40 characters."""
    rest = [ask(), example(), submit(), answer()]
    assert solving(approach(characters=characters), *rest) == expected
    assert solving(approach(2, 5), approach(characters=characters), *rest) == expected


@pytest.mark.parametrize(("characters", "expected"), [(19, 3), (20, 4)])
def test_an_answer_has_20_characters(characters: int, expected: int) -> None:
    """A follow-up's answer has 20 characters."""
    rest = [ask(), example(), approach(), submit()]
    assert solving(*rest, answer(characters=characters)) == expected
    assert solving(*rest, answer(), answer(13, 5)) == 4


@pytest.mark.parametrize(
    ("hints", "expected"),
    [([1], 3), ([1, 1], 3), ([1, 2], 2), ([], 4)],
)
def test_4_is_without_a_hint_and_3_with_one(hints: list[int], expected: int) -> None:
    """No hint; at most one hint. The same hint shown again is one."""
    shown = [event(4 + n / 10, "hint", n=number) for n, number in enumerate(hints)]
    assert level(perfect(*shown), "solving") == expected


def test_hints_after_the_first_ac_do_not_count() -> None:
    """Hints and the editorial count until the part's first AC."""
    later = [event(11, "hint", n=1), event(11, "hint", n=2), event(12, "editorial")]
    assert level(perfect(*later), "solving") == 4


def test_an_editorial_before_ac_is_a_1_whatever_else_was_done() -> None:
    """1: editorial opened, or neither."""
    assert level(perfect(event(4, "editorial")), "solving") == 1


def test_growth_worse_is_a_2() -> None:
    """4 and 3 need AC with growth not worse; the samples pass."""
    assert level(perfect(growth=WORSE), "solving") == 2
    assert level(perfect(growth=None), "solving") == 4


def test_2_is_for_the_samples_or_half_of_the_signs() -> None:
    """Neither is a 1."""
    assert solving(failure(10)) == 2
    assert solving(failure(10, "sample")) == 1
    assert solving(ask(), failure(10, "sample")) == 1
    assert solving(ask(), example(), failure(10, "sample")) == 2
    assert solving(ask(), example()) == 2
