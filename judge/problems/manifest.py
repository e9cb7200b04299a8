"""Validate problem.toml as an author writes it, for conversion to plain records."""

import json
import keyword
import re
from collections.abc import Iterable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from judge.kinds import KINDS, Flaw, Kind
from judge.problems.topics import TOPICS
from judge.records import replace
from judge.values import Interface, Shape


def _identifier(text: str) -> str:
    if not text.isidentifier() or not text.isascii() or keyword.iskeyword(text):
        raise ValueError(f"{text!r} is no name that Python code can use")
    return text


def _line(text: str) -> str:
    if not text.isprintable() or len(text) > MOST_LINE:
        raise ValueError(f"it is no line of {MOST_LINE} printable characters at most")
    return text


def _file_name(name: str) -> str:
    if not SLUG.fullmatch(name) or len(name) > 128:
        raise ValueError(f"{name[:200]!r} is no name in small letters, digits and single hyphens")
    return name


def _kind(name: str) -> str:
    if name not in KINDS:
        raise ValueError(
            f"{name!r} is not a kind of problem: it is {' or '.join(map(repr, KINDS))}"
        )
    return name


def _word(text: str) -> str:
    if text != " ".join(text.casefold().split()) or len(text) < SHORTEST_WORD:
        raise ValueError(
            f"{text!r} is no text of {SHORTEST_WORD} small letters or more, with single spaces"
        )
    return text


def _topic(name: str) -> str:
    if name not in TOPICS:
        raise ValueError(f"{name!r} is no topic: it is one of {', '.join(TOPICS)}")
    return name


def _json(text: str) -> str:
    try:
        json.loads(text, parse_constant=_no_constant)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    return text


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


#: The names of packages, and what else their problems are called.
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: Of the words that tell a question: a shorter one stands in half of all sentences.
SHORTEST_WORD = 3
#: Of what is shown in lists and headings, beside what the judge says.
MOST_LINE = 300
Identifier = Annotated[str, AfterValidator(_identifier)]
Text = Annotated[str, Field(min_length=1)]
Line = Annotated[Text, AfterValidator(_line)]
FileName = Annotated[str, AfterValidator(_file_name)]
Word = Annotated[str, AfterValidator(_word)]
JsonText = Annotated[Text, AfterValidator(_json)]
# strict validation accepts members of an enumeration only, but a file holds their values
ShapeName = Annotated[Shape, Field(strict=False)]
KindName = Annotated[str, AfterValidator(_kind), Field(json_schema_extra={"enum": [*KINDS]})]
TopicName = Annotated[str, AfterValidator(_topic), Field(json_schema_extra={"enum": [*TOPICS]})]


class _Strict(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True
    )


class ParameterEntry(_Strict):
    """One parameter of the entry or of a method."""

    name: Identifier
    """The parameter's name, as the statement uses it."""
    type: Line
    """Its type, as Python writes it: `list[int]`, `str | None`."""
    shape: ShapeName = Shape.JSON
    """What a submission gets: the JSON value, a tree, its node, linked lists, a file's path."""
    of: str | None = None
    """Of a parameter of shape node: the parameter that holds its tree."""


class MethodEntry(_Strict):
    """One method of a class problem."""

    name: Identifier
    """The method's name; case and underscores do not count."""
    returns: Line = "None"
    """The type of its results; `A | B` where either will do."""
    returns_shape: ShapeName = Shape.JSON
    """What it returns: a JSON value, or a tree, node or linked list that is read as one."""
    parameters: list[ParameterEntry] = []
    """Its parameters, in order."""


class Entry(_Strict):
    """The entry point."""

    kind: KindName
    """The kind of problem: a function, a class, a query, tests, a program with threads."""
    names: Annotated[list[Identifier], Field(min_length=1)]
    """Names of the entry, matched without case and underscores; the first is the official one."""
    returns: Line = "None"
    """The type of the answer."""
    returns_shape: ShapeName = Shape.JSON
    """What the answer is: a JSON value, or a tree, node or linked list that is read as one."""
    parameters: list[ParameterEntry] = []
    """The parameters of the function, or of the class's constructor."""
    methods: list[MethodEntry] = []
    """The methods of a class."""
    refuses: dict[Identifier, Text] = {}
    """Names of another question's entry, each with the sentence that a submission is refused by."""
    #: What the kind read from its own table; not a field of problem.toml.
    own: dict[str, Any] = {}


