"""How long a person waits for the page: `python -m benchmarks.page [COUNT]`.

One real `judge serve` and one Chromium, both warm. Of each round: from the address to an editor
that takes keys, in a browser that has kept nothing; and from the key that submits a wrong answer
for lca, each time another text, to the counterexample drawn. The ratio is to a bare
`python -I -S -c pass`, in the same run. Needs Chromium and requirements/faces.txt. Run it on a
quiet machine.
"""

import gzip
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import clock

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / "judge" / "service" / "page"
WRONG = (ROOT / "examples" / "lca_wrong.py").read_text()
#: What a first visit loads.
FIRST_LOAD = ("index.html", "app.css", "app.js", "vendor.js")
MOST_BYTES = 220_000
#: The targets for two idle cores.
READY_SECONDS = 1.5
DRAWN_SECONDS = 1.2
#: Rounds that warm the server and the browser up.
COLD = 3
FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
EDITOR = ".cm-content"
#: Milliseconds since the address was asked for.
NOW = "performance.now()"
#: Milliseconds from the key to the picture. Told by the page: asking from outside takes time too.
DRAWN = """
() => new Promise((resolve) => {
  let pressed = 0;
  const key = (event) => {
    if (event.key !== "Enter") return;
    pressed = performance.now();
    removeEventListener("keydown", key, true);
  };
  addEventListener("keydown", key, true);
  const look = () => {
    const drawn = document.querySelector("section.below[data-state=done] .result svg .node");
    if (pressed && drawn) resolve(performance.now() - pressed);
    else requestAnimationFrame(look);
  };
  look();
})
"""


def main(count: int) -> None:
    """Print sizes, medians, spreads and ratios."""
    bare = clock.bare_seconds()
    ready, drawn = measure(count)
    print(f"bare interpreter start   {bare * 1e3:8.2f} ms")
    print(f"first load, gzip         {first_load():8,} bytes <= {MOST_BYTES:,}")
    _row("editor ready", ready, READY_SECONDS, bare)
    _row("key to picture of WA", drawn, DRAWN_SECONDS, bare)


def _row(name: str, seconds: Sequence[float], most: float, bare: float) -> None:
    middle = statistics.median(seconds)
    print(f"{name:<24} {middle * 1e3:8.1f} ms <= {most * 1e3:.0f}", end=" ")
    print(f"({min(seconds) * 1e3:.1f} to {max(seconds) * 1e3:.1f}; {middle / bare:.1f}x)")


def first_load() -> int:
    """Return the bytes of a first visit, compressed as a proxy does it."""
    return sum(len(gzip.compress((BUILT / name).read_bytes(), 9)) for name in FIRST_LOAD)


def measure(count: int) -> tuple[list[float], list[float]]:
    """Return the seconds to the editor, and those to the picture, of `count` rounds each."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is installed

    rounds = COLD + count
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as environment,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        lca = sign_in(browser, environment)
        ready = [ready_seconds(browser, lca) for _ in range(rounds)][COLD:]
        drawn = drawn_seconds(browser, lca, rounds)[COLD:]
        browser.close()
    return ready, drawn


@contextmanager
def serving(folder: Path) -> Iterator[dict[str, str]]:
    """Have a server run; yield the environment in which it is found."""
    environment = {**os.environ, "JUDGE_STATE_DIR": str(folder / "state"), "JUDGE_HISTORY": "off"}
    command = [sys.executable, "-m", "judge", "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr is not None
        while "Ctrl-C" not in (line := server.stderr.readline()):
            assert line, "the server did not start"
        try:
            yield environment
        finally:
            server.terminate()
            server.stderr.read()


def address(environment: dict[str, str]) -> str:
    """Return an address that signs in and shows the problem."""
    command = [sys.executable, "-m", "judge", "open", "lca", "--print"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@dataclass(frozen=True)
class Signed:
    """A problem's address, and what a browser keeps that has signed in there."""

    url: str
    state: Any


def sign_in(browser: Any, environment: dict[str, str]) -> Signed:
    """Sign in as a person does."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address(environment))
    page.wait_for_selector(EDITOR)
    found = Signed(page.url, context.storage_state())
    context.close()
    return found


def ready_seconds(browser: Any, lca: Signed) -> float:
    """Return the seconds from the problem's address to an editor with the focus."""
    # Nothing of the page is kept.
    context = browser.new_context(storage_state=lca.state)
    page = context.new_page()
    page.add_init_script(
        "const look = () => document.activeElement?.matches('.cm-content')"
        f" ? (window.ready = {NOW}) : requestAnimationFrame(look); look();"
    )
    page.goto(lca.url)
    page.wait_for_function("() => window.ready")
    found = float(page.evaluate("window.ready")) / 1e3
    context.close()
    return found


def drawn_seconds(browser: Any, lca: Signed, rounds: int) -> list[float]:
    """Return the seconds of each round from the key to the picture."""
    context = browser.new_context(storage_state=lca.state)
    page = context.new_page()
    page.goto(lca.url)
    page.wait_for_selector(EDITOR)
    found = []
    for number in range(rounds):
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        page.keyboard.insert_text(f"{WRONG}# {number}\n")
        page.evaluate(f"window.drawn = ({DRAWN})(); void 0")
        page.keyboard.press("Control+Enter")
        found.append(float(page.evaluate("window.drawn")) / 1e3)
    context.close()
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
