"""Draws docs/page.png: a wrong answer on the page, as it is in the browser.

    ./run python -m docs.draw_page

Needs what the tests of the page need: Chromium and requirements/faces.txt.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.faces.page.conftest import FLAGS
from tests.faces.page.typing_people import SAVED, open_problem, type_text
from tests.judge.service.served import Served, environment_of

HERE = Path(__file__).parent
SOURCE = HERE.parent / "examples" / "lca_wrong.py"
#: Steps by which the result gets more of the height.
MORE_ROOM = 9


def main() -> None:
    """Submit the wrong example, and take a picture of the tree that shows it."""
    with tempfile.TemporaryDirectory() as state:
        server = Served(environment_of(JUDGE_STATE_DIR=state))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
            page = browser.new_page(viewport={"width": 1120, "height": 760})
            open_problem(page, server)
            type_text(page, SOURCE.read_text())
            page.keyboard.press("Control+Enter")
            page.wait_for_selector("section.below[data-state=done] .result svg")
            page.wait_for_selector(SAVED)
            splitter = page.get_by_role("separator", name="Height of the code")
            for _ in range(MORE_ROOM):
                splitter.press("ArrowUp")
            page.locator(".result h2").evaluate("one => one.scrollIntoView()")
            page.screenshot(path=HERE / "page.png")
            browser.close()
        server.stop()


if __name__ == "__main__":
    main()
