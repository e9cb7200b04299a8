"""`judge lsp` as an editor starts it: a process, asked over its standard streams."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types as lsp

from judge.client import RunningServer, running_server
from tests.judge.service.served import ROOT, Served, environment_of
from tests.packages import largest
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = [pytest.mark.needs("pytest_lsp", "full")]

RIGHT = (ROOT / "examples" / "lca.py").read_text()
WRONG = (ROOT / "examples" / "lca_wrong.py").read_text()
SECONDS = 60.0
FLOAT = "def kth_largest(nums, k):\n    return float(sorted(nums)[-k])\n"
#: An exception whose words a terminal or an editor would act on.
ACTS = (
    "def lca(root, p, q):\n    raise ValueError('owned \\x1b]0;x\\x07 \\u202e [x](command:quit)')\n"
)
ENDLESS = "def lca(root, p, q):\n    while True: pass\n"


class Session:
    """One editor with one language server, and the files that it has open."""

    def __init__(self, client: Any, folder: Path) -> None:
        self.client = client
        self.folder = folder

    def open(self, name: str, text: str) -> str:
        """Open a file with text that is not on the disk; return its address."""
        uri = (self.folder / name).as_uri()
        item = lsp.TextDocumentItem(uri, "python", 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, version: int, text: str) -> None:
        """Insert text at the beginning."""
        place = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(version, uri),
                [lsp.TextDocumentContentChangePartial(place, text)],
            )
        )

    async def lenses(self, uri: str) -> list[lsp.CodeLens]:
        params = lsp.CodeLensParams(lsp.TextDocumentIdentifier(uri))
        return list(await self.client.text_document_code_lens_async(params) or [])

    async def command(self, name: str, *arguments: str) -> None:
        params = lsp.ExecuteCommandParams(name, list(arguments) or None)
        await self.client.workspace_execute_command_async(params)

    async def submitted(self, name: str, text: str) -> str:
        """Open a file, submit it, and wait for what is said of it; return its address."""
        uri = self.open(name, text)
        await self.command("judge.submit", uri)
        await self.until(self.said)
        return uri

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something is so; the seconds are a guard."""
        async with asyncio.timeout(SECONDS):
            while not holds():  # noqa: ASYNC110 - what the client has seen has no event
                await asyncio.sleep(0.01)

    def said(self) -> list[str]:
        return [message.message for message in self.client.messages]

    def marks(self, uri: str) -> list[lsp.Diagnostic]:
        return list(self.client.diagnostics.get(uri, ()))


Play = Callable[[Callable[[Session], Awaitable[None]]], None]


@pytest.fixture
def play(server: Served, tmp_path: Path) -> Play:
    """Play a story with a language server that finds the shared service."""

    def played(story: Callable[[Session], Awaitable[None]]) -> None:
        async def whole() -> None:
            async with session(server.environment, tmp_path) as opened:
                await story(opened)

        asyncio.run(whole())

    return played


@asynccontextmanager
async def session(environment: dict[str, str], folder: Path) -> "AsyncIterator[Session]":
    """Yield a session, from initialize to exit."""
    from pytest_lsp import ClientServerConfig, client_capabilities  # noqa: PLC0415 - may be missing

    config = ClientServerConfig([sys.executable, "-m", "judge", "lsp"], server_env=environment)
    client: Any = await config.start()
    params = lsp.InitializeParams(
        client_capabilities("visual-studio-code"), root_uri=folder.as_uri()
    )
    await client.initialize_session(params)
    try:
        yield Session(client, folder)
    finally:
        await client.shutdown_session()
        await client.stop()


def test_a_file_of_a_problem_has_lenses_over_its_entry(play: Play) -> None:
    """Another file has none."""

    async def story(editor: Session) -> None:
        lca = editor.open("lca.py", "import sys\n\n" + WRONG)
        found = await editor.lenses(lca)
        titles = [lens.command.title for lens in found if lens.command]
        assert titles == ["Submit", "Run samples"]
        assert found[0].command is not None
        assert list(found[0].command.arguments or ()) == [lca]
        row = found[0].range.start.line
        assert "def lowest" in ("import sys\n\n" + WRONG).splitlines()[row]
        other = editor.open("other.py", "print(1)\n")
        assert await editor.lenses(other) == []
        assert editor.said() == []

    play(story)


def test_hovering_over_the_entry_shows_the_statement(play: Play) -> None:
    """And over no other line."""

    async def story(editor: Session) -> None:
        lca = editor.open("dir with spaces/ünï/lca.py", "x = 1\n" + "def lca(r, p, q): ...\n")
        document = lsp.TextDocumentIdentifier(lca)
        params = lsp.HoverParams(document, lsp.Position(1, 5))
        hover = await editor.client.text_document_hover_async(params)
        assert hover is not None
        assert "ncestor" in hover.contents.value
        params = lsp.HoverParams(document, lsp.Position(0, 0))
        assert await editor.client.text_document_hover_async(params) is None

    play(story)


