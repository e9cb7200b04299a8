"""What a package says for an interview: read from problem.toml and its pages, or told as faulty."""

from pathlib import Path
from typing import Any

import pytest

from judge.errors import ProblemError
from judge.problems import FollowUp, Interview, Question
from judge.testing import QUESTIONS
from tests.packages import largest

ASK = {"ask": "May values repeat?", "words": ["repeat", "unique"], "answer": "Yes."}


def test_questions_and_what_is_listened_for_are_read(tmp_path: Path) -> None:
    """Crucial is what says so."""
    asked = [ASK, {**ASK, "ask": "Is it unique?", "crucial": True}]
    interview = largest(tmp_path, questions=asked, listens=["asks"]).interview
    assert interview.listens == ("asks",)
    assert interview.questions == (
        Question("May values repeat?", ("repeat", "unique"), "Yes.", crucial=False),
        Question("Is it unique?", ("repeat", "unique"), "Yes.", crucial=True),
    )


@pytest.mark.parametrize(
    ("changes", "field", "words", "mend"),
    [
        ({"ask": ""}, "ask", "at least 1 character", "Write it"),
        ({"answer": None}, "answer", "required", "Add the field"),
        ({"words": []}, "words", "at least 1 item", "Add at least one"),
        ({"words": ["order"]}, "words", "none of these stands in", "Add a word"),
        (
            {"words": ["Repeat"]},
            "words.0",
            "'Repeat' is no text of 3 small letters",
            "Change the value",
        ),
        (
            {"words": ["repeat", "of"]},
            "words.1",
            "'of' is no text of 3 small letters",
            "Change the value",
        ),
        (
            {"words": [" repeat"]},
            "words.0",
            "' repeat' is no text of 3 small letters",
            "Change the value",
        ),
        ({"crucial": 1}, "crucial", "valid boolean", "Change the value"),
        ({"id": "repeat"}, "id", "not permitted", "Remove the field"),
    ],
)
def test_a_faulty_question_is_told_with_its_field_and_what_to_do(
    changes: dict[str, Any], field: str, words: str, mend: str, tmp_path: Path
) -> None:
    """In problem.toml, by its number; the others are no fault."""
    question = {key: value for key, value in {**ASK, **changes}.items() if value is not None}
    with pytest.raises(ProblemError) as caught:
        largest(tmp_path, questions=[*QUESTIONS, question])
    [fault] = caught.value.faults
    assert fault.path.endswith("largest/problem.toml")
    assert fault.field == f"questions.{len(QUESTIONS)}.{field}"
    assert words in fault.reason
    assert fault.mend.startswith(mend)


def test_an_empty_thing_to_listen_for_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match=r"listens\.1: "):
        largest(tmp_path, listens=["asks", ""])


def test_a_question_is_found_in_a_persons_words() -> None:
    """The one of most words, in any case and spacing; of none, none."""
    repeat = Question("", ("repeat", "same value"), "", crucial=True)
    order = Question("", ("order", "repeated order"), "", crucial=True)
    interview = Interview((), (repeat, order), ())
    assert interview.question_in("May it hold the SAME\n value?") is repeat
    assert interview.question_in("Is a repeated order possible?") is order
    assert interview.question_in("How large is it?") is None
    assert Interview((), (), ()).question_in("How large is it?") is None


PAGE = "# A\n\n## Follow-ups\n\n{}\n\n## Last\n\n- none\n"


@pytest.mark.parametrize(
    ("asked", "answered", "pairs"),
    [
        ("", "", []),
        (
            "- What if `n` is\n  huge?\n* And faster?",
            "- *Huge:* a *plain*\n  stream.\n- with a heap.",
            [("What if `n` is huge?", "A *plain* stream."), ("And faster?", "With a heap.")],
        ),
        ("- One?\n- Two?", "- *One:* `yes`.", [("One?", "`yes`."), ("Two?", "")]),
        ("- One?", "- *One:* yes.\n- *Two:* no.", [("One?", "Yes."), ("", "No.")]),
    ],
)
def test_follow_ups_are_paired_with_their_answers(
    asked: str, answered: str, pairs: list[tuple[str, str]], tmp_path: Path
) -> None:
    """By their order; the short question before an answer is left out."""
    pages = {"statement.md": PAGE.format(asked), "editorial.md": PAGE.format(answered)}
    found = largest(tmp_path, files=pages).interview.follow_ups
    assert found == tuple(FollowUp(*pair) for pair in pairs)
