"""What a package says for an interview: its clarifying questions, and follow-ups with answers."""

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from judge.records import dataclass

#: A follow-up's answer begins with its question in short: `- *Without recursion:* ...`
_LABEL = re.compile(r"\*[^*]+:\*\s*")


@dataclass(frozen=True, slots=True)
class Question:
    """What a candidate may ask before coding, and the answer.

    `words` tell that it was asked; `crucial` is one without which the wrong thing is coded.
    """

    ask: str
    words: tuple[str, ...]
    answer: str
    crucial: bool

    def heard_in(self, text: str) -> int:
        """Return how many of the words a person's text holds, in whatever case."""
        said = " ".join(text.casefold().split())
        return sum(word in said for word in self.words)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What may be asked after a right solution. A part that the pages lack is empty."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Interview:
    """What an interviewer listens for, answers before the coding, and asks after it."""

    listens: tuple[str, ...]
    questions: tuple[Question, ...]
    follow_ups: tuple[FollowUp, ...]

    def question_in(self, text: str) -> Question | None:
        """Return the question that a person's text asks, the one of most words; None for none."""
        heard = max(self.questions, key=lambda one: one.heard_in(text), default=None)
        return heard if heard is not None and heard.heard_in(text) else None


def interview_of(manifest: Mapping[str, Any], statement: str, editorial: str) -> Interview:
    """Return what a validated problem.toml and its pages say."""
    answers = (_LABEL.sub("", item, count=1) for item in section_items(editorial))
    pairs = zip_longest(section_items(statement), map(_capital, answers), fillvalue="")
    return Interview(
        listens=tuple(manifest["listens"]),
        questions=tuple(
            Question(one["ask"], tuple(one["words"]), one["answer"], one["crucial"])
            for one in manifest["questions"]
        ),
        follow_ups=tuple(FollowUp(question, answer) for question, answer in pairs),
    )


def section_items(page: str) -> Iterator[str]:
    """Yield the items of a page's section Follow-ups, in Markdown, each on one line."""
    section = page.partition("\n## Follow-ups\n")[2].partition("\n## ")[0]
    for item in re.split(r"^[-*] ", section, flags=re.MULTILINE)[1:]:
        yield " ".join(item.split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
