"""Entry points and value shapes of a problem, as data. The sandbox builds; this only describes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self


class Shape(StrEnum):
    """How one value crosses the border to the sandbox and back."""

    JSON = "json"  #: itself
    TREE = "tree"  #: level-order list <-> TreeNode
    NODE = "node"  #: a value <-> the node of tree `of` that holds it
    LINKED_LIST = "linked-list"  #: list <-> ListNode
    FILE = "file"  #: list of lines -> the path of a file that holds them


def folded(name: str) -> str:
    """Return a name as names are matched: without regard to case and underscores."""
    return name.replace("_", "").casefold()


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. `type` is what people read (`list[int]`), `shape` what the sandbox builds.

    `of` names the tree parameter that a `node` parameter belongs to. What is a list of lines
    in a case is a path to the submission.
    """

    name: str
    type: str
    shape: Shape = Shape.JSON
    of: str | None = None

    @property
    def spoken(self) -> str:
        """Return the name that a submission gives it."""
        return "path" if self.shape is Shape.FILE else self.name


@dataclass(frozen=True, slots=True)
class Method:
    """One public method of a class problem."""

    name: str
    parameters: tuple[Parameter, ...]
    returns: str


@dataclass(frozen=True, slots=True)
class Interface:
    """What a submission must define and what its values look like.

    `names` are the accepted names of the entry, the first is the official one; they are
    matched without regard to case and underscores. For a class problem `parameters` are the
    constructor's. `kind` is the name of a `judge.kinds.Kind`, `own` what that kind read of its own
    table in problem.toml.
    """

    kind: str
    names: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    returns: str = "None"
    returns_shape: Shape = Shape.JSON
    methods: tuple[Method, ...] = ()
    own: Mapping[str, Any] = field(default_factory=dict)

    @property
    def entry(self) -> str:
        return self.names[0]

    @classmethod
    def from_json(cls, entry: Mapping[str, Any]) -> Self:
        """Return the interface that a validated entry of problem.toml describes."""
        return cls(
            kind=entry["kind"],
            names=tuple(entry["names"]),
            parameters=_parameters(entry["parameters"]),
            returns=entry["returns"],
            returns_shape=Shape(entry["returns_shape"]),
            methods=tuple(
                Method(m["name"], _parameters(m["parameters"]), m["returns"])
                for m in entry["methods"]
            ),
            own=entry["own"],
        )


def _parameters(entries: Iterable[Mapping[str, Any]]) -> tuple[Parameter, ...]:
    return tuple(Parameter(p["name"], p["type"], Shape(p["shape"]), p["of"]) for p in entries)
