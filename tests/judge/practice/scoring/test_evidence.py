"""What a card says in sentences: the evidence of each level, and what would raise it."""

import pytest

from judge.practice.criteria.finding import Doubt, Finding
from judge.practice.scoring.scorecard import Card
from tests.judge.practice.round_events import (
    WORSE,
    Line,
    approach,
    ask,
    card,
    event,
    failure,
    part,
    perfect,
    start,
    submit,
)


def poor() -> Card:
    """Return the card of a round in which much went wrong; part c was never opened."""
    parts = [part("a", must=True), part("b"), part("c", must=True)]
    parts += [part("d", "debug"), part("e", "tests")]
    suite = {"caught": 8, "known": 10, "false_alarms": 1}
    events: list[Line] = [
        start(*parts),
        ask(),
        approach(2, 10, time="O(n^2)", space=None),
        event(3, "hint", n=1),
        event(3.5, "hint", n=2, last=True),
        failure(5),
        failure(6),
        submit(7, "CE"),
        submit(35, growth=WORSE, runtime={"low": 3.0}, declared=None),
        event(36, "round_open", slug="b"),
        event(37, "editorial", slug="b"),
        failure(38, slug="b"),
        event(40, "round_open", slug="d"),
        submit(41, "WA", "d"),
        submit(42, slug="d", mend={"changed": 5, "smallest": 1}),
        event(43, "round_open", slug="e"),
        submit(44, "WA", "e", tests=suite),
    ]
    return card(*events, quality={"a35": ["B006", "C901"], "b38": []}, space={"a": False})


def findings(found: Card, name: str) -> dict[str, Finding]:
    return next(dict(one.findings) for one in found.criteria if one.name == name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "coding",
            [
                "Accepted after no failures and no slips (CE), in 10 of 40 minutes.",
                "Its time grows like n, not worse than the reference's n.",
            ],
        ),
        (
            "clean",
            [
                "The last accepted text has no quality points.",
                "The low end of its ratio to the reference's time is 1.00.",
            ],
        ),
        (
            "solving",
            [
                "1 of 2 crucial questions asked before coding.",
                "An example predicted right before coding.",
                "An approach of 40 characters written before coding.",
                "A follow-up answered.",
                "No hints opened before it was accepted.",
            ],
        ),
        (
            "complexity",
            [
                "Before coding the time was declared as O(n), which agrees.",
                "In the end the source declares n, which agrees.",
                "It was measured to grow like n.",
                "Space was declared as O(1) and agrees.",
            ],
        ),
        (
            "testing",
            [
                "3 own inputs before the first submission.",
                "They catch 40% of 5 known wrong solutions.",
                "No submissions made blindly, without a run before them.",
                "Accepted, after no failures.",
            ],
        ),
    ],
)
def test_the_evidence_of_a_perfect_round(name: str, expected: list[str]) -> None:
    """Sentences that a person can check."""
    assert list(findings(perfect(), name)["a"].evidence) == expected


