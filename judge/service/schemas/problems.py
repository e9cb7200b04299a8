"""What the routes of problems take in and give out, as pydantic models."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from pydantic import BaseModel, Field

from judge.problems import FoundBy, Problem
from judge.service.schemas.base import Answer, Body
from judge.service.schemas.text_tree import text_tree
from judge.values import Interface, Shape, escape


class NewQuestion(Body):
    """A file whose problem is asked for."""

    path: str = Field(max_length=4096, examples=["lca/solution.py"])
    head: str = Field(
        default="",
        description="the beginning of its text: the first twenty lines are enough",
        examples=["# judge: lca\n"],
    )


class FoundAnswer(Answer):
    """The problem of a file, and what told it."""

    problem: str = Field(examples=["lca"])
    found_by: FoundBy


class ProblemLine(BaseModel):
    """One problem of a list."""

    slug: str
    title: str
    difficulty: str
    kind: str
    topic: str | None
    tags: list[str]
    signature: str
    version: str

    @staticmethod
    def of(problem: Problem) -> "ProblemLine":
        return ProblemLine(
            slug=problem.slug,
            title=problem.title,
            difficulty=problem.difficulty,
            kind=problem.kind.name,
            topic=problem.topic,
            tags=list(problem.tags),
            signature=problem.signature(),
            version=problem.version,
        )


class ProblemList(Answer):
    """Every problem of this host."""

    problems: list[ProblemLine]


class SampleView(BaseModel):
    """One sample, in the JSON forms of the contract.

    `texts` are the arguments as Python writes them: a browser reads 5.0 as 5.
    """

    arguments: dict[str, Any]
    texts: dict[str, str]
    expected: Any
    explanation: str


class QuestionView(BaseModel):
    """What a candidate may ask before coding. The statement's constraints answer it."""

    ask: str
    crucial: bool


class ParameterView(BaseModel):
    """One parameter: its type as people write it, and how its value stands in JSON."""

    name: str
    type: str
    shape: Shape
    of: str | None


class MethodView(BaseModel):
    """One method of a class problem."""

    name: str
    parameters: list[ParameterView]
    returns: str


class InterfaceView(BaseModel):
    """What a submission must define. `parameters` of a class are its constructor's."""

    kind: str
    names: list[str]
    parameters: list[ParameterView]
    returns: str
    returns_shape: Shape
    methods: list[MethodView]

    @staticmethod
    def of(interface: Interface) -> "InterfaceView":
        # A kind's own table may hold what candidates must not see.
        return InterfaceView.model_validate(
            {name: given for name, given in asdict(interface).items() if name != "own"}
        )


class ProblemView(ProblemLine, Answer):
    """One problem as a candidate sees it. The editorial and the hidden cases stay here."""

    #: The language of the starter, and of a submission that names none.
    language: str
    statement: str
    #: A node is a text, or a list of its tag, attributes and children.
    statement_tree: list[Any]
    starter: str
    #: Those that the caller has opened.
    hints: list[str]
    hint_count: int
    questions: list[QuestionView]
    #: What an interviewer listens for.
    listens: list[str]
    samples: list[SampleView]
    complexity: dict[str, str]
    memory_bytes: int
    interface: InterfaceView
    leetcode: int | None

    @staticmethod
    def of(problem: Problem, opened: Collection[int] = ()) -> "ProblemView":
        """Return what is shown of a problem, with the hints of these numbers, from 1."""
        samples = [
            SampleView(
                arguments=s.arguments,
                texts={name: escape(repr(value), 20_000) for name, value in s.arguments.items()},
                expected=s.expected,
                explanation=s.explanation,
            )
            for s in problem.samples
        ]
        interview = problem.interview
        return ProblemView(
            **ProblemLine.of(problem).model_dump(),
            language=problem.language.name,
            statement=problem.statement,
            statement_tree=text_tree(problem.statement),
            starter=problem.starter,
            hints=[hint for n, hint in enumerate(problem.hints, 1) if n in opened],
            hint_count=len(problem.hints),
            questions=[QuestionView(ask=q.ask, crucial=q.crucial) for q in interview.questions],
            listens=list(interview.listens),
            samples=samples,
            complexity={"time": problem.complexity.time, "space": problem.complexity.space},
            memory_bytes=problem.memory_bytes,
            interface=InterfaceView.of(problem.interface),
            leetcode=problem.leetcode,
        )
