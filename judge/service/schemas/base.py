"""What the models of all resources share: their bases, and the bound on JSON in them."""

import json
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from judge.languages import LANGUAGES

#: Deeper than any problem's input, and not so deep that writing the answer fails.
MAX_DEPTH = 100

#: The name of a language that there is; whether the problem is solved in it, its route knows.
LanguageName = Annotated[str, Field(json_schema_extra={"enum": [*LANGUAGES]})]


class Body(BaseModel):
    """What a route takes in."""

    # An unknown field may be a limit that a client believes it has set: refuse it.
    model_config = ConfigDict(extra="forbid", strict=True)


class Answer(BaseModel):
    """What a route answers with."""

    def document(self) -> dict[str, Any]:
        """Return the answer as a JSON document."""
        return self.model_dump(mode="json")


def check_json(given: Any, depth: int = MAX_DEPTH) -> None:
    """Raise `ValueError` for what cannot be written as JSON again."""
    if not _is_shallow(given, depth):
        raise ValueError(f"it must not be nested deeper than {MAX_DEPTH}")
    try:
        json.dumps(given, allow_nan=False)
    except ValueError:
        raise ValueError("NaN and Infinity are no JSON") from None


def _is_shallow(value: Any, room: int) -> bool:
    members = value.values() if isinstance(value, dict) else value
    if not isinstance(value, dict | list):
        return True
    return room > 0 and all(_is_shallow(member, room - 1) for member in members)
