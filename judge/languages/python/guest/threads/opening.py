"""Open a submission of this kind: look at it first, then give it its own builtins and modules."""

from collections.abc import Callable
from types import CodeType
from typing import Any

from .. import prelude
from ..loading import LoadError, load_fault
from . import given, look
from .scenario import ScenarioCase

__all__ = ["Limits", "ScenarioCase"]


class Limits:
    """What a source must not use, and what it is given; `printing` says whether prints count."""

    def __init__(self, printing: Callable[[], bool]) -> None:
        self._printing = printing

    def look(self, text: str) -> None:
        """Look at a source before it runs. Raises `LoadError`."""
        try:
            look.look(text)
        except look.RefusedError as refused:
            raise LoadError(load_fault("not_given", str(refused), refused.line)) from None

    def names_for(self, code: CodeType) -> dict[str, Any]:
        """Return the builtins, and names of modules that a source uses without importing them."""
        names = given.names_for(prelude.used_names(code), prelude.made_names(code))
        return names | {"__builtins__": given.builtins_for(self._printing)}
