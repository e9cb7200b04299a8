"""A server that is killed while it judges, comes back with another token, or is not there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faces.vscode.code import Code
from tests.faces.vscode.conftest import Opens
from tests.faces.vscode.workbench import Workbench
from tests.judge.cli.command import write
from tests.judge.service.served import Served, environment_of

pytestmark = pytest.mark.needs("vscode", "chromium")

WRONG = "def lowest_common_ancestor(root, p, q):\n    return p\n"
#: Right, and some ten seconds under way.
SLOW = """
import time

def lowest_common_ancestor(root, p, q):
    time.sleep(0.01)
    return lowest(root, p, q)

def lowest(node, p, q):
    if node is None or node is p or node is q:
        return node
    left, right = lowest(node.left, p, q), lowest(node.right, p, q)
    return node if left and right else left or right
"""


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Served]:
    """Return a server of this test alone, which it may kill."""
    state = tmp_path / "state"
    state.mkdir()
    served = Served(environment_of(JUDGE_STATE_DIR=str(state), JUDGE_WORKERS="1"))
    yield served
    if served.process.poll() is None:
        served.stop()


def window(opens: Opens, own: Served, tmp_path: Path, source: str) -> tuple[Code, Workbench]:
    folders = {"state": own.state, "work": tmp_path / "work", "notes": tmp_path}
    write(folders["work"], "lca.py", source)
    workbench = Workbench(folders, own.url, {})
    code = opens(workbench, "lca.py")
    code.until(lambda: code.lenses.count() == 2, "lenses")
    return code, workbench


def test_pitfall_2_and_23_killed_and_back_with_another_token(
    opens: Opens, own: Served, tmp_path: Path
) -> None:
    """The verdict of what was being judged comes; the next submission works unasked."""
    code, workbench = window(opens, own, tmp_path, SLOW)
    code.submit()
    code.toast("cases").wait_for()
    own.kill()
    code.toast("It is waited for").wait_for()
    (own.state / "token").unlink()
    again = Served(own.environment, own.port)
    assert again.token != own.token
    code.wait_for_status(r"AC lca$")
    code.replace(WRONG)
    code.verdict("WA")
    again.stop()
    workbench.stop()


def test_without_a_server_words_say_what_to_do(opens: Opens, own: Served, tmp_path: Path) -> None:
    """In a browser none can be started; the file is known from before, so the key still asks."""
    code, workbench = window(opens, own, tmp_path, WRONG)
    own.stop()
    code.focus()
    code.page.keyboard.press("Control+Enter")
    code.toast("A page in a browser cannot start one").wait_for()
    code.wait_for_status("not judged")
    workbench.stop()