def test_pitfall_7_the_buffer_is_judged_and_an_edit_takes_the_mark_away(play: Play) -> None:
    """No file is on the disk; the mark has the failing input, the verdict and the version."""

    async def story(editor: Session) -> None:
        uri = await editor.submitted("lca.py", WRONG)
        (mark,) = editor.marks(uri)
        assert (mark.code, mark.source) == ("WA", "judge")
        assert mark.message.startswith("wrong answer: root = [1, 2, 3], p = 2, q = 3: expected 1")
        assert "def lowest" in WRONG.splitlines()[mark.range.start.line]
        assert editor.said() == [f"WA lca: {mark.message}"]
        editor.change(uri, 2, "# new\n")
        await editor.until(lambda: not editor.marks(uri))

    play(story)


def test_pitfall_20_and_21_a_float_differs_visibly_wherever_the_file_lies(play: Play) -> None:
    """What JSON loses, the mark has: it is the service's text."""

    async def story(editor: Session) -> None:
        uri = await editor.submitted("dir with spaces/ünï, 日本/kth_largest.py", FLOAT)
        (mark,) = editor.marks(uri)
        assert re.search(r"\d\.0\b", mark.message), mark.message

    play(story)


def test_what_a_submission_says_acts_in_no_editor(play: Play) -> None:
    """Editors make links of messages: to web sites, and to commands of theirs."""

    async def story(editor: Session) -> None:
        uri = await editor.submitted("lca.py", ACTS)
        (mark,) = editor.marks(uri)
        (said,) = editor.said()
        for text in (mark.message, said):
            assert "owned" in text
            assert text.isprintable()
        assert "[x] (command:quit)" in said
        other = editor.open("[x](command:quit)\u202e.py", "print(1)\n")
        await editor.command("judge.submit", other)
        await editor.until(lambda: len(editor.said()) == 2)
        assert editor.said()[1].isprintable()
        assert "](" not in editor.said()[1]

    play(story)


def ended(state: Path) -> RunningServer:
    """End the server of a state folder; return what it was."""
    server = running_server(state)
    assert server is not None
    os.kill(server.pid, signal.SIGTERM)
    until(lambda: running_server(state) is None)
    return server


def test_pitfall_22_two_windows_share_one_server(tmp_path: Path) -> None:
    """Both ask at once where none runs: one is started, and both get a verdict."""
    state = tmp_path / "state"
    environment = environment_of(JUDGE_STATE_DIR=str(state), JUDGE_WORKERS="1")

    async def story() -> None:
        async with session(environment, tmp_path) as one, session(environment, tmp_path) as other:
            for editor in (one, other):
                await editor.command("judge.submit", editor.open("lca.py", WRONG))
            for editor in (one, other):
                await editor.until(editor.said)
                assert editor.said()[0].startswith("WA lca: "), editor.said()

    try:
        asyncio.run(story())
    finally:
        ended(state)


def test_pitfall_23_another_token_while_the_editor_is_open(tmp_path: Path) -> None:
    """The server came back with a new one: the next submission works unasked."""
    environment = environment_of(JUDGE_STATE_DIR=str(tmp_path / "state"), JUDGE_WORKERS="1")
    first = Served(environment)
    servers = [first]

    async def story() -> None:
        async with session(environment, tmp_path) as editor:
            uri = await editor.submitted("lca.py", WRONG)
            first.stop()
            (first.state / "token").unlink()
            servers.append(Served(environment, first.port))
            assert servers[1].token != first.token
            editor.change(uri, 2, "# new\n")
            await editor.until(lambda: not editor.marks(uri))
            await editor.command("judge.submit", uri)
            await editor.until(lambda: len(editor.said()) == 2)
            assert [one[:8] for one in editor.said()] == ["WA lca: "] * 2

    try:
        asyncio.run(story())
    finally:
        servers[-1].stop()


def test_accepted_says_so_and_marks_nothing(play: Play) -> None:
    """Without arguments the file used last is meant: some editors send none."""

    async def story(editor: Session) -> None:
        editor.open("lca_wrong.py", WRONG)
        uri = editor.open("lca.py", RIGHT.replace("\n", "\r\n"))
        await editor.command("judge.submit")
        await editor.until(editor.said)
        assert editor.said()[0].startswith("AC lca: ")
        assert editor.marks(uri) == []

    play(story)


def test_a_text_that_has_changed_meanwhile_gets_no_marks(play: Play) -> None:
    """The marks would stand at other lines."""

    async def story(editor: Session) -> None:
        uri = editor.open("lca.py", WRONG)
        await editor.command("judge.submit", uri)
        editor.change(uri, 2, "# new\n")
        await editor.until(editor.said)
        assert editor.marks(uri) == []

    play(story)


