"""All kinds of problems, by their name in problem.toml."""

from collections.abc import Iterator, MutableMapping
from importlib import import_module

from judge.kinds.kind import Kind
from judge.values import Interface


class _Kinds(MutableMapping[str, Kind]):
    """Each kind is imported when it is asked for: a submission needs one of them.

    A row is a kind, or the name of its module in `judge.kinds` and its own name there.
    """

    def __init__(self, rows: dict[str, Kind | tuple[str, str]]) -> None:
        self._rows = rows

    def __getitem__(self, name: str) -> Kind:
        row = self._rows[name]
        if isinstance(row, Kind):
            return row
        module, own_name = row
        kind: Kind = getattr(import_module(f"judge.kinds.{module}"), own_name)
        self._rows[name] = kind
        return kind

    def __setitem__(self, name: str, kind: Kind) -> None:
        self._rows[name] = kind

    def __delitem__(self, name: str) -> None:
        del self._rows[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


KINDS = _Kinds(
    {
        "function": ("function", "FUNCTION"),
        "class": ("calls", "CLASS"),
        "query": ("query", "QUERY"),
        "tests": ("tests", "TESTS"),
        "threads": ("threads", "THREADS"),
    }
)


def kind_of(interface: Interface) -> Kind:
    """Return the kind of an entry."""
    return KINDS[interface.kind]
