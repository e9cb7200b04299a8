"""People who type: an editor with a text, and a browser that may die at any moment."""

import contextlib
import os
import signal
import time
from pathlib import Path
from typing import Any

from tests.faces.page.conftest import FLAGS
from tests.faces.page.signing_in import address_of
from tests.judge.service.served import Served

EDITOR = ".cm-content"
SAVED = "#state:text-is('saved')"


def forget(server: Served, slug: str) -> None:
    """Delete what was typed for a problem."""
    with contextlib.suppress(ValueError):  # no content is no JSON
        server.ask(f"/v1/drafts/{slug}", method="DELETE")


def show(page: Any, server: Served, path: str) -> None:
    """Show a screen to who is signed in."""
    page.goto(f"{server.url}{path}")
    page.wait_for_selector("main[data-state=done]")


def open_problem(page: Any, server: Served, slug: str = "lca") -> None:
    """Sign in if need be, and wait for the editor."""
    signed = any(one["name"] == f"judge-{server.port}" for one in page.context.cookies())
    page.goto(f"{server.url}/problems/{slug}" if signed else address_of(server, slug))
    page.wait_for_selector(EDITOR)


def text_of(page: Any) -> str:
    """Return the text in the editor, which is short enough to be drawn whole."""
    lines = page.locator(".cm-line").all_inner_texts()
    return "\n".join("" if line == "\n" else line for line in lines)


def type_text(page: Any, text: str) -> None:
    """Replace the whole text, as fast as a paste."""
    page.locator(EDITOR).focus()
    page.keyboard.press("Control+a")
    # By the editor's own command: what the browser itself removes from several lines leaves styles
    # behind, which the policy forbids and the console tells.
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)


def head_of(server: Served, slug: str = "lca") -> str:
    """Return the server's text of a problem; empty where it has none."""
    with contextlib.suppress(ValueError):
        return str(server.ask(f"/v1/drafts/{slug}")["source"])
    return ""


def versions_of(server: Served, slug: str = "lca") -> list[str]:
    """Return every text that the server has of a problem."""
    path = f"/v1/drafts/{slug}/versions"
    listed: Any = server.ask(path)
    return [str(server.ask(f"{path}/{one['id']}")["source"]) for one in listed]


class Mortal:
    """A browser with a profile on the disk, which can be killed and started again."""

    def __init__(self, browser: Any, folder: Path) -> None:
        self._type = browser.browser_type
        self._folder = folder
        self._context: Any = None

    def start(self) -> Any:
        """Start it; return a page."""
        self._context = self._type.launch_persistent_context(
            str(self._folder), executable_path="/usr/bin/chromium", args=FLAGS
        )
        return self._context.pages[0]

    def kill(self) -> None:
        """End all of it without a word, and wait until it is gone."""
        while found := self._processes():
            for pid in found:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            time.sleep(0.05)

    def stop(self) -> None:
        with contextlib.suppress(Exception):  # it may be dead
            self._context.close()
        self.kill()

    def _processes(self) -> list[int]:
        named = f"--user-data-dir={self._folder}".encode()
        found = []
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                if named in path.read_bytes():
                    found.append(int(path.parent.name))
        return found
