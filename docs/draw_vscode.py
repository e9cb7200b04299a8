"""Draws docs/vscode.png: a wrong answer in VS Code, as it is on the screen.

    ./run python -m docs.draw_vscode

Needs what the tests of the editors need: Chromium, requirements/faces.txt, and `npm ci` in
editors/vscode and tests/faces/vscode.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.faces.vscode.code import Code
from tests.faces.vscode.conftest import FLAGS
from tests.faces.vscode.workbench import EXTENSION, Workbench
from tests.judge.service.served import Served, environment_of

HERE = Path(__file__).parent
SOURCE = HERE.parent / "examples" / "lca_wrong.py"


def main() -> None:
    """Submit the wrong example in a window, and take its picture."""
    with tempfile.TemporaryDirectory() as root:
        folders = {name: Path(root) / name for name in ("state", "work", "notes")}
        for folder in folders.values():
            folder.mkdir()
        (folders["work"] / "lca.py").write_bytes(SOURCE.read_bytes())
        built = [sys.executable, str(EXTENSION / "build.py"), f"{root}/judge.vsix"]
        subprocess.run(built, check=True)
        server = Served(environment_of(JUDGE_STATE_DIR=str(folders["state"])))
        workbench = Workbench(folders, server.url, {})
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
            page = browser.new_page(viewport={"width": 1000, "height": 640})
            code = Code(page, workbench)
            code.open("lca.py")
            code.until(lambda: code.lenses.count() == 2, "lenses")
            code.verdict("WA")
            code.wait_for_output("judge replay lca lca.py")
            code.until(lambda: code.marks.count() > 0, "a mark")
            page.screenshot(path=HERE / "vscode.png")
            browser.close()
        workbench.stop()
        server.stop()


if __name__ == "__main__":
    main()
