"""What the routes about practice take in and give out, as pydantic models."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, Field, field_validator

from judge.practice import Event, KnownSolution, Proposal, Queue, Rating, Recall, State
from judge.reports import Report, to_json
from judge.service.schemas.base import Answer, Body

_DIGEST = "9491822705df3fe4ee463df05a8aafe2fa771c9bb78473e4d6b638b11f831363"


class EventView(Answer):
    """One thing that a person did. `facts` depend on the kind; a host may hide some."""

    v: int
    id: str = Field(examples=["0123456789abcdef0123456789abcdef"])
    at: datetime
    offset: int = Field(description="minutes that the local time was ahead of UTC")
    kind: str = Field(examples=["submit"])
    problem: str | None
    version: str | None
    round: str | None
    source: str | None = Field(description="the SHA-256 of a text", examples=[_DIGEST])
    verdict: str | None = Field(examples=["AC"])
    facts: dict[str, Any]
    judge: str

    @staticmethod
    def of(event: Event) -> "EventView":
        return EventView.model_validate(event.to_json())

    def document(self) -> dict[str, Any]:
        # Facts hold what was typed, with lone surrogates at worst, which pydantic does not write.
        at = self.model_dump(mode="json", include={"at"})["at"]
        return {name: getattr(self, name) for name in type(self).model_fields} | {"at": at}


class HistoryPage(Answer):
    """A part of a history, newest first; `next` is the address of the part after it."""

    events: list[EventView]
    next: str | None

    def document(self) -> dict[str, Any]:
        return {"events": [event.document() for event in self.events], "next": self.next}


class HistoryAnswer(Answer):
    """One event, with the report and the text that it names, where these are kept."""

    event: EventView
    report: Report | None
    text: str | None

    def document(self) -> dict[str, Any]:
        report = to_json(self.report) if self.report is not None else None
        return {"event": self.event.document(), "report": report, "text": self.text}


class RecallView(Answer):
    """When a problem is due again, and what was seen of it last."""

    problem: str
    due: date
    likelihood: float = Field(ge=0, le=1, description="that it is remembered today")
    reviewed: date
    rating: Rating
    why: str = Field(description="what decided the rating", examples=["the growth was n^2"])

    @staticmethod
    def of(recall: Recall) -> "RecallView":
        return RecallView.model_validate(recall.to_json())


class DueAnswer(Answer):
    """The reviews of today: to do, for another day, done already, and not due yet."""

    today: date
    asked: list[RecallView]
    waiting: list[RecallView]
    done: list[RecallView]
    later: list[RecallView]

    @staticmethod
    def of(queue: Queue, today: date) -> "DueAnswer":
        return DueAnswer.model_validate({"today": today, **queue.to_json()})


class NextAnswer(Answer):
    """One problem to do next, and why; null where nothing is left for today."""

    problem: str | None
    kind: Literal["review", "new"] | None
    why: str

    @staticmethod
    def of(proposal: Proposal | None) -> "NextAnswer":
        nothing = {"problem": None, "kind": None, "why": "nothing is left for today"}
        return NextAnswer.model_validate(proposal.to_json() if proposal is not None else nothing)


class ProblemProgress(Answer):
    """How far one problem is. `attempts` counts submissions, `due_at` is its next review."""

    state: State
    attempts: int
    last_at: datetime
    best_ratio: float | None = Field(
        description="the least time over the reference's, of those accepted and measured on the "
        "interpreter of the last one"
    )
    due_at: date | None


class TopicProgress(BaseModel):
    """How many problems of a topic are solved, tried and new."""

    topic: str
    solved: int
    tried: int
    new: int


class ProgressAnswer(Answer):
    """What was done so far: by problem, of those that were touched; and runs and submissions a day.

    `due` are the problems to do again today, `mistakes` the verdicts of submissions that failed,
    and how many had each.
    """

    today: date
    problems: dict[str, ProblemProgress]
    days: dict[str, int]
    due: list[str]
    topics: list[TopicProgress]
    mistakes: dict[str, int]


class NewStart(Body):
    """That a person begins a problem. `rules`: its whole statement is shown, constraints too."""

    rules: bool = False


class StartAnswer(Answer):
    """What was begun, and the round that goes on and that it is a part of."""

    problem: str
    round: str | None


class NewHint(Body):
    """Which hint to open: by its number, or the next one where that is left out."""

    n: int | None = Field(default=None, ge=1, le=999, examples=[1])

    @field_validator("n", mode="before")
    @classmethod
    def _whole(cls, given: Any) -> Any:
        # To JSON Schema 1.0 is an integer.
        return int(given) if isinstance(given, float) and given.is_integer() else given


class HintAnswer(Answer):
    """A hint. `left` is how many are not open yet, `price` what it costs in the schedule."""

    problem: str
    n: int
    hint: str
    hint_count: int
    left: int
    price: str


class NewEditorial(Body):
    """Whether to tell how a problem is solved that is not solved yet."""

    yes: bool = False


class FollowUpView(Answer):
    """What may be asked after a right solution, and the answer."""

    question: str
    answer: str


class EditorialAnswer(Answer):
    """How a problem is solved: in Markdown, and as a tree of elements.

    A node of the tree is a text, or a list of tag, attributes and children.
    """

    problem: str
    editorial: str
    editorial_tree: list[Any]
    follow_ups: list[FollowUpView]


class NewSolutions(Body):
    """Whether to show how others solve what is not solved yet, and whose text to show."""

    yes: bool = False
    name: str | None = Field(default=None, max_length=200, examples=["euler_tour"])


class SolutionView(Answer):
    """An accepted solution of the package. `text` is there where it was asked for by its name."""

    name: str
    ratio: float | None = Field(
        description="its time over the reference's, where a submission of the caller's was timed"
    )
    growth: str | None = Field(description="the class of time that it declares", examples=["n"])
    idea: str
    text: str | None

    @staticmethod
    def of(one: KnownSolution, *, whole: bool) -> "SolutionView":
        text = one.text if whole else None
        return SolutionView(
            name=one.name, ratio=one.ratio, growth=one.growth, idea=one.idea, text=text
        )


class SolutionsAnswer(Answer):
    """How others solve a problem, the fastest first."""

    problem: str
    solutions: list[SolutionView]
