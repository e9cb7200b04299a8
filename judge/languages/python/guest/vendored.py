"""Import the few modules that the judge supplies by path, without a site directory."""

import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any


class VendoredFinder:
    """A finder for the modules of a table: a folder is a package, a file is a module."""

    def __init__(self, paths: Mapping[str, str]) -> None:
        self._paths = dict(paths)

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 - the import system's signature
        target: ModuleType | None = None,  # noqa: ARG002 - the import system's signature
    ) -> ModuleSpec | None:
        """Return the spec of a module in the table, None for any other."""
        place = self._paths.get(fullname)
        if place is None:
            return None
        if place.endswith(".py"):
            return importlib.util.spec_from_file_location(fullname, place)
        return importlib.util.spec_from_file_location(
            fullname, os.path.join(place, "__init__.py"), submodule_search_locations=[place]
        )


def install(paths: Mapping[str, str]) -> None:
    """Make the modules of `paths` importable, with the lowest priority.

    Replaces those of an earlier call: a program finds modules at other paths than the fork server.
    """
    sys.meta_path[:] = [found for found in sys.meta_path if type(found) is not VendoredFinder]
    if paths:
        sys.meta_path.append(VendoredFinder(paths))


def timeout() -> Callable[..., Any] | None:
    """Return the decorator of timeout-decorator; None if that was not supplied.

    The module is imported without multiprocessing, which it needs only in a mode that starts
    processes: the sandbox forbids that, and importing it would take as long as starting the
    interpreter.
    """
    absent = "multiprocessing" not in sys.modules
    if absent:
        sys.modules["multiprocessing"] = ModuleType("multiprocessing")
    try:
        decorator: Callable[..., Any] = importlib.import_module("timeout_decorator").timeout
    except ImportError:
        return None
    finally:
        if absent:
            del sys.modules["multiprocessing"]
    return decorator
