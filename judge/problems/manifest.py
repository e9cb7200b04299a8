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
        raise ValueError(f"{text!r} is no word or words in small letters, {SHORTEST_WORD} at least")
    return text


def _topic(name: str) -> str:
    if name not in TOPICS:
        raise ValueError(f"{name!r} is no topic: it is one of {', '.join(TOPICS)}")
    return name


def _json(text: str) -> str:
    json.loads(text, parse_constant=_no_constant)
    return text


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


#: The names of packages, and what else their problems are called.
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: Of the words that tell a question: a shorter one stands in half of all sentences.
SHORTEST_WORD = 3
Identifier = Annotated[str, AfterValidator(_identifier)]
Text = Annotated[str, Field(min_length=1)]
FileName = Annotated[str, AfterValidator(_file_name)]
Word = Annotated[str, AfterValidator(_word)]
JsonText = Annotated[Text, AfterValidator(_json)]
# strict validation accepts members of an enumeration only, but a file holds their values
ShapeName = Annotated[Shape, Field(strict=False)]
KindName = Annotated[str, AfterValidator(_kind)]
TopicName = Annotated[str, AfterValidator(_topic)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ParameterEntry(_Strict):
    """One parameter of the entry or of a method."""

    name: Identifier
    type: Text
    shape: ShapeName = Shape.JSON
    of: str | None = None


class MethodEntry(_Strict):
    """One method of a class problem."""

    name: Identifier
    returns: Text = "None"
    returns_shape: ShapeName = Shape.JSON
    parameters: list[ParameterEntry] = []


class Entry(_Strict):
    """The entry point."""

    kind: KindName
    names: Annotated[list[Identifier], Field(min_length=1)]
    returns: Text = "None"
    returns_shape: ShapeName = Shape.JSON
    parameters: list[ParameterEntry] = []
    methods: list[MethodEntry] = []
    #: Names of another question's entry -> the sentence that a submission is refused with.
    refuses: dict[Identifier, Text] = {}
    #: What the kind read from its own table; not a field of problem.toml.
    own: dict[str, Any] = {}


class ComplexityEntry(_Strict):
    """The complexity of the reference, as people write it."""

    time: Text
    space: Text


class LimitsEntry(_Strict):
    """Limits: the time limit is `max(floor_seconds, time_factor x reference)`."""

    memory_mib: Annotated[int, Field(gt=0, le=16 * 1024)] = 256
    time_factor: Annotated[float, Field(ge=1, le=1000)] = 10.0
    floor_seconds: Annotated[float, Field(gt=0, le=60)] = 1.0


class SampleEntry(_Strict):
    """One example of the statement. JSON in strings: TOML has no null."""

    arguments: JsonText
    expected: JsonText
    explanation: str = ""

    @property
    def given(self) -> Any:
        return json.loads(self.arguments)


class QuestionEntry(_Strict):
    """A clarifying question. A person has asked it when the text holds one of the words."""

    ask: Text
    words: Annotated[list[Word], Field(min_length=1)]
    answer: Text
    crucial: bool = False

    @field_validator("words")
    @classmethod
    def _tell_it(cls, words: list[str], info: ValidationInfo) -> list[str]:
        ask = str(info.data.get("ask", "")).casefold()
        if ask and not any(word in ask for word in words):
            raise PydanticCustomError("untold", "none of these stands in the question itself")
        return words


class Manifest(_Strict):
    """The whole of problem.toml."""

    title: Text
    difficulty: Literal["easy", "medium", "hard"]
    topic: TopicName | None = None
    tags: list[Text]
    #: Other names of the problem's files, and names that are another problem's.
    aliases: list[FileName] = []
    not_names: list[FileName] = []
    leetcode: Annotated[int, Field(gt=0, le=999_999)] | None = None
    checker: Literal["equal", "any-order", "custom"] = "equal"
    #: Whether answers may be of types that stand for the declared ones: a tuple for a list.
    loose: bool = False
    hints: list[Text] = []
    #: What an interviewer listens for, and what a candidate may ask before coding.
    listens: list[Text] = []
    questions: list[QuestionEntry] = []
    complexity: ComplexityEntry
    limits: LimitsEntry = LimitsEntry()
    entry: Entry
    samples: Annotated[list[SampleEntry], Field(min_length=1)]


class DebugEntry(_Strict):
    """The table [debug]: a given program, to be mended until it solves another problem."""

    #: The package whose question and cases these are; it lies beside this one.
    base: FileName
    #: The file of the given program.
    given: Annotated[str, Field(pattern=r"^[a-z0-9_]+\.[a-z]+$")]


class DebugManifest(_Strict):
    """The whole of problem.toml where a given program is to be mended; the rest is the base's."""

    title: Text
    difficulty: Literal["easy", "medium", "hard"]
    topic: TopicName | None = "debugging"
    tags: list[Text]
    aliases: list[FileName] = []
    not_names: list[FileName] = []
    hints: list[Text] = []
    #: What is asked and listened for; the base's where nothing is said.
    listens: list[Text] = []
    questions: list[QuestionEntry] = []
    debug: DebugEntry


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
