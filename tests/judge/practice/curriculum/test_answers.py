"""The page that an answer is written on, and the event that keeps it."""

import hashlib

import pytest

from judge.practice import (
    WrittenQuestion,
    answer_event,
    answer_on,
    last_answers,
    load_questions,
    new_event,
    page_of,
)

QUESTIONS = {one.id: one for one in load_questions()}
STORY, FREE = QUESTIONS["failure"], QUESTIONS["cap"]


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_page_on_which_nothing_was_written_is_no_answer(question: WrittenQuestion) -> None:
    """Headings are ours."""
    assert answer_on(page_of(question), question) == ""
    assert answer_on(page_of(question) + "\n \n", question) == ""
    assert answer_on("", question) == ""


def test_what_was_written_is_the_answer_and_begins_the_next_page() -> None:
    """The question above it is ours, and its parts stay where they are."""
    page = page_of(STORY).replace("## Task\n", "## Task\n\nTo mend it.")
    answer = answer_on(page.replace("\n", "\r\n"), STORY)
    assert answer.startswith("## Situation\n")
    assert "## Task\n\nTo mend it.\n" in answer
    assert answer_on(page_of(STORY, answer), STORY) == answer
    assert answer_on("All of it is mine.", FREE) == "All of it is mine.\n"


def test_an_answers_event_names_question_text_and_minutes() -> None:
    """It is about no problem: `slow-query` is the name of one too."""
    event = answer_event(QUESTIONS["slow-query"], b"The plan first.\n", 2.5)
    digest = hashlib.sha256(b"The plan first.\n").hexdigest()
    assert (event.kind, event.problem, event.source) == ("question", None, digest)
    assert event.facts == {"id": "slow-query", "sha": digest, "minutes": 2.5}


def test_the_last_answer_to_each_question_counts() -> None:
    first, last = answer_event(FREE, b"A\n", None), answer_event(FREE, b"B\n", None)
    wrong: list[object] = [None, [], 3]
    odd = [first._replace(facts={"id": id_}) for id_ in wrong]
    assert last_answers([first, *odd, last, new_event("note")]) == {"cap": last}