class ComplexityEntry(_Strict):
    """The complexity of the reference, as people write it."""

    time: Line
    """Time, such as `O(n log n)`."""
    space: Line
    """Space beside the input."""


class LimitsEntry(_Strict):
    """Limits: the time limit is `max(floor_seconds, time_factor x reference)`."""

    memory_mib: Annotated[int, Field(gt=0, le=16 * 1024)] = 256
    """MiB that a submission may use beside an idle interpreter."""
    time_factor: Annotated[float, Field(ge=1, le=1000)] = 10.0
    """How many times the reference's time a case may take."""
    floor_seconds: Annotated[float, Field(gt=0, le=60)] = 1.0
    """Seconds that every case may take."""


class SampleEntry(_Strict):
    """One example of the statement. JSON in strings: TOML has no null."""

    arguments: JsonText
    """A JSON object: an argument for each parameter."""
    expected: JsonText
    """The answer, as JSON."""
    explanation: str = ""
    """Why that is the answer, in a sentence."""

    @property
    def given(self) -> Any:
        return json.loads(self.arguments)


class QuestionEntry(_Strict):
    """A clarifying question. A person has asked it when the text holds one of the words."""

    ask: Text
    """The question, as a candidate would ask it."""
    words: Annotated[list[Word], Field(min_length=1)]
    """Words of three small letters or more; a text that holds one of them has asked it."""
    answer: Text
    """The answer; it says nothing that the constraints do not."""
    crucial: bool = False
    """Whether the wrong thing is coded without the answer; two to four of them are."""

    @field_validator("words")
    @classmethod
    def _tell_it(cls, words: list[str], info: ValidationInfo) -> list[str]:
        ask = str(info.data.get("ask", "")).casefold()
        if ask and not any(word in ask for word in words):
            raise PydanticCustomError("untold", "none of these stands in the question itself")
        return words


class Manifest(_Strict):
    """The whole of problem.toml."""

    title: Line
    """The problem's title."""
    difficulty: Literal["easy", "medium", "hard"]
    """How hard it is; `judge list` shows the easy ones first."""
    topic: TopicName | None = None
    """The group that `judge list` and `judge stats` show it in."""
    tags: list[Line]
    """Other words to find it by."""
    aliases: list[FileName] = []
    """What else people call files of it."""
    not_names: list[FileName] = []
    """Names of files that look like this problem's and are another's."""
    leetcode: Annotated[int, Field(gt=0, le=999_999)] | None = None
    """The number of the same problem on LeetCode."""
    checker: Literal["equal", "any-order", "custom"] = "equal"
    """How answers are compared: as they are, as lists in any order, or by `checker.py`."""
    loose: bool = False
    """Whether types that stand for the declared ones will do: a tuple for a list, 2 for 2.0."""
    hints: list[Text] = []
    """Hints, from gentle to plain."""
    listens: list[Text] = []
    """What an interviewer listens for: each goes on from `who`."""
    questions: list[QuestionEntry] = []
    """What a candidate may ask before coding; four or more."""
    complexity: ComplexityEntry
    """The complexity of the reference."""
    limits: LimitsEntry = LimitsEntry()
    """The limits of a case."""
    entry: Entry
    """What a submission defines."""
    samples: Annotated[list[SampleEntry], Field(min_length=1)]
    """The examples of the statement; three are usual."""


class DebugEntry(_Strict):
    """The table [debug]: a given program, to be mended until it solves another problem."""

    base: FileName
    """The package whose question and cases these are; it lies beside this one."""
    given: Annotated[str, Field(pattern=r"^[a-z0-9_]+\.[a-z]+$")]
    """The file of the given program."""


