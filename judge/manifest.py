"""problem.toml as an author writes it: validated here, converted once to plain records."""

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from judge.interface import Interface, Kind, Method, Parameter, Shape

Identifier = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
Text = Annotated[str, Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ParameterEntry(_Strict):
    """One parameter of the entry or of a method."""

    name: Identifier
    type: Text
    shape: Shape = Shape.JSON
    of: str | None = None

    def parameter(self) -> Parameter:
        return Parameter(self.name, self.type, self.shape, self.of)


class MethodEntry(_Strict):
    """One method of a class problem."""

    name: Identifier
    returns: Text = "None"
    parameters: list[ParameterEntry] = []


class Entry(_Strict):
    """The entry point."""

    kind: Kind
    names: Annotated[list[Identifier], Field(min_length=1)]
    returns: Text = "None"
    returns_shape: Shape = Shape.JSON
    parameters: list[ParameterEntry] = []
    methods: list[MethodEntry] = []

    @field_validator("names")
    @classmethod
    def _different(cls, names: list[str]) -> list[str]:
        folded = [name.replace("_", "").casefold() for name in names]
        if len(set(folded)) != len(folded):
            raise ValueError("two names are the same without case and underscores")
        return names

    @model_validator(mode="after")
    def _consistent(self) -> "Entry":
        names = [p.name for p in self.parameters]
        if len(set(names)) != len(names):
            raise ValueError("two parameters have the same name")
        trees = {p.name for p in self.parameters if p.shape is Shape.TREE}
        for parameter in self.parameters:
            if parameter.shape is Shape.NODE and parameter.of not in trees:
                raise ValueError(f"parameter {parameter.name}: `of` must name a tree parameter")
        if self.kind is Kind.CLASS and not self.methods:
            raise ValueError("a class problem has methods")
        if self.kind is Kind.FUNCTION and self.methods:
            raise ValueError("a function problem has no methods")
        return self

    def interface(self) -> Interface:
        """Return the entry as the rest of the judge knows it."""
        return Interface(
            kind=self.kind,
            names=tuple(self.names),
            parameters=tuple(p.parameter() for p in self.parameters),
            returns=self.returns,
            returns_shape=self.returns_shape,
            methods=tuple(
                Method(m.name, tuple(p.parameter() for p in m.parameters), m.returns)
                for m in self.methods
            ),
        )


class ComplexityEntry(_Strict):
    """What the reference costs, as people write it."""

    time: Text
    space: Text


class LimitsEntry(_Strict):
    """Limits: the time limit is `max(floor_seconds, time_factor x reference)`."""

    memory_mib: Annotated[int, Field(gt=0, le=16 * 1024)] = 256
    time_factor: Annotated[float, Field(ge=1, le=1000)] = 10.0
    floor_seconds: Annotated[float, Field(gt=0, le=60)] = 1.0


class SampleEntry(_Strict):
    """One example of the statement. JSON in strings: TOML has no null."""

    arguments: Text
    expected: Text
    explanation: str = ""

    @field_validator("arguments", "expected")
    @classmethod
    def _json(cls, text: str) -> str:
        json.loads(text)
        return text

    @property
    def given(self) -> Any:
        return json.loads(self.arguments)


class Manifest(_Strict):
    """The whole of problem.toml."""

    title: Text
    difficulty: Literal["easy", "medium", "hard"]
    tags: list[Text]
    checker: Literal["equal", "any-order", "custom"] = "equal"
    hints: list[Text] = []
    complexity: ComplexityEntry
    limits: LimitsEntry = LimitsEntry()
    entry: Entry
    samples: Annotated[list[SampleEntry], Field(min_length=1)]

    @model_validator(mode="after")
    def _samples_fit(self) -> "Manifest":
        class_problem = self.entry.kind is Kind.CLASS
        wanted = {"calls", "arguments"} if class_problem else {p.name for p in self.entry.parameters}
        for number, sample in enumerate(self.samples):
            given = sample.given
            if not isinstance(given, dict) or set(given) != wanted:
                names = ", ".join(sorted(wanted))
                raise ValueError(f"samples.{number}: arguments must be an object of {names}")
        return self
