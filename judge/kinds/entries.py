"""Find flaws in an entry of problem.toml and in the types of its samples."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from judge.kinds.kind import Flaw
from judge.values import Interface, Parameter, Shape, folded, from_json, mismatch, parse_type


def entry_flaws(entry: Interface) -> Iterable[Flaw]:
    """Yield the flaws that functions and classes share: in names, files and parameters."""
    for name in _repeated(map(folded, entry.names)):
        reason = f"{name!r} stands there twice, for case and underscores do not count"
        yield Flaw("entry.names", reason, "Keep one of the two")
    if entry.returns_shape is Shape.FILE:
        yield Flaw("entry.returns_shape", "an answer is no file", "Choose json")
    if entry.returns_shape is Shape.LINKED_LISTS:
        yield Flaw("entry.returns_shape", "an answer is one linked list", "Choose linked-list")
    for name in {folded(name) for name in entry.refuses} & set(map(folded, entry.names)):
        yield Flaw("entry.refuses", f"{name!r} is this problem's own entry", "Remove it")
    for name in _repeated(folded(method.name) for method in entry.methods):
        yield Flaw("entry.methods", f"two methods are called {name}", "Rename one")
    yield from _parameter_flaws("entry.parameters", entry.parameters)
    for method in entry.methods:
        yield from _parameter_flaws(f"entry.methods.{method.name}.parameters", method.parameters)


def file_flaws(entry: Interface, most: int) -> Iterable[Flaw]:
    """Yield a flaw where more than `most` parameters are files."""
    if sum(parameter.shape is Shape.FILE for parameter in entry.parameters) > most:
        yield Flaw("entry.parameters", "only a function takes a file, and one", "Keep one file")


def _parameter_flaws(field: str, parameters: Iterable[Parameter]) -> Iterable[Flaw]:
    for name in _repeated(parameter.name for parameter in parameters):
        yield Flaw(field, f"two parameters are called {name}", "Rename one")
    trees = [parameter.name for parameter in parameters if parameter.shape is Shape.TREE]
    for parameter in parameters:
        place = f"{field}.{parameter.name}.of"
        if parameter.shape is Shape.NODE and parameter.of not in trees:
            known = " or ".join(map(repr, trees)) or "a parameter of shape tree, which is missing"
            yield Flaw(place, f"{parameter.of!r} is no tree parameter", f"Name {known}")
        if parameter.shape is not Shape.NODE and parameter.of is not None:
            yield Flaw(place, "only a node belongs to a tree", "Remove it, or set shape to node")


def type_flaw(returns: str, shape: Shape, expected: Any) -> str | None:
    """Return why this cannot be an answer of the declared type; None if it can."""
    if shape is Shape.NODE:
        return "a node is given by its value" if isinstance(expected, list | dict) else None
    if shape in {Shape.TREE, Shape.LINKED_LIST}:
        return None if isinstance(expected, list) else f"a {shape.value} is given as a list"
    declared = parse_type(returns)
    fits = mismatch(declared, from_json(declared, expected), pairs_as_lists=True) is None
    return None if fits else f"it is no {declared}"


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