class DebugManifest(_Strict):
    """The whole of problem.toml where a given program is to be mended; the rest is the base's."""

    title: Line
    """The problem's title."""
    difficulty: Literal["easy", "medium", "hard"]
    """How hard it is to find what is wrong."""
    topic: TopicName | None = "debugging"
    """The group that `judge list` and `judge stats` show it in."""
    tags: list[Line]
    """Other words to find it by."""
    aliases: list[FileName] = []
    """What else people call files of it."""
    not_names: list[FileName] = []
    """Names of files that look like this problem's and are another's."""
    hints: list[Text] = []
    """Hints, from gentle to plain."""
    listens: list[Text] = []
    """What an interviewer listens for; the base's where nothing is said."""
    questions: list[QuestionEntry] = []
    """What a candidate may ask; the base's where nothing is said."""
    debug: DebugEntry
    """The given program."""


def read_debug_manifest(table: dict[str, Any]) -> tuple[DebugManifest | None, list[Flaw]]:
    """Return the manifest of a package that has a base, or None, and all flaws."""
    try:
        return DebugManifest.model_validate(table), []
    except ValidationError as error:
        return None, list(_invalid(error))


def read_manifest(table: dict[str, Any]) -> tuple[Manifest | None, list[Flaw]]:
    """Return the manifest or None, and all flaws: a flaw in one field does not hide others."""
    flaws: list[Flaw] = []
    table, kind = dict(table), _kind_of(table)
    if isinstance(table.get("entry"), dict) and "own" in table["entry"]:
        flaws.append(Flaw("entry.own", "Extra inputs are not permitted", _MENDS["extra_forbidden"]))
    elif kind is not None and kind.name in table:
        own, flaws = kind.read(table.pop(kind.name))
        table["entry"] = table["entry"] | {"own": own}
    manifest: Manifest | None = None
    try:
        manifest = Manifest.model_validate(table)
    except ValidationError as error:
        flaws += _invalid(error)
    entry, samples = _part(_ENTRY, table.get("entry")), _part(_SAMPLES, table.get("samples"))
    if entry is not None and kind is not None:
        interface = Interface.from_json(entry.model_dump(mode="json"))
        flaws += kind.flaws(interface)
        if table.get("loose") is True and kind.stands_for is None:
            reason = f"problems of kind {kind.name!r} compare answers as they are"
            flaws.append(Flaw("loose", reason, "Remove it"))
        flaws += _sample_flaws(kind, interface, samples or [])
    return (None if flaws else manifest), flaws


def _kind_of(table: dict[str, Any]) -> Kind | None:
    entry = table.get("entry")
    name = entry.get("kind") if isinstance(entry, dict) else None
    return KINDS.get(name) if isinstance(name, str) else None


_ENTRY = TypeAdapter(Entry)
_SAMPLES = TypeAdapter(list[SampleEntry])
_Part = TypeVar("_Part")


def _part(adapter: TypeAdapter[_Part], value: Any) -> _Part | None:
    try:
        return adapter.validate_python(value)
    except ValidationError:
        return None


def _invalid(error: ValidationError) -> Iterable[Flaw]:
    for found in error.errors(include_url=False, include_context=False):
        field = ".".join(str(part) for part in found["loc"])
        reason = found["msg"].removeprefix("Value error, ")
        yield Flaw(field, reason, _MENDS.get(found["type"], "Change the value"))


_MENDS = {
    "missing": "Add the field",
    "extra_forbidden": "Remove the field, or mend its name",
    "literal_error": "Choose one of these",
    "enum": "Choose one of these",
    "string_too_short": "Write it",
    "too_short": "Add at least one",
    "untold": "Add a word that people ask it with",
}


def _sample_flaws(kind: Kind, interface: Interface, samples: list[SampleEntry]) -> Iterable[Flaw]:
    wanted = kind.names(interface)
    for number, sample in enumerate(samples):
        given, place = sample.given, f"samples.{number}"
        if not isinstance(given, dict) or set(given) != set(wanted):
            odd = "it is not an object with one member for each parameter"
            mend = f"Give exactly these: {', '.join(wanted)}"
            yield Flaw(f"{place}.arguments", odd, mend)
            continue
        flaw = kind.sample_flaw(interface, given, json.loads(sample.expected))
        if flaw is not None:
            yield replace(flaw, field=f"{place}.{flaw.field}")
