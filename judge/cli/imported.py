"""What `judge import` knows of the files of a folder: the problem of each, then its report."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from judge import problems, read_submission
from judge.cli.exit_status import Status, status_of
from judge.errors import SubmissionError, UsageError

if TYPE_CHECKING:
    from judge.problems import Catalog, Problem
    from judge.reports import Report
    from judge.values import Interface


@dataclass(slots=True)
class Known:
    """A file of a problem. `error` says why there is no report where it was to be judged."""

    path: Path
    slug: str
    found_by: str
    interface: "Interface | None" = None
    report: "Report | None" = None
    error: str = ""


@dataclass(slots=True)
class Imported:
    """The files of a folder: those of problems, in order of these, and why others are not.

    `unread` are files and folders that nobody can tell anything of.
    """

    folder: Path
    known: list[Known] = field(default_factory=list)
    unknown: dict[Path, str] = field(default_factory=dict)
    unread: dict[Path, str] = field(default_factory=dict)

    def name(self, path: Path) -> str:
        """Return the path of a file as seen from the folder."""
        return str(path.relative_to(self.folder))

    @property
    def status(self) -> Status:
        """The exit status; what could not be done counts before what is wrong."""
        found = {status_of(one.report.verdict) for one in self.known if one.report is not None}
        if Status.INTERNAL_ERROR in found:
            return Status.INTERNAL_ERROR
        if self.unread or not self.known or any(one.error for one in self.known):
            return Status.MISTAKE
        return max(found, default=Status.DONE)


def recognise(imported: Imported, files: Iterable[Path], catalog: "Catalog") -> None:
    """Tell which of the files are of problems in a catalog."""
    packages = _Kept(catalog)
    for path in files:
        try:
            source = read_submission(path).source
        except SubmissionError as error:
            imported.unread[path] = str(error)
            continue
        try:
            # Of `solution.py` the folder's name counts, also that of the folder that was named.
            found = problems.find_problem(str(path.absolute()), source, packages)
            if found.slug not in packages.slugs():
                catalog.get(found.slug)  # says so, and names what is like it
        except UsageError as error:
            imported.unknown[path] = str(error)
            continue
        imported.known.append(Known(path, found.slug, found.by.value))
    imported.known.sort(key=lambda one: one.slug)


class _Kept:
    """The packages of a catalog, each loaded once: they are asked for anew of every file."""

    def __init__(self, catalog: "Catalog") -> None:
        self.slugs = cache(catalog.slugs)
        self._get = cache(catalog.get)

    def get(self, slug: str) -> "Problem":
        return self._get(slug)
