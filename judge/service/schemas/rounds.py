"""What the routes of rounds take in and give out, as pydantic models."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from judge.practice import Card, PartKind, RoundState
from judge.problems import TOPICS
from judge.service.schemas.base import Answer, Body, check_json
from judge.values import escape

#: Characters of a sentence of a card, which may hold what was typed.
MOST_SENTENCE = 1_000

Text = Annotated[str, Field(min_length=1, max_length=20_000, examples=["May values repeat?"])]
Slug = Annotated[str, Field(max_length=64, examples=["lca"])]
Topic = Annotated[str, Field(json_schema_extra={"enum": [*TOPICS]})]
Term = Annotated[str | None, Field(max_length=200, examples=["O(n)"])]


class NewRound(Body):
    """What a round shall be. Where `problems` are named, none is drawn."""

    minutes: Annotated[int, Field(ge=5, le=240)] = 60
    count: Annotated[int, Field(ge=1, le=4)] = 2
    problems: Annotated[list[Slug], Field(min_length=1, max_length=6)] | None = None
    topics: list[Topic] = Field(default=[], max_length=20)
    extra: list[Literal["debug", "tests"]] = Field(default=[], alias="with", max_length=2)
    seed: Annotated[int, Field(ge=0, lt=2**53)] | None = None

    @field_validator("topics")
    @classmethod
    def _are_topics(cls, given: list[str]) -> list[str]:
        unknown = [one for one in given if one not in TOPICS]
        if unknown:
            raise ValueError(f"topics: {', '.join(TOPICS)}")
        return given

    @field_validator("minutes", "count", "seed", mode="before")
    @classmethod
    def _whole(cls, given: Any) -> Any:
        # To JSON Schema 1.0 is an integer.
        return int(given) if isinstance(given, float) and given.is_integer() else given


class InPart(Body):
    """The part that is meant; the one opened last where it is left out."""

    part: Slug | None = None


class NewAsk(InPart):
    """A clarifying question."""

    text: Text


class NewExample(InPart):
    """An input, and the answer that is predicted by hand."""

    arguments: dict[str, Any] = Field(examples=[{"root": [3, 5, 1], "p": 5, "q": 1}])
    predicted: Any = Field(examples=[3])

    @field_validator("arguments", "predicted")
    @classmethod
    def _is_json(cls, given: Any) -> Any:
        check_json(given)
        return given


class NewApproach(InPart):
    """What is about to be coded, and what it costs."""

    text: Text
    time: Term = None
    space: Term = None


class NewAnswer(InPart):
    """The answer to the follow-up that is open."""

    text: Text


class PartView(Answer):
    """One part; `opened` is when, null before that."""

    slug: str
    kind: PartKind
    minutes: int
    must: bool
    opened: str | None


class EvidenceView(BaseModel):
    """What one part says of a criterion, in sentences."""

    part: str
    level: int
    sentences: list[str]


class AdviceView(BaseModel):
    """A thing to practise, and the command that does."""

    words: str
    command: str


class CardView(Answer):
    """A scorecard: a level from 1 to 4 of each criterion, null where it is not judged.

    `evidence` says why, by criterion and part; `doubts` why it is no surer.
    """

    levels: dict[str, int | None]
    sure: dict[str, str | None]
    leans: str | None
    told: list[str]
    evidence: dict[str, list[EvidenceView]]
    doubts: dict[str, list[str]]
    practise: list[AdviceView]

    @staticmethod
    def of(card: Card) -> "CardView":
        """Return what is shown of a card."""
        return CardView(
            **card.to_json(),
            evidence={
                one.name: [
                    EvidenceView(
                        part=part,
                        level=finding.level,
                        sentences=[
                            escape(sentence, MOST_SENTENCE) for sentence in finding.evidence
                        ],
                    )
                    for part, finding in one.findings
                ]
                for one in card.criteria
            },
            doubts={one.name: [doubt.value for doubt in one.doubts] for one in card.criteria},
            practise=[
                AdviceView(
                    words=escape(one.words, MOST_SENTENCE),
                    command=escape(one.command, MOST_SENTENCE),
                )
                for one in card.practise
            ],
        )


class RoundAnswer(Answer):
    """A round as it is `now`, by the server's clock. `card` comes after its end, when it is made.

    `left` are the seconds that are left, and `current` is the part opened last. The other fields
    answer a command: the `statement` of a part that was opened, without its rules, and as a tree;
    the `rules`, likewise; the `reply` to a question, null where none is known; whether a prediction
    is `right` and what is `expected`; and the follow-up `question` that is open.
    """

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    id: str
    state: RoundState
    started_at: str
    deadline: str
    now: str
    parts: list[PartView]
    left: int = 0
    current: str | None = None
    card: CardView | None = None
    statement: str | None = None
    statement_tree: list[Any] | None = None
    rules: str | None = None
    rules_tree: list[Any] | None = None
    reply: str | None = None
    right: bool | None = None
    expected: Any = None
    question: str | None = None


class RoundList(Answer):
    """The rounds of the caller, newest first, without their cards."""

    rounds: list[RoundAnswer]
