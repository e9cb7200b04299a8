"""problem.toml as an author writes it: validated here, converted once to plain records."""

import json
import keyword
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from judge.values import Kind, Shape, folded, misfit, read_type, restored


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with a manifest: the field, the reason, and what mends it."""

    field: str
    reason: str
    mend: str


def _identifier(text: str) -> str:
    if not text.isidentifier() or not text.isascii() or keyword.iskeyword(text):
        raise ValueError(f"{text!r} is no name that Python code can use")
    return text


def _json(text: str) -> str:
    json.loads(text, parse_constant=_no_constant)
    return text


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


Identifier = Annotated[str, AfterValidator(_identifier)]
Text = Annotated[str, Field(min_length=1)]
JsonText = Annotated[Text, AfterValidator(_json)]
# strict validation knows members of an enumeration only, and a file holds their values
ShapeName = Annotated[Shape, Field(strict=False)]
KindName = Annotated[Kind, Field(strict=False)]


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
    parameters: list[ParameterEntry] = []


class Entry(_Strict):
    """The entry point."""

    kind: KindName
    names: Annotated[list[Identifier], Field(min_length=1)]
    returns: Text = "None"
    returns_shape: ShapeName = Shape.JSON
    parameters: list[ParameterEntry] = []
    methods: list[MethodEntry] = []


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

    arguments: JsonText
    expected: JsonText
    explanation: str = ""

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


def read_manifest(table: dict[str, Any]) -> tuple[Manifest | None, list[Flaw]]:
    """Return the manifest, or None, and all its flaws: those of one field do not hide others."""
    flaws: list[Flaw] = []
    manifest: Manifest | None = None
    try:
        manifest = Manifest.model_validate(table)
    except ValidationError as error:
        flaws += _invalid(error)
    entry, samples = _part(_ENTRY, table.get("entry")), _part(_SAMPLES, table.get("samples"))
    if entry is not None:
        flaws += _entry_flaws(entry)
        flaws += _sample_flaws(entry, samples or [])
    return (None if flaws else manifest), flaws


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
}


def _entry_flaws(entry: Entry) -> Iterable[Flaw]:
    for name in _repeated(map(folded, entry.names)):
        reason = f"{name!r} stands there twice, for case and underscores do not count"
        yield Flaw("entry.names", reason, "Keep one of the two")
    files = [p.name for p in entry.parameters if p.shape is Shape.FILE]
    if len(files) > 1 or (files and entry.kind is Kind.CLASS):
        yield Flaw("entry.parameters", "only a function takes a file, and one", "Keep one file")
    if entry.returns_shape is Shape.FILE:
        yield Flaw("entry.returns_shape", "an answer is no file", "Choose json")
    if entry.kind is Kind.CLASS and not entry.methods:
        yield Flaw("entry.methods", "a class problem has methods", "Add [[entry.methods]]")
    if entry.kind is Kind.FUNCTION and entry.methods:
        yield Flaw("entry.methods", "a function problem has none", 'Remove them, or kind="class"')
    for name in _repeated(folded(method.name) for method in entry.methods):
        yield Flaw("entry.methods", f"two methods are called {name}", "Rename one")
    yield from _parameter_flaws("entry.parameters", entry.parameters)
    for method in entry.methods:
        yield from _parameter_flaws(f"entry.methods.{method.name}.parameters", method.parameters)


def _parameter_flaws(field: str, parameters: list[ParameterEntry]) -> Iterable[Flaw]:
    for name in _repeated(parameter.name for parameter in parameters):
        yield Flaw(field, f"two parameters are called {name}", "Rename one")
    trees = [parameter.name for parameter in parameters if parameter.shape is Shape.TREE]
    for parameter in parameters:
        place = f"{field}.{parameter.name}.of"
        if parameter.shape is Shape.NODE and parameter.of not in trees:
            known = " or ".join(map(repr, trees)) or "a parameter of shape tree, which is missing"
            yield Flaw(place, f"{parameter.of!r} is no tree parameter", f"Name {known}")
        if parameter.shape is not Shape.NODE and parameter.of is not None:
            yield Flaw(place, "only a node belongs to a tree", "Remove it, or set shape to node")


def _sample_flaws(entry: Entry, samples: list[SampleEntry]) -> Iterable[Flaw]:
    calls = entry.kind is Kind.CLASS
    wanted = ["calls", "arguments"] if calls else [p.name for p in entry.parameters]
    for number, sample in enumerate(samples):
        given, field = sample.given, f"samples.{number}.arguments"
        names = ", ".join(wanted)
        if not isinstance(given, dict) or set(given) != set(wanted):
            odd = "it is not an object with one member for each parameter"
            yield Flaw(field, odd, f"Give exactly these: {names}")
            continue
        reason = _calls_reason(entry, **given) if calls else None
        if reason is not None:
            yield Flaw(field, reason, "Give the constructor first, and each call a list")
            continue
        reason = _expected_reason(entry, given, json.loads(sample.expected))
        if reason is not None:
            mend = "Change the answer, or the declared type"
            yield Flaw(f"samples.{number}.expected", reason, mend)


def _calls_reason(entry: Entry, calls: Any, arguments: Any) -> str | None:
    """Return what is wrong with the calls of a class problem."""
    if not _parallel(calls, arguments):
        return "calls and arguments are no parallel lists"
    if not entry.methods:
        return None  # that the methods are missing is said already
    constructors = {folded(name): len(entry.parameters) for name in entry.names}
    methods = {folded(method.name): len(method.parameters) for method in entry.methods}
    for index, (name, given) in enumerate(zip(calls, arguments, strict=True)):
        known = methods if index else constructors
        if not isinstance(name, str) or folded(name) not in known:
            return f"call {index} is no {'method' if index else 'constructor'}: {name!r}"
        if len(given) != known[folded(name)]:
            return f"call {index}, {name}, takes {known[folded(name)]} argument(s)"
    return None


def _parallel(calls: Any, arguments: Any) -> bool:
    if not isinstance(calls, list) or not isinstance(arguments, list):
        return False
    return len(calls) == len(arguments) > 0 and all(isinstance(each, list) for each in arguments)


def _expected_reason(entry: Entry, given: Any, expected: Any) -> str | None:
    """Return why nothing of the declared type could ever be this answer."""
    if entry.kind is Kind.FUNCTION:
        return _type_reason(entry.returns, entry.returns_shape, expected)
    if not entry.methods:
        return None
    if not isinstance(expected, list) or len(expected) != len(given["calls"]):
        return "it is no list with one result for each call"
    returns = {folded(method.name): method.returns for method in entry.methods}
    for index, (name, result) in enumerate(zip(given["calls"], expected, strict=True)):
        declared = returns.get(folded(name), "Any") if index else "None"
        reason = _type_reason(declared, Shape.JSON, result)
        if reason is not None:
            return f"call {index}, {name}: {reason}"
    return None


def _type_reason(returns: str, shape: Shape, expected: Any) -> str | None:
    if shape is Shape.NODE:
        return "a node is given by its value" if isinstance(expected, list | dict) else None
    if shape in {Shape.TREE, Shape.LINKED_LIST}:
        return None if isinstance(expected, list) else f"a {shape.value} is given as a list"
    declared = read_type(returns)
    fits = misfit(declared, restored(declared, expected), pairs_as_lists=True) is None
    return None if fits else f"it is no {declared}"


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
