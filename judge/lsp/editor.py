"""One editor: its open files, what goes on in them, and what is said to the person."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from judge import problems, reports
from judge.errors import JudgeError
from judge.lsp.remote import Remote
from judge.problems import Catalog
from judge.values import escape

#: LeetCode's header may stand below lines that tools put first.
HEAD_LINES = 20
MOST_WORDS = 2_000
MOST_STATEMENT = 200_000


@dataclass(slots=True)
class Job:
    """One submission of an open file."""

    version: int | None
    id: str = ""
    cancelled: bool = False


@dataclass(slots=True)
class Desk:
    """What is going on: a submission a file, the files with marks, the file used last."""

    jobs: dict[str, Job] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)
    latest: str = ""
    tasks: set["asyncio.Task[None]"] = field(default_factory=set)


class Editor(LanguageServer):
    """The connection to one editor."""

    def __init__(self, remote: Remote, catalog: Catalog) -> None:
        super().__init__("judge", version("judge"))
        self.remote = remote
        self.catalog = catalog
        self.desk = Desk()

    def say(self, words: str, kind: lsp.MessageType = lsp.MessageType.Info) -> None:
        """Show one sentence to the person, in which editors find no link to a command of theirs."""
        words = escape(words, MOST_WORDS, keep="\n").replace("](", "] (")
        self.window_show_message(lsp.ShowMessageParams(kind, words))

    def complain(self, error: JudgeError) -> None:
        """Show what went wrong."""
        self.say(f"judge: {error}", lsp.MessageType.Error)

    def open_document(self, uri: str) -> TextDocument | None:
        """Return an open file; None for one that is closed."""
        # pygls 2.1 keeps them by their unquoted addresses, whatever the editor has quoted.
        found: TextDocument | None = self.workspace.text_documents.get(unquote(uri))
        return found

    def begin(self, work: Awaitable[None]) -> None:
        """Let work go on after its command is answered: editors do not wait for long."""

        async def reported() -> None:
            try:
                await work
            except JudgeError as error:
                self.complain(error)

        task = asyncio.create_task(reported())
        self.desk.tasks.add(task)
        task.add_done_callback(self.desk.tasks.discard)

    async def found_problem(self, document: TextDocument) -> str | None:
        """Return the slug of a file's problem; None for a file of no problem.

        Where no server runs the problems of this machine tell, so that an opened file starts none.
        """
        try:
            return await asyncio.to_thread(self._find, document)
        except JudgeError:
            return None

    def _find(self, document: TextDocument) -> str:
        head = "".join(document.lines[:HEAD_LINES])
        if not self.remote.runs():
            source = head.encode("utf-8", "surrogatepass")
            return problems.find_problem(place_of(document.uri), source, self.catalog).slug
        body = {"path": place_of(document.uri), "head": head}
        return str(self.remote.document("POST", "/v1/problems/find", body)["problem"])

    async def statement(self, slug: str) -> str:
        """Return a problem's statement, as Markdown; empty where there is none."""

        def text() -> str:
            if not self.remote.runs():
                return self.catalog.get(slug).statement
            return str(self.remote.document("GET", f"/v1/problems/{slug}")["statement"])

        try:
            found = await asyncio.to_thread(text)
        except (JudgeError, LookupError):
            return ""
        # A package may be anybody's: no editor is to fetch a picture because of it.
        return escape(found, MOST_STATEMENT, keep="\n\t").replace("![", "! [")

    async def entry_line(self, document: TextDocument, slug: str) -> int:
        """Return the line of a file's entry, counted from 1."""

        def names() -> tuple[str, ...]:
            try:
                return self.catalog.get(slug).interface.names
            except JudgeError:
                return ()  # another host's problem

        return reports.entry_line(document.lines, await asyncio.to_thread(names)) or 1


def place_of(uri: str) -> str:
    """Return folder and name of a file: what tells its problem, and no more."""
    path = PurePosixPath(unquote(urlsplit(uri).path, errors="surrogateescape"))
    return "/".join(path.parts[-2:]).lstrip("/")
