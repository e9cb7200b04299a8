"""Entry points and value shapes of a problem, as data. The guest builds the values."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any, Self

from judge.records import dataclass


class Shape(StrEnum):
    """How a value is encoded in JSON on its way to the sandbox and back."""

    JSON = "json"  #: the value itself
    TREE = "tree"  #: level-order list <-> TreeNode
    NODE = "node"  #: a value <-> the node of tree `of` that holds it
    LINKED_LIST = "linked-list"  #: list <-> ListNode
    LINKED_LISTS = "linked-lists"  #: list of lists -> list of ListNodes, of parameters only
    FILE = "file"  #: list of lines -> the path of a file that holds them


def folded(name: str) -> str:
    """Return a name without case and underscores, the form in which names are compared."""
    return name.replace("_", "").casefold()


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. `type` is what people read (`list[int]`), `shape` what the guest builds.

    `of` names the tree parameter to which a `node` parameter belongs. A `file` parameter is a list
    of lines in a case and a path for the submission.
    """

    name: str
    type: str
    shape: Shape = Shape.JSON
    of: str | None = None

    @property
    def spoken(self) -> str:
        """Return the name of the parameter in the submission."""
        return "path" if self.shape is Shape.FILE else self.name


@dataclass(frozen=True, slots=True)
class Method:
    """One public method of a class problem."""

    name: str
    parameters: tuple[Parameter, ...]
    returns: str
    returns_shape: Shape = Shape.JSON

    @property
    def plain(self) -> bool:
        """Whether neither its arguments nor its result are built of nodes."""
        shapes = {self.returns_shape, *(one.shape for one in self.parameters)}
        return shapes == {Shape.JSON}


@dataclass(frozen=True, slots=True)
class Interface:
    """What a submission must define, and the shapes of its values.

    `names` are the accepted names of the entry, the official one first; they are matched without
    case and underscores. For a class problem `parameters` are the constructor's. `kind` is the name
    of a `judge.kinds.Kind`, `own` what that kind read from its own table in problem.toml. Where it
    is `loose`, an answer may be of a type that stands for the declared one (`loose.py`). `refuses`
    has names that are another question's entry, each with the sentence that says so.
    """

    kind: str
    names: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    returns: str = "None"
    returns_shape: Shape = Shape.JSON
    methods: tuple[Method, ...] = ()
    own: Mapping[str, Any] = field(default_factory=dict)
    loose: bool = False
    refuses: Mapping[str, str] = field(default_factory=dict)

    @property
    def entry(self) -> str:
        return self.names[0]

    @classmethod
    def from_json(cls, entry: Mapping[str, Any], *, loose: bool = False) -> Self:
        """Return the interface that a validated entry of problem.toml describes."""
        return cls(
            kind=entry["kind"],
            names=tuple(entry["names"]),
            parameters=_parameters(entry["parameters"]),
            returns=entry["returns"],
            returns_shape=Shape(entry["returns_shape"]),
            methods=tuple(
                Method(
                    m["name"],
                    _parameters(m["parameters"]),
                    m["returns"],
                    Shape(m["returns_shape"]),
                )
                for m in entry["methods"]
            ),
            own=entry["own"],
            loose=loose,
            refuses=entry["refuses"],
        )


def _parameters(entries: Iterable[Mapping[str, Any]]) -> tuple[Parameter, ...]:
    return tuple(Parameter(p["name"], p["type"], Shape(p["shape"]), p["of"]) for p in entries)
