"""Entry points and value shapes of a problem, as data. The sandbox builds; this only describes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a submission defines."""

    FUNCTION = "function"
    CLASS = "class"


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
    constructor's.
    """

    kind: Kind
    names: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    returns: str = "None"
    returns_shape: Shape = Shape.JSON
    methods: tuple[Method, ...] = ()

    @property
    def entry(self) -> str:
        return self.names[0]

    def signature(self) -> str:
        """Return the entry as people write it, for messages and statements."""
        inside = ", ".join(f"{p.spoken}: {p.type}" for p in self.parameters)
        if self.kind is Kind.CLASS:
            return f"class {self.entry}({inside})"
        return f"{self.entry}({inside}) -> {self.returns}"

    def to_wire(self) -> dict[str, Any]:
        """Return what the jailed runner needs to know, as plain JSON."""
        return {
            "kind": self.kind.value,
            "names": list(self.names),
            "parameters": [
                {"name": p.spoken, "shape": p.shape.value, "of": p.of} for p in self.parameters
            ],
            "returns": self.returns_shape.value,
            "methods": [{"name": m.name, "arity": len(m.parameters)} for m in self.methods],
            "signature": self.signature(),
        }
