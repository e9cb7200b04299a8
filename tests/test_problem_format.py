"""docs/problem-format.md tells every field of problem.toml, as the schema has it."""

import json
from pathlib import Path
from typing import Any

from docs import problem_format
from judge.problems import manifest_schema


def test_the_page_is_what_the_schema_says() -> None:
    """`./run python -m docs.problem_format` writes it anew."""
    text = problem_format.PAGE.read_text()
    assert problem_format.page(text) == text


def test_the_extension_of_vs_code_has_the_schema() -> None:
    """`./run judge schema > editors/vscode/src/problem.schema.json` writes it anew."""
    kept = Path(__file__).parents[1] / "editors" / "vscode" / "src" / "problem.schema.json"
    assert json.loads(kept.read_text()) == manifest_schema()


def test_every_field_says_what_it_is() -> None:
    """An editor shows it where the field is written; the tables of kinds are the kinds' own."""
    schema: dict[str, Any] = manifest_schema()
    records = [*schema["anyOf"], *schema["$defs"].values()]
    assert {*problem_format.PLACES} | {"Shape"} == {*schema["$defs"]}
    silent = [
        f"{record['title']}.{name}"
        for record in records
        for name, field in record.get("properties", {}).items()
        if "description" not in field and not field["title"].startswith("Of kind ")
    ]
    assert silent == []
