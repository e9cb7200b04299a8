"""The JSON Schema of problem.toml, for editors that complete and check it."""

from typing import Any

from judge.kinds import KINDS
from judge.problems.manifest import DebugManifest, Manifest

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def manifest_schema() -> dict[str, Any]:
    """Return what problem.toml may hold, generated from what validates it.

    What no schema can say, `judge verify` does: whether a sample fits the entry, for one.
    """
    whole, mended = Manifest.model_json_schema(), DebugManifest.model_json_schema()
    definitions = {**whole.pop("$defs", {}), **mended.pop("$defs", {})}
    # A kind's own table stands at the top of the file and is read by the kind.
    definitions["Entry"]["properties"].pop("own", None)
    for name in KINDS:
        whole["properties"].setdefault(name, {"type": "object", "title": f"Of kind {name}"})
    return {
        "$schema": DIALECT,
        "title": "problem.toml",
        "anyOf": [whole, mended],
        "$defs": definitions,
    }
