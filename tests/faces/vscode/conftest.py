"""VS Code in a browser: the extension built once, one window that the tests share."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faces.vscode.code import Code
from tests.faces.vscode.workbench import EXTENSION, Workbench
from tests.judge.cli.command import write
from tests.judge.service.served import Served

#: The folders that VS Code sees, as `disk:/NAME`.
Folders = dict[str, Path]
Opens = Callable[..., Code]

FLAGS = [
    "--no-sandbox",  # the sandbox of a browser refuses root
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


#: Where pictures of the windows of failed tests go, for people; unset: none are taken.
PICTURES = os.environ.get("JUDGE_TEST_PICTURES")
_windows: list[Code] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Take pictures of what a failed test has left."""
    report = yield
    if report.failed and PICTURES:
        for number, window in enumerate(_windows):
            with contextlib.suppress(Exception):  # it may be closed
                window.page.screenshot(path=f"{PICTURES}/{item.name}-{number}.png")
    return report


@pytest.fixture(scope="session")
def vsix(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the extension from its sources."""
    out = tmp_path_factory.mktemp("vsix") / "judge.vsix"
    subprocess.run([sys.executable, EXTENSION / "build.py", out], check=True)
    return out


# Of no more than a module: while it is there, Playwright has an event loop run in this thread, in
# which no other test of the worker could start one.
@pytest.fixture(scope="module")
def browser(vsix: Path) -> Iterator[Any]:
    """Return a Chromium of this machine; it reaches nothing but loopback."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is installed

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def folders(server: Served, tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """Return the folder of solutions, that of the server's state, and one for a test's notes."""
    root = tmp_path_factory.mktemp("vscode")
    work, notes = root / "my solutions", root / "notes"
    work.mkdir()
    notes.mkdir()
    return {"work": work, "state": server.state, "notes": notes}


@pytest.fixture(scope="module")
def workbench(server: Served, folders: Folders) -> Iterator[Workbench]:
    """Serve VS Code, with the real server behind it."""
    workbench = Workbench(folders, server.url, {})
    yield workbench
    workbench.stop()


@pytest.fixture(scope="module")
def opens(browser: Any, workbench: Workbench) -> Iterator[Opens]:
    """Return what opens a window with a file. All share what the browser has loaded."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})

    def open_window(file: str, *, trusted: bool = True) -> Code:
        code = Code(context.new_page(), workbench, str(len(_windows)))
        _windows.append(code)
        code.open(file, trusted=trusted)
        return code

    yield open_window
    _windows.clear()
    context.close()


@pytest.fixture(scope="module")
def code(opens: Opens, workbench: Workbench, folders: Folders) -> Iterator[Code]:
    """Return the window that most tests share."""
    write(folders["work"], "lca.py", "")
    window = opens("lca.py")
    yield window
    assert window.errors == []
    ours = (workbench.url, "blob:", "data:", "vscode-file:")
    assert [url for url in window.asked if not url.startswith(ours)] == []


@pytest.fixture
def work(folders: Folders) -> Path:
    return folders["work"]