@pytest.mark.parametrize(
    ("name", "slug", "level", "expected"),
    [
        (
            "coding",
            "a",
            2,
            [
                "Accepted after 2 failures and 1 slip (CE), in 35 of 40 minutes.",
                "Its time grows like n^2, worse than the reference's n.",
                "The last hint was opened before it was accepted.",
            ],
        ),
        (
            "coding",
            "b",
            2,
            [
                "Not accepted, after 1 failure and no slips (CE); the samples passed.",
                "The editorial was opened before it was accepted.",
            ],
        ),
        ("coding", "c", 1, ["It had to be solved and was never opened."]),
        (
            "clean",
            "a",
            2,
            [
                "The last accepted text has 5 quality points (B006 3, C901 2).",
                "The low end of its ratio to the reference's time is 3.00.",
                "Its growth is worse than the reference's.",
            ],
        ),
        ("clean", "b", 3, ["The last text that passed the samples has no quality points."]),
        (
            "solving",
            "a",
            2,
            [
                "1 of 2 crucial questions asked before coding.",
                "No example predicted right before coding.",
                "An approach of 10 characters written before coding.",
                "No follow-up answered.",
                "2 hints opened before it was accepted.",
                "Its growth is worse than the reference's.",
            ],
        ),
        (
            "solving",
            "b",
            1,
            [
                "No example predicted right before coding.",
                "No approach written before coding.",
                "No hints opened before it was accepted.",
                "The editorial was opened before it was accepted.",
                "It was not accepted.",
            ],
        ),
        ("solving", "c", 1, ["It had to be tried and was never opened."]),
        (
            "complexity",
            "a",
            2,
            [
                "Before coding the time was declared as O(n^2), which agrees.",
                "It was measured to grow like n^2.",
                "Space was declared and is refuted.",
            ],
        ),
        (
            "complexity",
            "b",
            1,
            [
                "No time was declared before coding.",
                "No time was declared in the end.",
                "The time was not measured.",
                "No space was declared.",
            ],
        ),
        (
            "testing",
            "a",
            1,
            [
                "No own inputs before the first submission.",
                "They catch 40% of 5 known wrong solutions.",
                "3 submissions made blindly, without a run before them.",
                "Accepted, after 2 failures.",
            ],
        ),
        (
            "testing",
            "b",
            1,
            [
                "No own inputs before the first submission.",
                "1 submission made blindly, without a run before it.",
                "Not accepted, after 1 failure.",
            ],
        ),
        ("testing", "d", 3, ["Accepted after 1 failure.", "It changes 5 lines; 1 would do."]),
        (
            "testing",
            "e",
            2,
            [
                "The last suite catches 8 of 10 wrong implementations.",
                "It has 1 false alarm on right ones.",
            ],
        ),
    ],
)
def test_the_evidence_of_a_poor_round(
    name: str, slug: str, level: int, expected: list[str]
) -> None:
    """Each part says for itself what was seen."""
    found = findings(poor(), name)[slug]
    assert (found.level, list(found.evidence)) == (level, expected)


@pytest.mark.parametrize(
    ("name", "slug", "expected"),
    [
        (
            "coding",
            "a",
            ["judge bench a a.py", "judge start a", "judge run a a.py", "judge start a"],
        ),
        ("coding", "b", ["judge start b", "judge start b"]),
        ("clean", "a", ["ruff check --select B006,C901 a.py", "judge bench a a.py"]),
        ("clean", "b", ["judge submit b b.py"]),
        ("solving", "a", ["judge round start"] * 3 + ["judge start a"] * 2),
        ("complexity", "a", ["judge bench a a.py", "judge start a"]),
        ("complexity", "b", ["judge bench b b.py"] + ["judge round start"] * 2 + ["judge start b"]),
        ("testing", "a", ["judge run a a.py"] * 3),
        ("testing", "d", ["judge start d"]),
        ("testing", "e", ["judge submit e e.py"]),
    ],
)
def test_what_would_raise_a_level(name: str, slug: str, expected: list[str]) -> None:
    """A command for each thing that the next level lacks, and for nothing else."""
    assert [advice.command for advice in findings(poor(), name)[slug].raises] == expected


def test_parts_with_nothing_handed_in_say_so() -> None:
    """Opened, and that was all."""
    debug = findings(card(start(part("a", "debug"))), "testing")["a"]
    assert debug.evidence == ("It was opened and nothing was handed in.",)
    tests = findings(card(start(part("a", "tests"))), "testing")["a"]
    assert [advice.command for advice in tests.raises] == ["judge start a"]
    problem = card(start())
    assert findings(problem, "coding")["a"].evidence == ("It was opened and never submitted.",)
    assert "Nothing was submitted." in findings(problem, "testing")["a"].evidence


def test_doubts_are_named_as_they_are() -> None:
    """A text that was not accepted is one of itself, not for want of a measured growth."""
    doubts = {one.name: one.doubts for one in poor().criteria}
    assert doubts["clean"] == (Doubt.NOT_ACCEPTED,)
    assert doubts["testing"] == (Doubt.NO_KNOWN,)
    assert doubts["coding"] == doubts["solving"] == doubts["complexity"] == ()
    unmeasured = {one.name: one.doubts for one in perfect(growth=None).criteria}
    assert unmeasured["clean"] == unmeasured["complexity"] == (Doubt.UNMEASURED,)


def test_a_time_that_is_refuted_or_unknown_is_told() -> None:
    """The last approach's, where the source says nothing."""
    later = approach(20, time="O(n^2)", space=None)
    found = findings(perfect(later, declared=None), "complexity")["a"]
    assert "In the end the last approach says O(n^2), which the measurement refutes." in (
        found.evidence
    )
    assert found.raises[0].words == "Find out why a does not grow like O(n^2)"
    unknown = findings(perfect(growth=None), "complexity")["a"]
    assert "In the end the source declares n, which could not be compared." in unknown.evidence
