"""`judge lsp` under Neovim's own client: no plug-in, four lines of configuration."""

import json
import sys
from pathlib import Path

import pytest

from tests.faces.neovim.program import Neovim
from tests.judge.service.served import Served

pytestmark = [pytest.mark.needs("nvim", "full")]
COMMAND = json.dumps([sys.executable, "-m", "judge", "lsp"])


def test_lenses_hover_marks_and_an_edit(server: Served, tmp_path: Path) -> None:
    """From a real client's requests to what a person sees."""
    nvim = Neovim(tmp_path, server.environment)
    nvim.file("dir with spaces/lca.py")
    told = nvim.run(f"""
        vim.cmd.edit(vim.fn.fnameescape("dir with spaces/lca.py"))
        local id = vim.lsp.start({{
          name = "judge", cmd = vim.json.decode([==[{COMMAND}]==]), root_dir = vim.uv.cwd(),
        }})
        local client = vim.lsp.get_client_by_id(id)
        until_so(function() return client.initialized end, "initialize")
        local document = {{ textDocument = vim.lsp.util.make_text_document_params() }}
        local answer = client:request_sync("textDocument/codeLens", document, 20000, 0)
        local lenses = answer.result
        tell("titles", vim.tbl_map(function(lens) return lens.command.title end, lenses))
        local entry = lenses[1].range.start
        document.position = {{ line = entry.line, character = 4 }}
        local hover = client:request_sync("textDocument/hover", document, 20000, 0).result
        tell("hover", hover.contents.value:find("ncestor") ~= nil)
        client:exec_cmd(lenses[1].command)
        until_so(function() return #vim.diagnostic.get(0) > 0 end, "marks")
        local mark = vim.diagnostic.get(0)[1]
        tell("mark", {{ mark.code, mark.lnum == entry.line, mark.message }})
        vim.api.nvim_buf_set_lines(0, 0, 0, true, {{ "# new" }})
        until_so(function() return #vim.diagnostic.get(0) == 0 end, "no marks")
        client:stop()
    """)
    assert told["titles"] == ["Submit", "Run samples"]
    assert told["hover"] is True
    assert told["mark"][:2] == ["WA", True]
    assert told["mark"][2].startswith("wrong answer: root = [1, 2, 3]")
