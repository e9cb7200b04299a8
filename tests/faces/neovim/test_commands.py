"""What Neovim itself is told: commands, keys, help, health; and files to begin in."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.faces.neovim.program import PLUGIN, Neovim
from tests.judge.service.served import Served

pytestmark = [pytest.mark.needs("nvim", "full")]
ISSUED = "jdg_x"
PATH = {"PATH": os.environ["PATH"]}
NAMES = ["cancel", "hint", "inputs", "keep", "log", "next", "open", "run", "show", "start"]
NAMES += ["statement", "submit", "test"]


def test_nothing_is_loaded_and_no_key_is_taken_at_the_start(tmp_path: Path) -> None:
    """Neovim starts as before; the plug-in costs its one small file."""
    told = Neovim(tmp_path, PATH).run("""
        local taken = vim.tbl_filter(function(map)
          return not map.lhs:find("^<Plug>%(judge%-")
        end, vim.tbl_filter(function(map)
          return (map.rhs or ""):find("judge", 1, true) ~= nil
        end, vim.api.nvim_get_keymap("n")))
        tell("taken", #taken)
        tell("plugs", vim.fn.maparg("<Plug>(judge-submit)", "n"))
    """)
    assert told["taken"] == 0
    assert told["plugs"] == "<Cmd>Judge submit<CR>"


def test_the_plugin_file_alone_loads_no_module(tmp_path: Path) -> None:
    """Starting a server or reading a token at the start is out of the question."""
    script = tmp_path / "script.lua"
    script.write_text(
        f"vim.opt.rtp:append({json.dumps(str(PLUGIN))})\n"
        'vim.cmd.runtime("plugin/judge.lua")\n'
        "for name in pairs(package.loaded) do assert(not name:find('^judge')) end\n"
    )
    done = subprocess.run(
        ["nvim", "--clean", "--headless", "-l", str(script)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_pitfall_13_and_14_keys_are_given_on_request_and_can_be_typed(nvim: Neovim) -> None:
    """`<leader>j` and a letter; none is Ctrl-Alt, which types `@` and `[` elsewhere."""
    told = nvim.run("""
        vim.g.mapleader = " "
        require("judge").setup({keys = true})
        local keys = {}
        for _, map in ipairs(vim.api.nvim_get_keymap("n")) do
          local name = (map.rhs or ""):match("^<Plug>%(judge%-(%w+)%)$")
          if name then keys[map.lhs] = name end
        end
        tell("keys", keys)
        vim.cmd.edit("lca.py")
        vim.api.nvim_feedkeys(" jc", "xt", false)
        tell("said", said)
    """)
    assert told["keys"] == {
        " js": "submit",
        " jr": "run",
        " jc": "cancel",
        " jv": "show",
        " jn": "next",
        " jt": "test",
        " jh": "hint",
    }
    assert told["said"] == ["judge: nothing is being judged here"]


def test_a_setting_that_is_none_is_refused(nvim: Neovim) -> None:
    """A misspelt one would be silently without effect."""
    told = nvim.run("""
        tell("name", {pcall(require("judge").setup, {key = true})})
        tell("kind", {pcall(require("judge").setup, {command = "judge"})})
    """)
    assert told["name"][0] is False
    assert 'there is no setting "key"' in told["name"][1]
    assert "command must be a table" in told["kind"][1]


def test_commands_and_problems_are_completed(nvim: Neovim) -> None:
    """Every command has its <Plug> mapping and its entry in the help."""
    told = nvim.run("""
        tell("commands", vim.fn.getcompletion("Judge ", "cmdline"))
        tell("some", vim.fn.getcompletion("Judge st", "cmdline"))
        -- A second without an answer completes nothing; the answer is there for the next time.
        until_so(function() return #vim.fn.getcompletion("Judge start l", "cmdline") > 0 end)
        tell("problems", vim.fn.getcompletion("Judge start l", "cmdline"))
        vim.cmd("Judge frobnicate")
        tell("said", said[1])
        for _, name in ipairs(vim.fn.getcompletion("Judge ", "cmdline")) do
          assert(vim.fn.maparg("<Plug>(judge-" .. name .. ")", "n") ~= "", name)
        end
    """)
    assert told["commands"] == NAMES
    assert told["some"] == ["start", "statement"]
    assert {"lca", "lru-cache"} <= set(told["problems"])
    assert told["said"] == "judge: there is no :Judge frobnicate; :help judge lists the commands"


def test_the_help_has_every_command_and_setting(tmp_path: Path) -> None:
    """`:help judge` finds its tags without a word twice."""
    help_ = (PLUGIN / "doc" / "judge.txt").read_text()
    assert [name for name in NAMES if f"*:Judge-{name}*" not in help_] == []
    folder = tmp_path / "doc"
    folder.mkdir()
    (folder / "judge.txt").write_text(help_)
    done = subprocess.run(
        ["nvim", "--clean", "--headless", "-es", "-c", f"helptags {folder}", "-c", "quit"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    made = (folder / "tags").read_text()
    assert "judge-setup\t" in made
    # A folder on the runtime path has what is in the clone: nobody else makes them.
    assert (PLUGIN / "doc" / "tags").read_text() == made


def test_what_comes_next_is_told_with_its_reason_and_shown(nvim: Neovim) -> None:
    """Nothing was practised yet, so it is the first problem of the plan."""
    told = nvim.run("""
        vim.cmd("Judge next")
        until_so(pane)
        tell("said", said)
        tell("text", pane().text)
    """)
    assert "two-sum: new: no array problem yet" in told["said"][0]
    assert "Two sum" in told["text"]


def test_pitfall_6_to_start_changes_no_file_that_is_there(nvim: Neovim) -> None:
    """Without a name the next free one is taken; a file that is named is opened as it is."""
    mine = nvim.file("lca.py")
    before = mine.read_bytes()
    told = nvim.run("""
        vim.cmd("Judge start lca")
        until_so(function() return #said == 1 end)
        tell("new", vim.fs.basename(vim.api.nvim_buf_get_name(0)))
        vim.cmd("Judge start lca lca.py")
        until_so(function() return #said == 2 end)
        tell("old", vim.fs.basename(vim.api.nvim_buf_get_name(0)))
        tell("said", said)
    """)
    assert (told["new"], told["old"]) == ("lca_2.py", "lca.py")
    assert "nothing in it was changed" in told["said"][1]
    assert mine.read_bytes() == before
    assert "def lowest_common_ancestor" in (nvim.folder / "lca_2.py").read_text()


def test_to_start_beside_an_unsaved_buffer_works(nvim: Neovim) -> None:
    """A window that cannot leave its buffer is split, and nothing typed is lost."""
    told = nvim.run("""
        vim.o.hidden = false
        set_lines("unsaved")
        local first = vim.api.nvim_get_current_buf()
        vim.cmd("Judge start lca")
        until_so(function() return #said > 0 end)
        tell("lines", vim.api.nvim_buf_get_lines(first, 0, -1, true))
        tell("name", vim.fs.basename(vim.api.nvim_buf_get_name(0)))
        vim.cmd("Judge start")
        tell("said", said[#said])
    """)
    assert told["lines"] == ["unsaved"]
    assert told["name"] == "lca.py"
    assert "which problem?" in told["said"]


def test_the_statement_is_shown_without_focus(nvim: Neovim) -> None:
    """As Markdown, for the problem of the buffer or the one that is named."""
    nvim.file("lca.py")
    told = nvim.run("""
        vim.cmd.edit("lca.py")
        local window = vim.api.nvim_get_current_win()
        vim.cmd("Judge statement")
        until_so(pane)
        tell("own", pane())
        tell("same", vim.api.nvim_get_current_win() == window)
        vim.cmd("Judge statement kth-largest")
        until_so(function() return pane().text:lower():find("largest") end)
        vim.cmd("Judge statement nope")
        until_so(function() return #said > 0 end)
        tell("said", said)
    """)
    assert told["own"]["filetype"] == "markdown"
    assert "ncestor" in told["own"]["text"]
    assert told["same"] is True
    assert "nope" in told["said"][0]


def test_health_tells_what_is_there(nvim: Neovim) -> None:
    """Programs, token, server, problems and isolation; nothing in it is a secret."""
    told = nvim.run("""
        vim.cmd("checkhealth judge")
        tell("text", table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\\n"))
    """)
    text = told["text"]
    for words in ("curl", "only you can read the token", "is ready", "problems", "isolation"):
        assert words in text
    assert "ERROR" not in text
    assert (Path(nvim.environment["JUDGE_STATE_DIR"]) / "token").read_text().strip() not in text


def test_health_tells_what_is_missing(tmp_path: Path) -> None:
    """No judge, no server: each with what mends it."""
    told = Neovim(tmp_path, PATH | {"JUDGE_STATE_DIR": str(tmp_path / "none")}).run("""
        require("judge").setup({command = {"no-such-judge"}})
        vim.cmd("checkhealth judge")
        tell("text", table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\\n"))
        vim.cmd.enew()
        vim.cmd("Judge submit lca")
        until_so(function() return #said > 0 end)
        tell("said", said[1])
        vim.cmd("Judge log")
        tell("log", said[2])
    """)
    assert "there is no command `no-such-judge`" in told["text"]
    assert "none is running" in told["text"]
    assert "there is no command `no-such-judge`; see" in told["said"]
    assert "there is no log" in told["log"]


def test_the_token_is_in_no_argument_and_goes_to_this_machine_only(
    nvim: Neovim, server: Served
) -> None:
    """Arguments of a process can be read by everybody; another server is given JUDGE_TOKEN."""
    (nvim.folder / "bin").mkdir()
    curl = nvim.folder / "bin" / "curl"
    curl.write_text('#!/bin/sh\necho "$@" >>"$SEEN"\ncat >>"$SEEN"\nexit 7\n')
    curl.chmod(0o755)
    seen = nvim.folder / "seen"
    paths = {"PATH": f"{curl.parent}:{PATH['PATH']}", "SEEN": str(seen)}
    script = 'vim.cmd("Judge submit lca") until_so(function() return #said > 0 end)'
    nvim.run(script, **paths, JUDGE_SERVER="http://judge.example.org")
    text = seen.read_text()
    assert 'url = "http://judge.example.org/v1/submissions"' in text
    assert "Authorization" not in text
    assert text.splitlines()[0] == "-q --config -"
    nvim.run(script, **paths, JUDGE_SERVER="http://judge.example.org", JUDGE_TOKEN=ISSUED)
    assert 'header = "Authorization: Bearer jdg_x"' in seen.read_text()
    assert server.token not in seen.read_text()
