"""Inputs of any package."""

import json
from collections.abc import Iterable, Iterator
from typing import Any


def different(inputs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield each input once, where it comes first."""
    seen: set[str] = set()
    for one in inputs:
        text = json.dumps(one)
        if text not in seen:
            seen.add(text)
            yield one
