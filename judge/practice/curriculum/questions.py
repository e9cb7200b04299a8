"""Written questions: what is asked beside the code, with what a good answer covers.

The questions are data. A person compares their answer with the points; the judge never scores it.
"""

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from judge.errors import Fault, UsageError
from judge.practice.curriculum.shipped import (
    Rule,
    ShippedError,
    are_texts,
    faults_of,
    is_text,
    read_toml,
)
from judge.records import dataclass
from judge.values import escape

FOLDER = Path(__file__).parents[1] / "questions"
KINDS = ("behavioural", "knowledge", "design")
#: The parts of a day of interviews, in their order.
PARTS = ("screening", "design", "coding", "leadership", "manager")
#: How many ids are told that a mistyped one is near to.
MOST_NEAR = 3
STORY = ("Situation", "Task", "Action", "Result")
DESIGN = (
    "Questions I would ask",
    "Numbers",
    "Interface",
    "Data",
    "Growth",
    "Failure",
    "Trade-offs",
)


@dataclass(frozen=True, slots=True)
class WrittenFollowUp:
    """What an interviewer asks after an answer, and what the next one covers."""

    ask: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenQuestion:
    """A question that is answered in writing.

    `problems` are the slugs of packages that have its core as code. A `story` is told from one's
    own past.
    """

    id: str
    kind: str
    part: str
    question: str
    points: tuple[str, ...]
    pitfalls: tuple[str, ...]
    follow_ups: tuple[WrittenFollowUp, ...] = ()
    problems: tuple[str, ...] = ()
    story: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """The parts of an answer, in the order in which they are told; empty for free ones."""
        return STORY if self.story else DESIGN if self.kind == "design" else ()


def load_questions(folder: Path = FOLDER) -> tuple[WrittenQuestion, ...]:
    """Return the questions of all files of a folder. Raises `ShippedError` with all faults."""
    found: list[WrittenQuestion] = []
    faults: list[Fault] = []
    places: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        for place, table, wrong in _entries(path):
            faults += wrong
            if not wrong:
                if place in places:
                    reason = f"is in {places[place]} already"
                    faults.append(Fault(path.name, place, reason, "Rename one"))
                places[place] = path.name
                found.append(_question(table))
    if not found and not faults:
        faults.append(Fault(str(folder), "", "holds no questions", "Install the judge again"))
    if faults:
        raise ShippedError(faults)
    return tuple(sorted(found, key=lambda one: KINDS.index(one.kind)))


def find_question(id_: str, questions: Sequence[WrittenQuestion]) -> WrittenQuestion:
    """Return the question of an id. Raises `UsageError` with the nearest ones."""
    wanted = id_.replace("_", "-")
    known = {one.id: one for one in questions}
    if wanted in known:
        return known[wanted]
    near = difflib.get_close_matches(wanted, known, n=MOST_NEAR)
    like = f"did you mean {' or '.join(near)}?" if near else "`judge question` lists them"
    raise UsageError(f"there is no question {escape(id_, 60)}; {like}")


def _entries(path: Path) -> Iterator[tuple[str, dict[str, Any], list[Fault]]]:
    """Yield each entry of a file with its name and its faults."""
    try:
        table = read_toml(path)
    except ShippedError as error:
        yield "", {}, list(error.faults)
        return
    wrong = list(faults_of(table, _FILE, path))
    if wrong:
        yield "", {}, wrong
        return
    for number, entry in enumerate(table["questions"], 1):
        id_ = entry.get("id") if isinstance(entry, dict) else None
        place = id_ if isinstance(id_, str) and id_ else f"question {number}"
        wrong = list(faults_of(entry, _QUESTION, path, place))
        if not wrong:
            for follow_up in entry.get("follow_ups", ()):
                wrong += faults_of(follow_up, _FOLLOW_UP, path, f"{place}: follow-up")
        yield place, entry, wrong


def _question(entry: dict[str, Any]) -> WrittenQuestion:
    texts = {name: entry[name] for name in ("id", "kind", "part", "question")}
    follow_ups: Sequence[dict[str, Any]] = entry.get("follow_ups", ())
    return WrittenQuestion(
        **texts,
        points=tuple(entry["points"]),
        pitfalls=tuple(entry["pitfalls"]),
        follow_ups=tuple(WrittenFollowUp(one["ask"], tuple(one["points"])) for one in follow_ups),
        problems=tuple(entry.get("problems", ())),
        story=entry.get("story", False),
    )


def _is_list(value: object) -> bool:
    return isinstance(value, list) and bool(value)


def _one_of(words: Sequence[str]) -> Rule:
    return Rule(f"one of {', '.join(words)}", lambda value: value in words)


_FILE = {"questions": Rule("questions, as [[questions]]", _is_list)}
_QUESTION = {
    "id": Rule("a text", is_text),
    "kind": _one_of(KINDS),
    "part": _one_of(PARTS),
    "question": Rule("a text on one line", is_text),
    "points": Rule("4 to 8 different texts", lambda value: are_texts(value, 4, 8)),
    "pitfalls": Rule("3 to 5 different texts", lambda value: are_texts(value, 3, 5)),
    "follow_ups": Rule("follow-ups, as [[questions.follow_ups]]", _is_list, optional=True),
    "problems": Rule("a list of different slugs", are_texts, optional=True),
    "story": Rule("true or false", lambda value: isinstance(value, bool), optional=True),
}
_FOLLOW_UP = {
    "ask": Rule("a text on one line", is_text),
    "points": Rule("2 or 3 different texts", lambda value: are_texts(value, 2, 3)),
}