def test_progress_is_told_and_cancelling_it_gives_the_submission_up(
    play: Play, server: Served
) -> None:
    """The button of the editor's own progress bar."""

    async def story(editor: Session) -> None:
        uri = editor.open("lca.py", ENDLESS)
        await editor.command("judge.submit", uri)
        reports = editor.client.progress_reports
        await editor.until(lambda: any(len(told) > 1 for told in reports.values()))
        (token,) = reports
        assert reports[token][0].cancellable
        params = lsp.WorkDoneProgressCancelParams(token)
        editor.client.window_work_done_progress_cancel(params)
        await editor.until(editor.said)
        assert editor.said() == ["judge: cancelled"]
        await editor.until(lambda: reports[token][-1].kind == "end")

    play(story)
    (newest,) = server.ask("/v1/submissions?limit=1")["submissions"]
    assert newest["status"] == "cancelled"


def test_the_samples_are_played(play: Play) -> None:
    """One sentence says how many pass, and what is wrong with the first that does not."""

    async def story(editor: Session) -> None:
        uri = editor.open("lca.py", WRONG)
        await editor.command("judge.run", uri)
        await editor.until(editor.said)
        assert editor.said() == ["judge: 1 of 3 samples passed; WA: expected 5, got 8"]

    play(story)


def test_a_file_of_no_problem_is_told_how_to_name_one(play: Play) -> None:
    """The service's own sentence."""

    async def story(editor: Session) -> None:
        uri = await editor.submitted("nothing_at_all.py", RIGHT)
        assert "nothing_at_all" in editor.said()[0]
        await editor.command("judge.cancel", uri)
        await editor.until(lambda: len(editor.said()) == 2)
        assert editor.said()[1] == "judge: nothing is being judged here"

    play(story)


def test_an_opened_file_starts_no_server(tmp_path: Path) -> None:
    """The problems of this machine tell its lenses until a command needs a server."""

    async def story() -> None:
        state = tmp_path / "state"
        async with session(environment_of(JUDGE_STATE_DIR=str(state)), tmp_path) as editor:
            lca = editor.open("lca.py", WRONG)
            assert len(await editor.lenses(lca)) == 2
            assert await editor.lenses(editor.open("other.py", "print(1)\n")) == []
        assert not (state / "server.json").exists()

    asyncio.run(story())


OWN_STATEMENT = """# Largest

![a picture](https://elsewhere.test/x.png) and [x](command:quit)

## Follow-ups

- None?
"""


def own_package(folder: Path) -> None:
    """Write a package that nobody trusts, whose checker is its own."""
    checker = "def check(_arguments, expected, actual):\n    assert actual != -200\n"
    checker += "    return None if actual == expected else '[x](command:quit) is wrong'\n"
    texts = {"checker.py": checker, "statement.md": OWN_STATEMENT}
    largest(folder, checker="custom", files=texts)


def test_packages_of_one_s_own_are_known_before_a_server_runs_and_by_one_that_lacks_them(
    tmp_path: Path,
) -> None:
    """One that a client has started without them is replaced; nobody need trust them."""
    own_package(tmp_path / "mine")
    own = {"JUDGE_STATE_DIR": str(tmp_path / "state"), "JUDGE_CACHE_DIR": str(tmp_path / "cache")}
    without = environment_of(**own, JUDGE_WORKERS="1", JUDGE_TIMING="off")
    environment = {**without, "JUDGE_PROBLEMS": str(tmp_path / "mine")}
    ensure = [sys.executable, "-m", "judge", "serve", "--ensure", "--json", "--port", "0"]
    state = Path(without["JUDGE_STATE_DIR"])

    async def story() -> None:
        async with session(environment, tmp_path) as editor:
            uri = editor.open("largest.py", "def largest(nums): return -200\n")
            assert len(await editor.lenses(uri)) == 2
            params = lsp.HoverParams(lsp.TextDocumentIdentifier(uri), lsp.Position(0, 5))
            hover = await editor.client.text_document_hover_async(params)
            assert "a picture" in hover.contents.value
            assert "![" not in hover.contents.value
            run = partial(subprocess.run, ensure, env=without, check=True, capture_output=True)
            await asyncio.to_thread(run)
            assert len(await editor.lenses(uri)) == 2
            await editor.command("judge.submit", uri)
            await editor.until(editor.said)
            said = editor.said()[0]
            assert said.startswith("IE largest: the judge failed, not the submission: "), said
            assert "checker.py: check: it raises AssertionError at line 2" in said
            for text, verdict in (("min(nums)", "WA"), ("max(nums)", "AC")):
                before = len(editor.said())
                again = editor.open(f"{verdict}/largest.py", f"def largest(nums): return {text}\n")
                await editor.command("judge.submit", again)
                await editor.until(lambda before=before: len(editor.said()) > before)  # type: ignore[misc]  # mypy knows no default of a lambda
                assert editor.said()[-1].startswith(f"{verdict} largest: "), editor.said()
                assert "](command" not in editor.said()[-1]

    try:
        asyncio.run(story())
    finally:
        server = ended(state)
    assert str(tmp_path / "mine") in server.problems
