"""A server that is killed while it judges, comes back with another token, or is not there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faces.vscode.code import Code
from tests.faces.vscode.conftest import Folders
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
def own(workbench: Workbench, folders: Folders, tmp_path: Path) -> Iterator[Served]:
    """Put a server of this test alone behind the window. It may be killed, and keeps a history."""
    names = {"JUDGE_STATE_DIR": str(tmp_path / "state"), "JUDGE_DATA_DIR": str(tmp_path / "data")}
    served = Served(environment_of(**names, JUDGE_HISTORY="on", JUDGE_WORKERS="1"))
    before = workbench.judge, folders["state"]
    workbench.judge, folders["state"] = served.url, served.state
    yield served
    workbench.judge, folders["state"] = before
    if served.process.poll() is None:
        served.stop()


def test_pitfall_2_and_23_killed_and_back_with_another_token(
    code: Code, own: Served, work: Path
) -> None:
    """The verdict of what was being judged comes; the next submission works unasked."""
    write(work, "lca.py", SLOW)
    code.only("lca.py")
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


def test_without_a_server_words_say_what_to_do(code: Code, own: Served, work: Path) -> None:
    """In a browser none can be started; the file is known from before, so the key still asks."""
    write(work, "lca.py", WRONG)
    code.only("lca.py")
    own.stop()
    code.focus()
    code.page.keyboard.press("Control+Enter")
    code.toast("A page in a browser cannot start one").wait_for()
    code.wait_for_status("not judged")
    # VS Code writes down what its notifications say.
    code.errors = [one for one in code.errors if "cannot start one" not in one]


def test_start_and_hints_stand_in_the_history(code: Code, own: Served, work: Path) -> None:
    """A problem in SQL is begun in a file of SQL; each hint stands below those before it."""
    write(work, "lca.py", WRONG)
    code.only("lca.py")
    code.start("slow-query")
    code.wait_for_file("slow_query.sql")
    code.until(lambda: code.lenses.count() == 2, "lenses")
    code.command("Judge: Hint")
    code.toast("Hint 1 of").wait_for()
    code.command("Judge: Hint")
    code.toast("Hint 2 of").wait_for()
    code.page.locator(".tab[data-resource-name='slow-query.hints.md']").first.wait_for()
    events = own.ask("/v1/history")["events"]
    assert [(one["kind"], one["problem"]) for one in events][::-1] == [
        ("start", "slow-query"),
        ("hint", "slow-query"),
        ("hint", "slow-query"),
    ]


def test_the_last_result_is_there_after_a_reload(code: Code, own: Served, work: Path) -> None:
    """It is asked of the server, and nothing is judged again."""
    write(work, "lca.py", WRONG)
    code.only("lca.py")
    code.verdict("WA")
    code.page.reload()
    code.wait_for_file("lca.py")
    code.until(lambda: code.lenses.count() == 2, "lenses")
    code.command("Judge: Show result")
    code.wait_for_output("judge replay lca lca.py")
    assert len(own.ask("/v1/submissions")["submissions"]) == 1
