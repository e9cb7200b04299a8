"""The tables of problem-format.md, from the schema of problem.toml.

`./run python -m docs.problem_format` writes them; a test fails when they are out of date.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from judge.kinds import KINDS
from judge.problems import manifest_schema
from judge.values import Shape

PAGE = Path(__file__).with_name("problem-format.md")
BEGIN = "<!-- fields: made by `python -m docs.problem_format` -->"
END = "<!-- end of fields -->"
#: Where in the file each record of the schema stands.
PLACES = {
    "ComplexityEntry": "[complexity]",
    "LimitsEntry": "[limits]",
    "Entry": "[entry]",
    "ParameterEntry": "[[entry.parameters]]",
    "MethodEntry": "[[entry.methods]]",
    "SampleEntry": "[[samples]]",
    "QuestionEntry": "[[questions]]",
    "DebugEntry": "[debug]",
}


def page(text: str) -> str:
    """Return the page with its tables made anew between their marks."""
    before, begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE.name} has lost its marks")
    return f"{before}{begin}\n\n" + "\n".join(tables()) + f"\n\n{end}{after}"


def tables() -> Iterator[str]:
    """Yield the lines of a table for each record, the whole file's first."""
    schema = manifest_schema()
    whole, _mended = schema["anyOf"]
    records = {"At the top": whole} | {
        f"`{place}`": schema["$defs"][name] for name, place in PLACES.items()
    }
    for number, (title, record) in enumerate(records.items()):
        yield from [""] * bool(number)
        yield from (f"### {title}", "", "| field | type | unless given | |", "|---|---|---|---|")
        for name, field in record["properties"].items():
            if "description" in field:  # the others are tables of kinds
                needed = name in record.get("required", ())
                words = " | ".join((kind(field), default(field, needed=needed), told(field)))
                yield f"| `{name}` | {words} |"


def kind(field: dict[str, Any]) -> str:
    """Return the type of a field, as a person says it."""
    if field.get("title") == "Kind":
        return ", ".join(f"`{name}`" for name in KINDS)
    if "enum" in field:
        return ", ".join(f"`{one}`" for one in field["enum"])
    if "anyOf" in field:
        return kind(field["anyOf"][0] | {"description": ""})
    if "$ref" in field or "allOf" in field:
        name = str(field.get("$ref", field)).rpartition("/")[2]
        return ", ".join(f"`{shape}`" for shape in Shape) if name == "Shape" else "a table"
    if field["type"] == "array":
        return "tables" if "$ref" in field["items"] else "list of texts"
    names = {"string": "text", "boolean": "true or false", "integer": "whole number"}
    return names.get(field["type"], "table" if field["type"] == "object" else "number")


def default(field: dict[str, Any], *, needed: bool) -> str:
    """Return what a field is that the file does not name."""
    if needed:
        return "*needed*"
    value = field.get("default")
    if value in (None, [], {}, "") or isinstance(value, dict):
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def told(field: dict[str, Any]) -> str:
    """Return the description on one line of a table."""
    return str(field["description"]).replace("\n", " ").replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text()))
