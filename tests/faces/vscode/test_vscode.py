"""The extension in VS Code itself, with a real `judge serve` behind it."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faces.vscode.code import Code
from tests.faces.vscode.conftest import Folders, Opens
from tests.faces.vscode.workbench import Workbench
from tests.judge.cli.command import write
from tests.judge.service.served import Served

pytestmark = pytest.mark.needs("vscode", "chromium")

WRONG = "def lowest_common_ancestor(root, p, q):\n    return p\n"
RIGHT = (Path(__file__).parents[3] / "examples" / "lca.py").read_text()
SLOW = (Path(__file__).parents[3] / "examples" / "lca_slow.py").read_text()
#: As `WRONG` begins, and right.
MENDED = """
def lowest_common_ancestor(root, p, q):
    if root is None or root is p or root is q:
        return root
    left = lowest_common_ancestor(root.left, p, q)
    right = lowest_common_ancestor(root.right, p, q)
    return root if left and right else left or right
"""
FLOAT = "def kth_largest(nums, k):\n    return float(sorted(nums)[-k])\n"
#: An exception whose words a terminal or VS Code would act on.
ACTS = (
    "def lowest_common_ancestor(root, p, q):\n"
    "    raise ValueError('owned \\x1b]0;x\\x07 \\u202e [x](command:quit)')\n"
)
ENDLESS = "def lowest_common_ancestor(root, p, q):\n    while True:\n        pass\n"


def newest(server: Served) -> dict[str, Any]:
    """Return the newest submission of the server."""
    (line, *_) = server.ask("/v1/submissions")["submissions"]
    return server.ask(f"/v1/submissions/{line['id']}")


def test_wrong_answer_is_marked(code: Code, work: Path) -> None:
    """Key, progress, status, the judge's own page below, and a mark with the verdict as code."""
    write(work, "lca.py", WRONG)
    code.only("lca.py")
    code.verdict("WA")
    code.until(lambda: code.marks.count() == 1, "one mark")
    code.wait_for_output("judge replay lca lca.py")
    code.command("Problems: Focus on Problems View")
    row = code.page.locator(".panel .monaco-list-row", has_text="wrong answer").first
    row.wait_for()
    said = "".join((row.text_content() or "").split())
    assert "judgeWA" in said, said
    assert code.errors_shown == 1


def test_marks_go_with_the_first_edit_and_with_the_file(code: Code, work: Path) -> None:
    """A mark belongs to the text that was judged."""
    write(work, "lca.py", WRONG)
    code.only("lca.py")
    code.verdict("WA")
    code.until(lambda: code.marks.count() == 1, "one mark")
    code.page.keyboard.press("Control+End")
    code.page.keyboard.insert_text("#")
    code.until(lambda: code.marks.count() == 0, "no mark")
    code.verdict("WA")
    code.until(lambda: code.marks.count() == 1, "a new mark")
    code.close_all()
    code.until(lambda: code.errors_shown == 0, "no error")


def test_pitfall_7_the_text_that_is_seen_is_judged(code: Code, work: Path, server: Served) -> None:
    """Not what was saved last, and also with line breaks as on Windows."""
    saved = WRONG.replace("\n", "\r\n").encode()
    (work / "lca.py").write_bytes(saved)
    code.only("lca.py")
    code.page.keyboard.press("Control+End")
    code.page.keyboard.insert_text("# unsaved")
    code.verdict("WA")
    judged = newest(server)
    kept = server.ask(f"/v1/submissions/{judged['id']}/source")["source"]
    assert kept.encode() == saved + b"# unsaved"
    seen = hashlib.sha256(saved + b"# unsaved").hexdigest()
    assert judged["report"]["submission"]["sha256"] == seen
    assert (work / "lca.py").read_bytes() == saved


