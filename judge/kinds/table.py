"""All kinds of problems, by their name in problem.toml."""

from judge.kinds.calls import CLASS
from judge.kinds.function import FUNCTION
from judge.kinds.kind import Kind
from judge.kinds.query import QUERY
from judge.kinds.tests import TESTS
from judge.kinds.threads import THREADS
from judge.values import Interface

KINDS: dict[str, Kind] = {kind.name: kind for kind in (FUNCTION, CLASS, QUERY, TESTS, THREADS)}


def kind_of(interface: Interface) -> Kind:
    """Return the kind of an entry."""
    return KINDS[interface.kind]
