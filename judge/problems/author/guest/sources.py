"""Import modules from sources that the judge has sent: in the sandbox their files are not there."""

from collections.abc import Mapping, Sequence
from importlib.abc import SourceLoader
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from types import ModuleType


class Sources(SourceLoader):
    """Finds and loads modules of a table: by name, the path on the host and the content."""

    def __init__(self, files: Mapping[str, tuple[str, bytes]]) -> None:
        self._paths = {name: path for name, (path, _) in files.items()}
        self._contents = dict(files.values())

    @property
    def paths(self) -> frozenset[str]:
        return frozenset(self._contents)

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
        inside = [place.rpartition("/")[0]] if place.endswith("/__init__.py") else None
        return spec_from_file_location(
            fullname, place, loader=self, submodule_search_locations=inside
        )

    def get_filename(self, fullname: str) -> str:
        """Return the path on the host, which tracebacks name."""
        if fullname not in self._paths:
            raise ImportError(f"{fullname} was not sent", name=fullname)
        return self._paths[fullname]

    def get_data(self, path: str) -> bytes:
        """Return the content of a file of the table. Raises `OSError` for any other."""
        if path not in self._contents:
            raise FileNotFoundError(path)
        return self._contents[path]