def test_pitfall_20_a_float_differs_visibly_from_an_integer(code: Code, work: Path) -> None:
    """In the mark and in the result they are the server's text: JSON.parse makes a 5 of 5.0."""
    write(work, "kth_largest.py", FLOAT)
    code.only("kth_largest.py")
    code.submit()
    code.wait_for_status(r"WA kth-largest$")
    code.until(lambda: re.search(r"expected {2}-?\d+\n", code.output), "an integer")
    code.until(lambda: re.search(r"actual {4}-?\d+\.0", code.output), "a float")
    code.command("Problems: Focus on Problems View")
    marked = re.compile(r"\d\.0\b")
    code.page.locator(".panel .monaco-list-row", has_text=marked).first.wait_for()


def test_pitfall_19_a_time_limit_shows_clock_size_and_growth(code: Code, work: Path) -> None:
    """The end of the report, which is what the panel shows, says what it is."""
    write(work, "lca.py", SLOW)
    code.only("lca.py")
    with code.setting("judge.timing", True):
        code.verdict("TLE")
        code.until(lambda: re.search(r"^TLE .*\d s", code.output, re.MULTILINE), "the clock")
        code.command("View: Toggle Maximized Panel")
        code.until(lambda: re.search(r"n = [\d,]+", code.output), "the size")
        code.until(lambda: re.search(r"grows like|n\^2|n²", code.output), "the growth")
        assert "CPU" in code.output
        code.command("View: Toggle Maximized Panel")


def test_pitfall_24_the_result_takes_no_focus_and_comes_back(code: Code, work: Path) -> None:
    """Typing goes on in the source; the result that was closed is shown whole again."""
    write(work, "lca.py", WRONG)
    code.only("lca.py")
    code.page.keyboard.press("Control+End")
    code.verdict("WA")
    code.wait_for_output("judge replay lca lca.py")
    code.page.keyboard.insert_text("# typed on")
    code.until(lambda: "# typed on" in code.text, "the text in the editor")
    code.command("View: Hide Panel")
    code.command("Judge: Show result")
    code.wait_for_output("judge replay lca lca.py")


def test_pitfall_12_one_key_runs_and_nothing_is_asked(code: Code, work: Path) -> None:
    """And it is not counted as a submission."""
    write(work, "lca.py", WRONG)
    code.only("lca.py")
    code.until(lambda: code.lenses.count() == 2, "lenses")
    code.focus()
    code.page.keyboard.press("Control+'")
    code.wait_for_output("expected")


def test_keys_and_lenses_only_in_files_of_problems(code: Code, work: Path, server: Served) -> None:
    """In any other file Ctrl+Enter does what VS Code does by it: it begins a line below."""
    write(work, "notes.py", "def anything(x):\n    return x\n")
    code.only("notes.py", problem=False)
    before = server.ask("/v1/submissions")
    code.page.keyboard.press("Control+Home")
    code.page.keyboard.press("Control+Enter")
    code.page.keyboard.insert_text("    # below")
    code.until(lambda: code.text.startswith("def anything(x):\n    # below"), "a line below")
    assert code.lenses.count() == 0
    assert server.ask("/v1/submissions") == before


def test_a_file_becomes_one_of_a_problem(code: Code, work: Path) -> None:
    """As soon as its first line says so."""
    write(work, "mine.py", f"\n{WRONG}")
    code.only("mine.py", problem=False)
    code.page.keyboard.press("Control+Home")
    code.page.keyboard.insert_text("# judge: lca")
    code.until(lambda: code.lenses.count() == 2, "lenses")
    code.lenses.nth(1).click()
    code.wait_for_status(r"WA lca$")


def test_pitfall_21_paths_of_any_script(code: Code, work: Path) -> None:
    write(work, "dir with spaces/ünï, 日本/lca.py", RIGHT)
    code.only("dir with spaces/ünï, 日本/lca.py")
    code.verdict("AC")


def test_large_sources(code: Code, work: Path) -> None:
    """A source of 250 KB, not saved."""
    write(work, "lca.py", f"{RIGHT}\n" + f"#{'x' * 98}\n" * 2_500)
    code.only("lca.py")
    code.verdict("AC")


