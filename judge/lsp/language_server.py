"""The language server, on standard input and output: lenses, marks, statements, three commands.

It judges nothing and keeps nothing but what is going on in open files: all else is asked of the
judge's HTTP service, which is started by the first command and by no opened file.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp

from judge.lsp import submitting
from judge.lsp.editor import Editor
from judge.lsp.remote import Remote
from judge.problems import Catalog

#: Command -> what a lens and an action call it.
TITLES = {"judge.submit": "Submit", "judge.run": "Run samples"}


def serve_editor(state_dir: Path, environment: Mapping[str, str], catalog: Catalog) -> None:
    """Serve one editor over standard input and output until it leaves.

    Without a server the `catalog` tells which files are of a problem.
    """
    remote = Remote(state_dir, environment, tuple(map(str, catalog.own)))
    # What anything else prints must not get between the messages.
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        editor_with_features(remote, catalog).start_io(sys.stdin.buffer, out)


def editor_with_features(remote: Remote, catalog: Catalog) -> Editor:
    """Return a language server with all that it can do."""
    editor = Editor(remote, catalog)
    editor.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(_opened)
    editor.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    editor.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    editor.feature(lsp.TEXT_DOCUMENT_CODE_LENS)(_lenses)
    editor.feature(lsp.TEXT_DOCUMENT_CODE_ACTION)(_actions)
    editor.feature(lsp.TEXT_DOCUMENT_HOVER)(_hover)
    editor.command("judge.submit")(_submit)
    editor.command("judge.run")(_run)
    editor.command("judge.cancel")(_cancel)
    return editor


def _opened(ls: Editor, params: lsp.DidOpenTextDocumentParams) -> None:
    ls.desk.latest = params.text_document.uri


def _changed(ls: Editor, params: lsp.DidChangeTextDocumentParams) -> None:
    """Take the marks away: they speak of the text that was judged."""
    ls.desk.latest = params.text_document.uri
    submitting.unmark(ls, params.text_document.uri)


def _closed(ls: Editor, params: lsp.DidCloseTextDocumentParams) -> None:
    submitting.unmark(ls, params.text_document.uri)


async def _lenses(ls: Editor, params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
    """Return Submit and Run above the entry of a problem's file."""
    found = await _entry(ls, params.text_document.uri)
    if found is None:
        return []
    row = found[1] - 1
    place = lsp.Range(lsp.Position(row, 0), lsp.Position(row, 0))
    return [lsp.CodeLens(place, command) for command in _commands(params.text_document.uri)]


async def _actions(ls: Editor, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """Return the same as actions, for editors that draw no lenses."""
    if await _entry(ls, params.text_document.uri) is None:
        return []
    return [
        lsp.CodeAction(f"Judge: {command.title}", command=command)
        for command in _commands(params.text_document.uri)
    ]


def _commands(uri: str) -> list[lsp.Command]:
    return [lsp.Command(title, name, arguments=[uri]) for name, title in TITLES.items()]


async def _hover(ls: Editor, params: lsp.HoverParams) -> lsp.Hover | None:
    """Return the statement over the entry's line."""
    ls.desk.latest = params.text_document.uri
    found = await _entry(ls, params.text_document.uri)
    if found is None or found[1] - 1 != params.position.line:
        return None
    statement = await ls.statement(found[0])
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, statement)) if statement else None


async def _entry(ls: Editor, uri: str) -> tuple[str, int] | None:
    """Return the problem of an open file and the line of its entry; None for another file."""
    document = ls.open_document(uri)
    slug = await ls.found_problem(document) if document is not None else None
    if document is None or slug is None:
        return None
    return slug, await ls.entry_line(document, slug)


def _submit(ls: Editor, *arguments: Any) -> None:
    """Submit a file: the one that is named, else the one used last."""
    uri = _uri(ls, arguments)
    ls.begin(submitting.submit(ls, uri))


def _run(ls: Editor, *arguments: Any) -> None:
    """Play the samples with a file."""
    ls.begin(submitting.run(ls, _uri(ls, arguments)))


def _cancel(ls: Editor, *arguments: Any) -> None:
    """Give up what is being judged of a file."""
    ls.begin(submitting.cancel(ls, _uri(ls, arguments)))


def _uri(ls: Editor, arguments: tuple[Any, ...]) -> str:
    """Return the file that is meant. Some editors send no arguments."""
    given = arguments[0] if arguments else None
    return given if isinstance(given, str) else ls.desk.latest
