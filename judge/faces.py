"""Faces of rooms that load a module only when one of its names is asked for (PEP 562).

A room is a package, and its face is what its `__init__` names. Loading a face costs nothing, so a
module may import the faces of all rooms that it needs at its top, and a command that needs no
Hypothesis does not wait for it. Type checkers read the imports under `TYPE_CHECKING` and not the
`else` beside them: a module-level `__getattr__` would have them accept any name.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

from judge.errors import MissingExtraError

#: Extra of pyproject.toml -> the modules that it brings. The code imports them, but for ruff, which
#: it starts.
EXTRAS = {
    "cluster": "nats psycopg",
    "lsp": "lsprotocol pygls",
    "plot": "resvg_py",
    "otel": "opentelemetry",
    "practice": "ruff",
    "service": "alembic fastapi prometheus_client sqlalchemy starlette uvicorn",
}


def lazy_face(package: str, modules: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the `__getattr__` of a package.

    `modules` maps the name of a module of the package to the names, divided by blanks, that the
    package takes from it. None of them may be the name of a module of the package: importing that
    module would put it in the name's place. Asking for a name raises `MissingExtraError` where its
    module needs an extra that is not installed.
    """
    homes = {name: module for module, names in modules.items() for name in names.split()}

    def load(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(_load(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load


def _load(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        for extra, modules in EXTRAS.items():
            if missing in modules.split():
                raise MissingExtraError(missing, extra) from error
        raise