def test_cancel(code: Code, work: Path, server: Served) -> None:
    """It ends on the server too; a second press of the key judges the text of now."""
    write(work, "lca.py", ENDLESS)
    code.only("lca.py")
    code.submit()
    code.command("Judge: Cancel")
    code.wait_for_status("cancelled")
    code.until(lambda: newest(server)["status"] == "cancelled", "the server's word")
    code.submit()
    code.replace(WRONG)
    code.verdict("WA")
    assert newest(server)["status"] == "done"


def test_a_result_of_an_earlier_text_says_so(code: Code, work: Path) -> None:
    """And it marks no line of the new one."""
    write(work, "lca.py", ENDLESS)
    code.only("lca.py")
    code.submit()
    code.page.keyboard.insert_text("#")
    code.wait_for_status(r"TLE lca \(of an earlier text\)$")
    assert code.marks.count() == 0


def test_what_a_submission_says_acts_nowhere(code: Code, work: Path) -> None:
    """Codes of a terminal and links to commands stay words, in the mark and in the result."""
    write(work, "lca.py", ACTS)
    code.only("lca.py")
    code.verdict("RTE")
    code.wait_for_output("owned \\x1b]0;x\\x07 \\u202e [x](command:quit)")
    code.command("Problems: Focus on Problems View")
    row = code.page.locator(".panel .monaco-list-row", has_text="owned").first
    row.wait_for()
    said = row.text_content() or ""
    assert said.isprintable(), said
    assert row.locator("a[href^=command], a[data-href^=command]").count() == 0


def test_a_name_of_a_file_makes_no_link(code: Code, work: Path) -> None:
    """A notification would make one of it, and a click would run a command of VS Code."""
    name = "[see](command:workbench.action.quit).py"
    write(work, name, f"# judge: lca\n{ENDLESS}")
    code.only(name)
    code.submit()
    toast = code.toast("Judging")
    toast.wait_for()
    assert "[see] (command:" in (toast.text_content() or "")
    assert toast.locator(".notification-list-item-message a").count() == 0
    code.command("Judge: Cancel")
    code.wait_for_status("cancelled")


def test_pitfall_6_start_overwrites_nothing(code: Code, work: Path) -> None:
    """A file that is there keeps each byte; the new one has the next free name."""
    write(work, "kth_largest.py", "mine\n")
    write(work, "kth_largest_2.py", "mine too\n")
    write(work, "lca.py", RIGHT)
    code.only("lca.py")
    code.start("kth-largest")
    code.wait_for_file("kth_largest_3.py")
    assert (work / "kth_largest.py").read_text() == "mine\n"
    assert (work / "kth_largest_2.py").read_text() == "mine too\n"
    assert "def " in (work / "kth_largest_3.py").read_text()


def test_a_test_of_ones_own_is_not_overwritten_unasked(code: Code, work: Path) -> None:
    write(work, "lca.py", WRONG)
    write(work, "lca_counterexample_test.py", "mine\n")
    code.only("lca.py")
    code.verdict("WA")
    code.command("Judge: Save counterexample as test")
    dialog = code.page.locator(".monaco-dialog-box")
    dialog.wait_for()
    assert "is there already" in dialog.inner_text()
    code.page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert (work / "lca_counterexample_test.py").read_text() == "mine\n"
    (work / "lca_counterexample_test.py").unlink()  # all tests share the folder


def test_pitfall_10_own_inputs_are_remembered(code: Code, work: Path, workbench: Workbench) -> None:
    """The box begins with a sample, and then with what was typed; wrong JSON is told at once.

    What was typed is sent as it stands: written again, JSON loses 5.0 and long numbers.
    """
    write(work, "lca.py", WRONG)
    code.only("lca.py")
    code.until(lambda: code.lenses.count() == 2, "lenses")
    box = code.page.locator(".quick-input-widget input.input").first
    code.command("Judge: Run with own input")
    code.until(lambda: '"root"' in box.input_value(), "a sample")
    box.fill('{"root": [7')
    code.page.locator(".quick-input-message", has_text="This is no JSON").first.wait_for()
    box.fill('{"root": [7,  8, 9], "p": 8, "q": 9}')
    code.page.keyboard.press("Enter")
    code.wait_for_output("[7, 8, 9]")
    typed = b'"inputs":[{"root": [7,  8, 9], "p": 8, "q": 9}]}'
    assert any(body.endswith(typed) for body in workbench.sent)
    code.command("Judge: Run with own input")
    code.until(lambda: "[7,  8, 9]" in box.input_value(), "what was typed")
    code.page.keyboard.press("Escape")


