"""The server that Neovim starts, shares, loses and finds again."""

import contextlib
import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faces.neovim.program import Neovim, told
from tests.judge.service.served import environment_of
from tests.waiting import until

pytestmark = [pytest.mark.needs("nvim", "full")]


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Neovim]:
    """A Neovim whose state folder has no server yet; what it starts is stopped afterwards."""
    state = tmp_path / "state"
    nvim = Neovim(tmp_path, environment_of(JUDGE_STATE_DIR=str(state), JUDGE_WORKERS="1"))
    yield nvim
    nvim.stop()
    pid = pid_of(state)
    if pid is not None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
        until(lambda: not Path(f"/proc/{pid}").exists())


def pid_of(state: Path) -> int | None:
    try:
        found: int = json.loads((state / "server.json").read_text())["pid"]
    except FileNotFoundError:
        return None
    return found


def test_the_first_submit_starts_the_server(alone: Neovim) -> None:
    """Nobody has started one; it goes on when the editor is closed."""
    alone.file("lca.py")
    seen = alone.run("""
        vim.cmd.edit("lca.py")
        tell("verdict", submit().verdict)
        vim.cmd("Judge log")
        tell("log", pane() ~= nil)
    """)
    assert seen["verdict"] == "WA"
    pid = pid_of(Path(alone.environment["JUDGE_STATE_DIR"]))
    assert pid is not None
    assert Path(f"/proc/{pid}").exists()


def test_pitfall_22_two_windows_share_one_server(alone: Neovim) -> None:
    """Both ask at once where none runs; one is started, and it outlives the first window."""
    alone.file("lca.py")
    script = 'vim.cmd.edit("lca.py") tell("verdict", submit().verdict)'
    state = Path(alone.environment["JUDGE_STATE_DIR"])
    windows = [alone.start(script), alone.start(script)]
    assert [told(window) for window in windows] == [{"verdict": "WA"}] * 2
    pid = pid_of(state)
    assert alone.run(script) == {"verdict": "WA"}
    assert pid_of(state) == pid


def test_pitfall_2_a_server_that_is_killed_in_the_middle_is_started_again(alone: Neovim) -> None:
    """The submission was kept; its verdict comes after the restart, in the same window."""
    (alone.folder / "lca.py").write_text(
        "import time\ndef lca(root, p, q):\n    time.sleep(0.02)\n    return root\n"
    )
    seen = alone.run("""
        vim.cmd.edit("lca.py")
        local files = require("judge.files")
        vim.cmd("Judge statement")
        until_so(pane)
        local pid = files.server_file().pid
        vim.api.nvim_create_autocmd("User", {pattern = "JudgeVerdict", callback = function(event)
          verdict = event.data
        end})
        vim.cmd("Judge submit")
        until_so(function() return (vim.b.judge_status or "sent") ~= "sent" end)
        vim.uv.kill(pid, 9)
        until_so(function() return verdict end)
        tell("verdict", verdict.verdict)
        tell("another", files.server_file().pid ~= pid)
    """)
    assert seen == {"verdict": "WA", "another": True}


def test_pitfall_9_and_23_a_new_token_needs_no_new_editor(alone: Neovim) -> None:
    """The token is read anew at each request; a server that was stopped is started again.

    It still has the code of what was judged before.
    """
    source = alone.file("lca.py").read_text()
    seen = alone.run("""
        vim.cmd.edit("lca.py")
        local id = submit().id
        local files = require("judge.files")
        local old, pid = files.token(true), files.server_file().pid
        vim.uv.kill(pid, "sigterm")
        until_so(function() return vim.uv.kill(pid, 0) ~= 0 end)
        os.remove(files.state_folder() .. "/token")
        tell("verdict", submit().verdict)
        tell("renewed", files.token(true) ~= old)
        local http = require("judge.http")
        http.request({path = "/v1/submissions/" .. id .. "/source"}, function(answer)
          kept = http.decoded(answer)
        end)
        until_so(function() return kept end)
        tell("kept", kept.source)
    """)
    assert seen == {"verdict": "WA", "renewed": True, "kept": source}


def test_a_server_that_is_named_and_away_is_not_started(alone: Neovim) -> None:
    """It is somebody else's; the message names it."""
    alone.file("lca.py")
    seen = alone.run(
        """
        vim.cmd.edit("lca.py")
        vim.cmd("Judge submit")
        until_so(function() return #said > 0 end)
        tell("said", said[1])
        """,
        JUDGE_SERVER="http://127.0.0.1:9",
    )
    assert seen["said"].startswith("judge: http://127.0.0.1:9: ")
    assert not (alone.folder / "state").exists()
