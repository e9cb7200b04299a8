"""Answers to written questions: the page that one is written on, and the event that keeps it."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from judge import __version__
from judge.practice.curriculum.questions import WrittenQuestion
from judge.practice.event import Event, new_event


def last_answers(events: Iterable[Event]) -> dict[str, Event]:
    """Return the last answer to each question that was answered, by the question's id."""
    named = ((one.facts.get("id"), one) for one in events if one.kind == "question")
    return {id_: one for id_, one in named if isinstance(id_, str)}


def page_of(question: WrittenQuestion, before: str = "") -> str:
    """Return the page to write on: the question, then the last answer or the parts of one."""
    parts = "".join(f"## {heading}\n\n" for heading in question.headings)
    return f"{_asked(question)}\n\n{before or parts}"


def answer_on(page: str, question: WrittenQuestion) -> str:
    """Return what was written on a page, without the question; empty for headings alone."""
    text = page.replace("\r\n", "\n").removeprefix(_asked(question)).strip()
    headings = {f"## {heading}" for heading in question.headings}
    own = [line for line in text.splitlines() if line.strip() and line.strip() not in headings]
    return f"{text}\n" if own else ""


def answer_event(
    question: WrittenQuestion, text: bytes, minutes: float | None, *, now: datetime | None = None
) -> Event:
    """Return the event of an answer; how long it took is None where nobody watched."""
    digest = hashlib.sha256(text).hexdigest()
    facts = {"id": question.id, "sha": digest, "minutes": minutes}
    return new_event("question", now=now, source=digest, facts=facts, judge=__version__)


def _asked(question: WrittenQuestion) -> str:
    return f"> {question.question}"
