"""Submitting and running from Neovim: which text is judged, what is marked, what is shown."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faces.neovim.program import EXAMPLES, Neovim
from tests.judge.service.served import Served

pytestmark = [pytest.mark.needs("nvim", "full")]

RIGHT = (EXAMPLES / "lca.py").read_text()
WRONG = (EXAMPLES / "lca_wrong.py").read_text()


def report_of(server: Served, id_: str) -> dict[str, object]:
    found: dict[str, object] = server.report_of(id_)["report"]
    return found


def test_a_wrong_answer_is_marked_with_the_failing_input(nvim: Neovim) -> None:
    """The mark stands at the entry, says what failed, and has the verdict as its code."""
    nvim.file("lca.py")
    told = nvim.run("""
        vim.cmd.edit("lca.py")
        local verdict = submit()
        tell("verdict", verdict.verdict)
        tell("marks", marks())
        tell("status", vim.b.judge_status)
        tell("pane", pane())
        tell("said", said)
    """)
    (mark,) = told["marks"]
    assert told["verdict"] == mark["code"] == told["status"] == "WA"
    assert mark["source"] == "judge"
    assert WRONG.splitlines()[mark["line"] - 1].lstrip().startswith("def ")
    assert mark["message"] == "wrong answer: root = [1, 2, 3], p = 2, q = 3: expected 1, got 3"
    assert told["pane"]["text"].startswith("WA wrong answer")
    assert "┌───┴───┐" in told["pane"]["text"]
    assert told["pane"]["filetype"] == "judge-verdict"
    # In one line, cut where a longer one would wait for a key.
    assert told["said"] == [f"judge: WA lca: {mark['message']}"[:65] + "..."]


def test_an_exception_is_marked_where_it_was_raised(nvim: Neovim) -> None:
    """Not at the entry, if the report names a line."""
    (nvim.folder / "lca.py").write_text(
        "def lca(root, p, q):\n    x = 1\n    return root.nothing\n"
    )
    told = nvim.run('vim.cmd.edit("lca.py") submit() tell("marks", marks())')
    (mark,) = told["marks"]
    assert (mark["line"], mark["code"]) == (3, "RTE")
    assert "nothing" in mark["message"]


def test_accepted_leaves_no_mark(nvim: Neovim) -> None:
    """And the marks of an earlier text are gone."""
    nvim.file("lca.py")
    right = json.dumps(RIGHT.splitlines())
    told = nvim.run(f"""
        vim.cmd.edit("lca.py")
        submit()
        tell("before", #marks())
        set_lines(unpack(vim.json.decode([==[{right}]==])))
        tell("verdict", submit().verdict)
        tell("marks", #marks())
        tell("status", vim.b.judge_status)
    """)
    assert told == {"before": 1, "verdict": "AC", "marks": 0, "status": "AC"}


def test_marks_go_at_the_first_edit(nvim: Neovim) -> None:
    """They speak of the text that was judged; the status says so with a star."""
    nvim.file("lca.py")
    told = nvim.run("""
        vim.cmd.edit("lca.py")
        submit()
        vim.api.nvim_feedkeys("ggOx = 1" .. vim.keycode("<Esc>"), "xt", false)
        vim.wait(50)
        tell("marks", #marks())
        tell("status", vim.b.judge_status)
    """)
    assert told == {"marks": 0, "status": "WA*"}


def test_a_text_that_has_changed_meanwhile_gets_no_marks(nvim: Neovim) -> None:
    """The line that is to blame may be another one by now."""
    nvim.file("lca.py")
    told = nvim.run("""
        vim.cmd.edit("lca.py")
        vim.api.nvim_create_autocmd("User", {pattern = "JudgeVerdict", callback = function()
          tell("marks", #marks())
        end})
        vim.schedule(function() vim.api.nvim_buf_set_lines(0, 0, 0, true, {"# new"}) end)
        submit()
        tell("status", vim.b.judge_status)
    """)
    assert told == {"marks": 0, "status": "WA*"}


def test_to_save_meanwhile_keeps_the_marks(nvim: Neovim) -> None:
    """Saving changes no text, whatever the change counter says."""
    nvim.file("lca.py")
    told = nvim.run("""
        vim.cmd.edit("lca.py")
        vim.api.nvim_buf_set_lines(0, -1, -1, true, {"# the end"})
        vim.schedule(function() vim.cmd("silent write") end)
        submit()
        tell("marks", #marks())
    """)
    assert told == {"marks": 1}


def test_pitfall_7_the_buffer_is_judged_and_not_the_file(nvim: Neovim, server: Served) -> None:
    """A changed buffer is sent as it stands, and nothing is written to the disk."""
    path = nvim.file("lca.py")
    right = json.dumps(RIGHT.splitlines())
    told = nvim.run(f"""
        vim.cmd.edit("lca.py")
        set_lines(unpack(vim.json.decode([==[{right}]==])))
        tell("verdict", submit())
        tell("modified", vim.bo.modified)
    """)
    report = report_of(server, told["verdict"]["id"])
    submission = report["submission"]
    assert isinstance(submission, dict)
    assert submission["sha256"] == hashlib.sha256(RIGHT.encode()).hexdigest()
    assert (report["verdict"], told["modified"]) == ("AC", True)
    assert path.read_text() == WRONG


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("crlf", RIGHT.replace("\n", "\r\n").encode()),
        ("bom", b"\xef\xbb\xbf" + RIGHT.encode()),
        ("latin-1", b"# caf\xe9\n" + RIGHT.encode()),
        ("nul", b"# a\0b\n" + RIGHT.encode()),
        ("wide", "# \U0001f600 \u2028 ünï\n".encode() + RIGHT.encode()),
        ("large", RIGHT.encode() + b'# 0123456789 "\\" \' \t ..........\n' * 7_400),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_bytes_that_are_judged_are_those_of_the_file(
    nvim: Neovim, server: Served, name: str, content: bytes
) -> None:
    """Whatever they are: CRLF, no UTF-8, no line end at the end, 250 KB."""
    (nvim.folder / "lca.py").write_bytes(content)
    told = nvim.run('vim.cmd.edit("lca.py") tell("verdict", submit())')
    submission = report_of(server, told["verdict"]["id"])["submission"]
    assert isinstance(submission, dict)
    assert submission["sha256"] == hashlib.sha256(content).hexdigest()


def test_a_last_line_without_an_end_gets_one_as_writing_gives_it(
    nvim: Neovim, server: Served
) -> None:
    """What is judged is what `:write` would write; `nofixendofline` leaves the end away."""
    (nvim.folder / "lca.py").write_text(RIGHT.rstrip("\n"))
    told = nvim.run("""
        vim.cmd.edit("lca.py")
        tell("with", submit().id)
        vim.bo.fixendofline = false
        tell("without", submit().id)
    """)
    for name, text in (("with", RIGHT), ("without", RIGHT.rstrip("\n"))):
        submission = report_of(server, told[name])["submission"]
        assert isinstance(submission, dict)
        assert submission["sha256"] == hashlib.sha256(text.encode()).hexdigest()


def test_a_stray_byte_in_utf_8_is_sent_as_it_is(nvim: Neovim, server: Served) -> None:
    """`:edit ++enc=utf-8` keeps it in the buffer; the verdict is about that byte."""
    content = b"# caf\xe9 \xed\xa0\x80 \xc0\xaf \xf4\x90\x80\x80 \xe2\x82\n" + RIGHT.encode()
    (nvim.folder / "lca.py").write_bytes(content)
    told = nvim.run('vim.cmd("edit ++enc=utf-8 ++bad=keep lca.py") tell("verdict", submit())')
    submission = report_of(server, told["verdict"]["id"])["submission"]
    assert isinstance(submission, dict)
    assert submission["sha256"] == hashlib.sha256(content).hexdigest()
    assert told["verdict"]["verdict"] == "CE"


@pytest.mark.parametrize(
    "name",
    ["dir with spaces/ünï/lca.py", "a'b\"c/lca.py", "per%cent#/lca.py", "[x]{y}/lca/solution.py"],
)
def test_pitfall_21_paths_with_blanks_and_other_scripts_work(nvim: Neovim, name: str) -> None:
    """A file is found by its name, wherever it lies."""
    nvim.file(name)
    told = nvim.run(f"""
        vim.cmd.edit(vim.fn.fnameescape({json.dumps(name, ensure_ascii=False)}))
        tell("verdict", submit().problem)
        tell("marks", #marks())
    """)
    assert told == {"verdict": "lca", "marks": 1}


def test_a_problem_can_be_named(nvim: Neovim) -> None:
    """A buffer without a name has no other way."""
    right = json.dumps(RIGHT.splitlines())
    told = nvim.run(f"""
        set_lines(unpack(vim.json.decode([==[{right}]==])))
        tell("verdict", submit("lca").verdict)
    """)
    assert told == {"verdict": "AC"}


def test_a_file_of_no_problem_says_how_to_name_one(nvim: Neovim) -> None:
    """The server's own sentence, in one line that waits for no key."""
    nvim.file("nothing_at_all.py")
    told = nvim.run("""
        vim.cmd.edit("nothing_at_all.py")
        vim.cmd("Judge submit")
        until_so(function() return #said > 0 end)
        tell("said", said)
        tell("status", vim.b.judge_status)
        vim.cmd("help")
        vim.cmd("Judge submit")
        tell("help", said[#said])
    """)
    assert "judge: " in told["said"][0]
    assert "nothing_at_all" in told["said"][0]
    assert len(told["said"][0]) <= 68
    assert told["status"] == ""
    assert told["help"] == "judge: this buffer is no file"


def test_to_cancel_gives_it_up_on_the_server(nvim: Neovim, server: Served) -> None:
    """The worker is free again, and the next submission is judged."""
    (nvim.folder / "lca.py").write_text("def lca(root, p, q):\n    while True: pass\n")
    nvim.file("lca_2.py", "lca.py")
    told = nvim.run("""
        vim.cmd.edit("lca.py")
        vim.cmd("Judge submit")
        until_so(function() return vim.b.judge_status ~= "sent" end)
        vim.cmd("Judge cancel")
        tell("status", vim.b.judge_status)
        tell("said", said)
        vim.cmd("Judge cancel")
        tell("again", said[#said])
        vim.cmd.edit("lca_2.py")
        tell("verdict", submit().verdict)
    """)
    assert (told["status"], told["said"], told["verdict"]) == ("", ["judge: cancelled"], "AC")
    assert told["again"] == "judge: nothing is being judged here"
    lines = server.ask("/v1/submissions?limit=2")["submissions"]
    assert [line["status"] for line in lines] == ["done", "cancelled"]


def test_a_second_submit_takes_the_place_of_the_first(nvim: Neovim, server: Served) -> None:
    """The first is given up on the server, also where its id was not known yet."""
    nvim.file("lca.py")
    told = nvim.run("""
        vim.cmd.edit("lca.py")
        vim.cmd("Judge submit")
        vim.cmd("Judge submit")
        tell("verdict", submit().verdict)
        vim.wait(300)
        tell("said", #said)
    """)
    assert told == {"verdict": "WA", "said": 1}
    lines = server.ask("/v1/submissions?limit=3")["submissions"]
    assert {line["status"] for line in lines[1:]} <= {"cancelled", "done"}


def test_pitfall_19_a_time_limit_shows_clock_size_and_growth(nvim: Neovim) -> None:
    """Never only a code."""
    nvim.file("lca.py", "lca_slow.py")
    told = nvim.run("""
        require("judge").setup({timing = true})
        vim.cmd.edit("lca.py")
        submit()
        tell("marks", marks())
        tell("pane", pane())
    """)
    (mark,) = told["marks"]
    assert mark["code"] == "TLE"
    text = told["pane"]["text"]
    assert re.search(r"n = [\d,]+", text)
    assert "CPU" in text
    assert re.search(r"grows like|n\^2|n²", text)


def test_pitfall_20_a_float_differs_visibly_from_an_integer(nvim: Neovim) -> None:
    """Numbers are the server's text: Lua would write 5.0 as 5."""
    (nvim.folder / "kth_largest.py").write_text(
        "def kth_largest(nums, k):\n    return float(sorted(nums)[-k])\n"
    )
    told = nvim.run("""
        vim.cmd.edit("kth_largest.py")
        submit()
        tell("message", marks()[1].message)
        tell("pane", pane().text)
    """)
    expected = re.search(r"expected  (-?\d+)\n", told["pane"])
    actual = re.search(r"actual    (-?\d+\.0)", told["pane"])
    assert expected is not None
    assert actual is not None
    assert f"{expected[1]}" in told["message"]
    assert ".0" in told["message"]


def test_pitfall_24_a_result_takes_no_focus_and_comes_back(nvim: Neovim) -> None:
    """Window, cursor and mode stay; `q` closes the pane, `show` brings it back whole."""
    nvim.file("lca.py")
    told = nvim.run("""
        vim.cmd.edit("lca.py")
        local window = vim.api.nvim_get_current_win()
        vim.api.nvim_win_set_cursor(window, {3, 2})
        submit()
        tell("same", vim.api.nvim_get_current_win() == window)
        tell("cursor", vim.api.nvim_win_get_cursor(window))
        local first = pane()
        vim.api.nvim_set_current_win(first.window)
        vim.api.nvim_feedkeys("q", "xt", false)
        tell("closed", pane() == nil)
        vim.cmd("Judge show")
        tell("whole", pane().text == first.text)
        tell("still", vim.api.nvim_get_current_win() == window)
        submit()
        tell("windows", #vim.api.nvim_list_wins())
    """)
    assert told == {
        "same": True,
        "cursor": [3, 2],
        "closed": True,
        "whole": True,
        "still": True,
        "windows": 2,
    }


def test_a_run_plays_the_samples(nvim: Neovim) -> None:
    """They stand in the pane, beside the reference's answers."""
    nvim.file("lca.py")
    told = nvim.run('vim.cmd.edit("lca.py") judge("run", "JudgeRun") tell("pane", pane().text)')
    assert "sample 1: AC accepted" in told["pane"]
    assert "sample 2: WA wrong answer" in told["pane"]


def test_pitfall_10_and_12_own_inputs_stay_and_one_command_plays_all(nvim: Neovim) -> None:
    """A counterexample is kept among them; submitting and reloading change nothing."""
    nvim.file("lca.py")
    own = nvim.folder / "lca.inputs.json"
    own.write_text('[{"root": [7, 8], "p": 7, "q": 8}]')
    told = nvim.run("""
        vim.cmd.edit("lca.py")
        submit()
        vim.cmd("Judge keep")
        tell("said", said[#said])
        vim.cmd("edit!")
        submit()
        judge("run", "JudgeRun")
        tell("pane", pane().text)
        tell("current", vim.fs.basename(vim.api.nvim_buf_get_name(0)))
    """)
    assert "kept in lca.inputs.json" in told["said"]
    assert json.loads(own.read_text()) == [
        {"root": [7, 8], "p": 7, "q": 8},
        {"root": [1, 2, 3], "p": 2, "q": 3},
    ]
    assert "root = [7, 8]" in told["pane"]
    assert told["pane"].count("root = [1, 2, 3]") == 1
    assert "sample 1" in told["pane"]
    assert told["current"] == "lca.py"


def test_inputs_that_cannot_be_read_are_said(nvim: Neovim) -> None:
    """Before anything is sent, with the file's name."""
    nvim.file("lca.py")
    (nvim.folder / "lca.inputs.json").write_text("{")
    told = nvim.run("""
        vim.cmd.edit("lca.py")
        vim.cmd("Judge run")
        until_so(function() return #said > 0 end)
        tell("said", said[1])
        tell("status", vim.b.judge_status)
    """)
    assert told["said"].startswith("judge: lca.inputs.json must be a JSON list")
    assert told["status"] == ""


def test_a_float_is_kept_as_it_is(nvim: Neovim) -> None:
    """A number that Lua reads loses 5.0 and what is beyond 2^53."""
    told = nvim.run(r"""
        local files = require("judge.files")
        local text = '{"x": ",\\"arguments\\": {", "failure": {"group": "a", "arguments": '
          .. '{"a": [5.0, 123456789012345678901, "}\\\\", "\\"]"]}, "expected": 1}}'
        tell("input", files.failing_input(text))
        tell("none", files.failing_input('{"failure": null}'))
        tell("cut", files.failing_input('{"failure": {"arguments": {"a": "'))
    """)
    assert told["input"] == r'{"a": [5.0, 123456789012345678901, "}\\", "\"]"]}'
    assert told["none"] is None
    assert told["cut"] is None


def test_pitfall_25_a_counterexample_becomes_a_test_that_fails(nvim: Neovim) -> None:
    """pytest collects it, it plays the same values, and an old one is not overwritten unasked."""
    nvim.file("lca.py")
    told = nvim.run("""
        vim.cmd.edit("lca.py")
        submit()
        tell("path", judge("test", "JudgeTest").path)
        vim.fn.writefile({"# mine"}, "lca_counterexample_test.py")
        local asked
        vim.fn.confirm = function(question) asked = question return 2 end
        vim.cmd("Judge test")
        until_so(function() return asked end)
        tell("asked", asked)
        vim.wait(50)
        tell("kept", vim.fn.readfile("lca_counterexample_test.py"))
        vim.fn.confirm = function() return 1 end
        judge("test", "JudgeTest")
    """)
    path = Path(told["path"])
    assert path == nvim.folder / "lca_counterexample_test.py"
    assert "Overwrite" in told["asked"]
    assert told["kept"] == ["# mine"]
    assert "[1, 2, 3]" in path.read_text()
    played = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(path)],
        cwd=nvim.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert played.returncode == 1, played.stdout
    assert "test_counterexample" in played.stdout
