"""Draws docs/neovim.svg: a wrong answer in Neovim, as its screen shows it.

    ./run python -m docs.draw_neovim

Needs Neovim 0.10 or newer, as requirements/faces.txt brings it. The plug-in starts the judge's
server by itself. Every character is Neovim's own; without a terminal it has no colours, so these
are told here: of the mark, and of the window in which typing goes on.
"""

import json
import os
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from rich.text import Text

from docs.draw_terminal import HERE, plain, recorder
from judge.client import running_server
from tests.faces.neovim.program import EXAMPLES, PLUGIN, SETUP

COLUMNS, LINES = 124, 24
MARK, NUMBER, FRAME, CURRENT = "bold #ff8a80", "#8a8f98", "#8a8f98", "reverse"
SCRIPT = """
vim.opt.runtimepath:append([[{plugin}]])
vim.cmd.runtime("plugin/judge.lua")
{setup}
vim.o.columns, vim.o.lines, vim.o.number, vim.o.wrap = {columns}, {lines}, true, false
vim.o.laststatus, vim.o.statusline = 2, "%f %m%=%{{get(b:, 'judge_status', '')}} %l:%c "
vim.cmd.edit("lca.py")
local told
vim.api.nvim_create_autocmd("User", {{
  pattern = "JudgeVerdict", callback = function() told = true end,
}})
vim.cmd("Judge submit")
assert(vim.wait(300000, function() return told end, 20))
vim.cmd("echo ''")
vim.cmd("redraw!")
local rows = {{}}
for row = 1, vim.o.lines do
  local cells = {{}}
  for column = 1, vim.o.columns do
    cells[column] = vim.fn.screenstring(row, column)
  end
  rows[row] = table.concat(cells)
end
local place = vim.fn.win_screenpos(0)
local screen = {{
  rows = rows,
  status = place[1] + vim.fn.winheight(0),
  left = place[2],
  width = vim.fn.winwidth(0),
  marked = vim.diagnostic.get(0)[1].lnum + 1,
}}
vim.fn.writefile({{ vim.json.encode(screen) }}, "screen.json")
vim.cmd("qa!")
"""


def main() -> None:
    """Submit the wrong example in Neovim, and draw its screen."""
    shown = screen()
    console = recorder(COLUMNS)
    for number, row in enumerate(shown["rows"], 1):
        line = Text(row)
        if number == shown["status"]:
            start = shown["left"] - 1
            line.stylize(FRAME)
            line.stylize(CURRENT, start, start + shown["width"])
        elif row.startswith("~"):
            line.stylize(FRAME, 0, 1)
        else:
            line.stylize(NUMBER, 0, 6)
        if number == shown["marked"]:
            line.stylize(MARK, 0, 2)
        console.print(line, no_wrap=True, crop=True)
    svg = console.export_svg(title="nvim lca.py", unique_id="judge")
    (HERE / "neovim.svg").write_text(plain(svg), encoding="utf-8")


def screen() -> dict[str, Any]:
    """Return the rows of the screen, and where the current window and the mark are."""
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root)
        (folder / "lca.py").write_bytes((EXAMPLES / "lca_wrong.py").read_bytes())
        script, state = folder / "script.lua", folder / "state"
        script.write_text(SCRIPT.format(plugin=PLUGIN, setup=SETUP, columns=COLUMNS, lines=LINES))
        own = {"JUDGE_STATE_DIR": str(state), "HOME": root, "XDG_CONFIG_HOME": root}
        command = ["nvim", "--clean", "--headless", "-n", "-S", str(script), "+cquit"]
        try:
            subprocess.run(command, cwd=root, env={**os.environ, **own}, check=True)
            found: dict[str, Any] = json.loads((folder / "screen.json").read_text())
            return found
        finally:
            server = running_server(state)
            if server is not None:
                os.kill(server.pid, signal.SIGTERM)


if __name__ == "__main__":
    main()
