"""An evening in Neovim, with a history: start, fail, take a hint, mend, read again."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faces.neovim.program import EXAMPLES, Neovim
from tests.judge.service.served import Served, environment_of

pytestmark = [pytest.mark.needs("nvim", "full")]

RIGHT = json.dumps((EXAMPLES / "lca.py").read_text().splitlines())
WRONG = json.dumps((EXAMPLES / "lca_wrong.py").read_text().splitlines())


@pytest.fixture(scope="module")
def remembering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that keeps a history."""
    root = tmp_path_factory.mktemp("remembering")
    folders = {"JUDGE_STATE_DIR": str(root / "state"), "JUDGE_DATA_DIR": str(root / "data")}
    served = Served(environment_of(**folders, JUDGE_HISTORY="on", JUDGE_WORKERS="1"))
    yield served
    served.stop()


def kinds(server: Served) -> list[Any]:
    return [event["kind"] for event in server.ask("/v1/history")["events"]][::-1]


def test_an_evening(remembering: Served, tmp_path: Path) -> None:
    """What is begun, opened and judged stands in the history; what is only read does not."""
    told = Neovim(tmp_path, remembering.environment).run(f"""
        vim.cmd("Judge statement lca")
        until_so(pane)
        vim.cmd("Judge start lca")
        until_so(function() return #said == 1 end)
        set_lines(unpack(vim.json.decode([==[{WRONG}]==])))
        tell("first", submit().verdict)
        tell("test", vim.fs.basename(judge("test", "JudgeTest").path))
        vim.cmd("Judge hint")
        until_so(function() return said[#said]:find("hint 1 of") end)
        local first = pane().text
        vim.cmd("Judge hint")
        until_so(function() return said[#said]:find("hint 2 of") end)
        tell("both", vim.startswith(pane().text, first) and #pane().text > #first)
        tell("filetype", pane().filetype)
        repeat
          local before = #said
          vim.cmd("Judge hint")
          until_so(function() return #said > before end)
        until said[#said]:find("all of them are open")
        tell("again", vim.startswith(pane().text, first))
        set_lines(unpack(vim.json.decode([==[{RIGHT}]==])))
        tell("then", submit().verdict)
    """)
    assert told == {
        "first": "WA",
        "test": "lca_counterexample_test.py",
        "both": True,
        "filetype": "markdown",
        "again": True,
        "then": "AC",
    }
    done = kinds(remembering)
    assert done[:4] == ["start", "submit", "hint", "hint"]
    assert done[-1] == "submit"


def test_a_file_that_is_only_opened_is_no_beginning(remembering: Served, tmp_path: Path) -> None:
    """As in the history of `judge start`, which writes a file or fails."""
    nvim = Neovim(tmp_path, remembering.environment)
    nvim.file("lca.py")
    before = kinds(remembering)
    nvim.run("""
        vim.cmd("Judge start lca lca.py")
        until_so(function() return #said > 0 end)
        vim.wait(100)
    """)
    assert kinds(remembering) == before


def test_the_last_result_is_there_after_a_restart(remembering: Served, tmp_path: Path) -> None:
    """Read again in a Neovim that has submitted nothing yet."""
    nvim = Neovim(tmp_path, remembering.environment)
    nvim.file("lca.py")
    nvim.file("kth_largest.py")
    nvim.run('vim.cmd.edit("lca.py") submit()')
    told = nvim.run("""
        vim.cmd.edit("kth_largest.py")
        vim.cmd("Judge show")
        until_so(function() return #said == 1 end)
        vim.cmd.edit("lca.py")
        vim.cmd("Judge show")
        until_so(pane)
        tell("text", pane().text)
        tell("said", said)
    """)
    assert told["said"] == ["judge: nothing has been judged yet"]
    assert told["text"].startswith("WA wrong answer")


def test_the_page_is_opened_signed_in(remembering: Served, tmp_path: Path) -> None:
    """At the buffer's problem; where no browser can be, the address is shown."""
    nvim = Neovim(tmp_path, remembering.environment)
    nvim.file("lca.py")
    script = """
        local opened
        vim.ui.open = function(url) opened = url return {} end
        vim.cmd("Judge open")
        until_so(function() return opened or pane() end)
        tell("list", opened or pane().text)
        opened = nil
        vim.cmd.edit("lca.py")
        vim.cmd("Judge open")
        until_so(function() return opened or pane() and pane().text:find("lca") end)
        tell("problem", opened or pane().text)
    """
    told = nvim.run(script, DISPLAY=":7")
    assert told["list"].startswith(f"{remembering.url}/login#code=")
    assert told["problem"].startswith(f"{remembering.url}/login?to=/problems/lca#code=")
    told = nvim.run(script, DISPLAY="", WAYLAND_DISPLAY="")
    assert f"{remembering.url}/login?to=/problems/lca#code=" in told["problem"]
