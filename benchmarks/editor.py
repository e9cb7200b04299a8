"""From key to mark in Neovim: `python -m benchmarks.editor [COUNT]`.

One real `judge serve` and one Neovim, both warm. A round is `:Judge submit` of a wrong answer for
lca, each with a text of its own, up to the moment when its mark is set. The ratio is to a bare
`python -I -S -c pass`, in the same run. Run it on a quiet machine.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import clock

ROOT = Path(__file__).resolve().parents[1]
WRONG = ROOT / "examples" / "lca_wrong.py"
#: The target for two idle cores.
MOST_SECONDS = 0.4
#: Rounds that warm the server and Neovim up.
COLD = 3
SCRIPT = """
vim.opt.runtimepath:append([[{plugin}]])
vim.cmd.runtime("plugin/judge.lua")
require("judge").setup({{ command = vim.json.decode([==[{command}]==]) }})
vim.notify = function() end
vim.cmd.edit("lca.py")
local marks = require("judge.view").marks
local told
vim.api.nvim_create_autocmd("User", {{
  pattern = "JudgeVerdict", callback = function() told = true end,
}})
for round = 1, {rounds} do
  vim.api.nvim_buf_set_lines(0, -1, -1, true, {{ "# " .. round }})
  vim.wait(20)
  told = false
  local began = vim.uv.hrtime()
  vim.cmd("Judge submit")
  local function marked() return #vim.diagnostic.get(0, {{ namespace = marks }}) > 0 end
  assert(vim.wait(60000, marked, 1))
  io.stdout:write((vim.uv.hrtime() - began) / 1e9, "\\n")
  assert(vim.wait(60000, function() return told end, 1))
end
"""


def main(count: int) -> None:
    """Print the median, the spread and the ratio."""
    bare = clock.bare_seconds()
    with tempfile.TemporaryDirectory() as folder:
        seconds = key_to_mark(Path(folder), count)
    middle = statistics.median(seconds)
    print(f"bare interpreter start   {bare * 1e3:8.2f} ms")
    print(f"key to mark, p50         {middle * 1e3:8.1f} ms <= {MOST_SECONDS * 1e3:.0f}")
    print(f"             least, most {min(seconds) * 1e3:8.1f} {max(seconds) * 1e3:8.1f} ms")
    print(f"             ratio       {middle / bare:8.1f}x")


def key_to_mark(folder: Path, count: int) -> list[float]:
    """Return the seconds of `count` rounds in a warm Neovim with a warm server."""
    shutil.copyfile(WRONG, folder / "lca.py")
    state, script = folder / "state", folder / "script.lua"
    command = [sys.executable, "-m", "judge"]
    script.write_text(
        SCRIPT.format(
            plugin=ROOT / "editors" / "neovim", command=json.dumps(command), rounds=COLD + count
        )
    )
    own = {"JUDGE_STATE_DIR": str(state), "HOME": str(folder)}
    # The corpora of whoever runs this may be used: their building is measured elsewhere.
    cache = {"XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache"))}
    environment = {**os.environ, **cache, **own}
    try:
        done = subprocess.run(
            ["nvim", "--clean", "--headless", "-l", str(script)],  # noqa: S607 - as a person starts it
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    finally:
        stop(state)
    return [float(line) for line in done.stdout.split()][COLD:]


def stop(state: Path) -> None:
    """End the server that Neovim has started."""
    found = state / "server.json"
    if found.exists():
        os.kill(json.loads(found.read_text())["pid"], 15)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
