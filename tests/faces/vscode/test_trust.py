"""What a folder of somebody else's can make the extension do: nothing."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.faces.vscode.code import Code
from tests.faces.vscode.conftest import Opens
from tests.faces.vscode.workbench import Workbench
from tests.judge.cli.command import write

pytestmark = pytest.mark.needs("vscode", "chromium")

WRONG = "# judge: lca\ndef lowest_common_ancestor(root, p, q):\n    return p\n"


class Stranger(HTTPServer):
    """A server that would like to have a token; it keeps the headers that it is sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Keeper)
        self.seen: list[dict[str, str]] = []


class _Keeper(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Stranger)
        self.server.seen.append(dict(self.headers))
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self) -> None:
        self.do_GET()

    def do_OPTIONS(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def stranger() -> Iterator[Stranger]:
    server = Stranger()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_folder_sends_the_token_nowhere(code: Code, work: Path, stranger: Stranger) -> None:
    """Its settings name a server; the person's own is asked all the same."""
    url = f"http://127.0.0.1:{stranger.server_port}"
    settings = {"judge.server": url, "judge.command": ["x"], "judge.stateFolder": "disk:/work"}
    write(work, ".vscode/settings.json", json.dumps(settings))
    write(work, "lca.py", WRONG)
    code.page.reload()
    code.wait_for_file("lca.py")
    code.only("lca.py")
    code.verdict("WA")
    assert stranger.seen == []
    (work / ".vscode" / "settings.json").unlink()


def test_a_folder_that_is_not_trusted_is_not_served(
    opens: Opens, workbench: Workbench, work: Path
) -> None:
    """No lens, no command, no request."""
    write(work, "lca.py", WRONG)
    before = len(workbench.asked)
    code = opens("lca.py", trusted=False)
    code.page.locator(".statusbar-item", has_text="Restricted Mode").first.wait_for()
    code.page.keyboard.press("F1")
    box = code.page.locator(".quick-input-widget input.input").first
    box.fill(">Judge: Submit")
    code.page.locator(".quick-input-list", has_text="No matching").first.wait_for()
    assert code.lenses.count() == 0
    # The other window may still read its result; a file is asked about by POST.
    assert [one for one in workbench.asked[before:] if one.startswith("POST")] == []
    code.page.close()
