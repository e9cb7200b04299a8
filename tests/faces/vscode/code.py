"""One window of VS Code, driven as a person drives it: by keys, and by what is on the screen."""

import contextlib
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from tests.faces.vscode.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

#: A machine that does much else at once shall not fail a test.
LONG = 120_000
#: What VS Code says of itself in a browser, whatever runs in it.
ITS_OWN = re.compile(
    r"%c|iframe which has both|Failed to load resource|ENOPRO|webview|sandbox|net::ERR|"
    r"file watcher|product\.json|Unable to resolve|vscode-userdata|WebGL"
)


class Code:
    """A window: `page` is its page, `errors` what went wrong in it beside VS Code's own noise."""

    def __init__(self, page: "Page", workbench: Workbench, name: str = "one") -> None:
        self.page = page
        self.workbench = workbench
        self.name = name
        self.errors: list[str] = []
        self.asked: list[str] = []
        page.set_default_timeout(LONG)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("console", lambda said: self._note(said.text) if said.type == "error" else None)

    def _note(self, text: str) -> None:
        if not ITS_OWN.search(text):
            self.errors.append(text)

    def open(self, file: str, *, trusted: bool = True) -> None:
        """Open a window with a file of the folder."""
        self.page.goto(self.workbench.address(self.name, file, trusted=trusted))
        self.wait_for_file(file.rpartition("/")[2])

    def wait_for_file(self, name: str) -> None:
        self.page.locator(f".tab.active[data-resource-name='{name}']").first.wait_for()
        self.page.locator(".view-lines .view-line").first.wait_for()

    def only(self, name: str, *, problem: bool = True) -> None:
        """Open a file of the folder, and close all others as they are on the disk.

        Of a file of a problem wait until VS Code knows that it is one: until then keys are its own.
        """
        self.close_all()
        self.file(name)
        if problem:
            self.until(lambda: self.lenses.count() == 2, "lenses")

    def file(self, name: str) -> None:
        """Open a file of the folder."""
        self.workbench.order(self.name, open=name)
        self.wait_for_file(name.rpartition("/")[2])

    def close_all(self) -> None:
        """Close all files, as they are on the disk."""
        self.workbench.order(self.name, close=True)
        self.until(lambda: self.page.locator(".tab").count() == 0, "no open file")

    @contextlib.contextmanager
    def setting(self, name: str, value: Any) -> Iterator[None]:
        """Change one of the person's settings for a while."""
        self.workbench.order(self.name, set={name: value})
        yield
        self.workbench.order(self.name, set={name: None})

    def command(self, title: str) -> None:
        """Run a command of the palette."""
        self.page.keyboard.press("F1")
        box = self.page.locator(".quick-input-widget input.input").first
        box.fill(f">{title}")
        self.page.locator(".quick-input-list .monaco-list-row", has_text=title).first.wait_for()
        self.page.keyboard.press("Enter")

    def replace(self, text: str) -> None:
        """Write over the text of the file that is being edited."""
        self.focus()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def focus(self) -> None:
        self.page.locator(".editor-instance .monaco-editor .view-lines").first.click()

    def submit(self) -> None:
        """Press the key in the editor, and wait until the judge has taken it."""

        def followed() -> int:
            return sum("/events" in one for one in self.workbench.asked)

        before = followed()
        self.focus()
        self.page.keyboard.press("Control+Enter")
        self.until(lambda: followed() > before, "a submission")

    def verdict(self, verdict: str) -> None:
        """Submit, and wait for this verdict on lca."""
        self.submit()
        self.wait_for_status(rf"{verdict} lca$")

    def start(self, slug: str) -> None:
        """Choose a problem to begin from the list, once that is there."""
        self.command("Judge: Start problem")
        rows = self.page.locator(".quick-input-list .monaco-list-row")
        rows.filter(has_text="kth-largest").first.wait_for()
        self.page.keyboard.insert_text(slug)
        self.page.keyboard.press("Enter")

    @property
    def status(self) -> "Locator":
        """What stands in the status bar."""
        return self.page.locator("[id='judge.judge.judge.status'], [id$='judge.status']").first

    def wait_for_status(self, pattern: str) -> None:
        self.until(lambda: re.search(pattern, self.said), f"{pattern!r} in the status bar")

    @property
    def said(self) -> str:
        return (self.status.text_content() or "").strip() if self.status.count() else ""

    @property
    def text(self) -> str:
        """The text of the file that is being edited, as far as it is on the screen."""
        lines = self.page.locator(".editor-group-container.active .view-lines .view-line")
        placed = lines.evaluate_all(
            "all => all.map(one => [parseInt(one.style.top), one.innerText])"
        )
        return "\n".join(text for _, text in sorted(placed)).replace("\u00a0", " ")

    @property
    def lenses(self) -> "Locator":
        return self.page.locator(".codelens-decoration a")

    @property
    def marks(self) -> "Locator":
        return self.page.locator(".squiggly-error")

    @property
    def errors_shown(self) -> int:
        """The number of errors that the status bar counts."""
        found = self.page.locator("[id='status.problems']").text_content() or ""
        return int((re.findall(r"\d+", found) or ["0"])[0])

    @property
    def output(self) -> str:
        """The text of the panel below, as far as it is on the screen."""
        lines = self.page.locator(".panel .view-lines .view-line").all_inner_texts()
        return "\n".join(lines).replace("\u00a0", " ")

    def wait_for_output(self, text: str) -> None:
        self.until(lambda: text in self.output, f"{text!r} in the output")

    def toast(self, text: str) -> "Locator":
        return self.page.locator(".notification-toast", has_text=text).first

    def until(self, true: Callable[[], Any], what: str) -> None:
        """Wait until something is true."""
        for _ in range(LONG // 100):
            if true():
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"{what}: it did not come; the status bar says {self.said!r}")