def test_problems_statement_page_and_what_comes_next(code: Code, work: Path) -> None:
    """The list in the side bar; the page is opened signed in, on the problem."""
    write(work, "lca.py", WRONG)
    code.only("lca.py")
    code.command("Judge: List problems")
    code.command("View: Show Judge")
    # Only what is in sight is in the document.
    row = code.page.locator(".pane-body .monaco-list-row", has_text="Fewest coins for an amount")
    row.first.wait_for()
    code.file("lca.py")
    code.command("Judge: Show statement")
    code.page.locator(".tab[data-resource-name='lca.md']").first.wait_for()
    code.page.keyboard.insert_text("# here")
    code.until(lambda: "# here" in code.text, "the cursor where it was")
    with code.page.context.expect_page() as opened:
        code.command("Judge: Open page")
    opened.value.wait_for_url("**/problems/lca")
    opened.value.close()
    code.command("Judge: Next problem")
    code.toast("two-sum: new: no array problem yet").wait_for()
    code.page.locator(".tab[data-resource-name='two-sum.md']").first.wait_for()


def test_a_problem_toml_is_completed_and_checked(code: Code, work: Path) -> None:
    """By the schema: a wrong key is marked until it is mended, a key is offered and written."""
    lca = Path(__file__).parents[3] / "problems" / "lca" / "problem.toml"
    write(work, "problem.toml", f"loos = true\n{lca.read_text()}")
    code.only("problem.toml", problem=False)
    code.until(lambda: code.marks.count() == 1, "one mark")
    code.focus()
    code.page.keyboard.press("Control+Home")
    code.page.keyboard.press("Shift+End")
    code.page.keyboard.press("Delete")
    code.until(lambda: code.marks.count() == 0, "no mark")
    code.page.keyboard.insert_text("loo")
    code.page.keyboard.press("Control+Space")
    code.page.locator(".suggest-widget .monaco-list-row", has_text="loose").first.wait_for()
    code.page.keyboard.press("Tab")
    code.until(lambda: code.text.startswith("loose = false"), "the key")


def test_pitfall_22_two_windows(code: Code, opens: Opens, work: Path) -> None:
    """One server serves both; when one is closed, the other goes on."""
    write(work, "lca.py", WRONG)
    write(work, "second/lca.py", RIGHT)
    second = opens("second/lca.py")
    second.verdict("AC")
    code.only("lca.py")
    code.verdict("WA")
    second.page.close()
    code.replace(RIGHT)
    code.verdict("AC")


def test_pitfall_25_the_counterexample_in_a_debugger(
    code: Code, work: Path, folders: Folders
) -> None:
    """One command writes a test that fails, and starts a debugger that stops in the solution."""
    write(work, "lca.py", WRONG)
    code.only("lca.py")
    code.verdict("WA")
    noted = folders["notes"] / "debug.json"
    noted.unlink(missing_ok=True)
    code.command("Judge: Debug counterexample")
    code.until(noted.exists, "the debugger's start")
    note = json.loads(noted.read_text())
    assert note["configuration"]["module"] == "pytest"
    assert note["configuration"]["args"][-1].endswith("lca_counterexample_test.py")
    assert note["breakpoints"] == [["/work/lca.py", 1]]
    test = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    name = "lca_counterexample_test.py"
    failed = subprocess.run([*test, name], cwd=work, capture_output=True, text=True, check=False)
    assert failed.returncode == 1, failed.stdout
    (work / "lca.py").write_text(MENDED)
    passed = subprocess.run([*test, name], cwd=work, capture_output=True, text=True, check=False)
    assert passed.returncode == 0, passed.stdout
    code.command("Debug: Stop")
