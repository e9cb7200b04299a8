"""Neovim as a person has it, headless, with the plug-in of this checkout and nothing else."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
PLUGIN = ROOT / "editors" / "neovim"
PRELUDE = Path(__file__).with_name("prelude.lua")
EXAMPLES = ROOT / "examples"
#: A guard against a script that hangs.
SECONDS = 300
#: How a plug-in of this checkout starts the judge: as `setup` takes it.
COMMAND = json.dumps([sys.executable, "-m", "judge"])
SETUP = f"require('judge').setup({{command = vim.json.decode([==[{COMMAND}]==])}})\n"


@dataclass(frozen=True, slots=True)
class Neovim:
    """Runs scripts of Lua in a folder, each in a Neovim of its own."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    started: list[subprocess.Popen[str]] = field(default_factory=list)

    def start(self, script: str, **more: str) -> subprocess.Popen[str]:
        """Start a script. It speaks by `tell(name, value)`."""
        file = self.folder / f"script-{os.urandom(4).hex()}.lua"
        file.write_text(f"dofile({json.dumps(str(PRELUDE))})\n{SETUP}{script}\n")
        home = self.folder / "home"
        own = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "JUDGE_TEST_PLUGIN": str(PLUGIN)}
        process = subprocess.Popen(
            ["nvim", "--clean", "--headless", "-l", str(file)],
            cwd=self.folder,
            env={**self.environment, **own, **more},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.started.append(process)
        return process

    def stop(self) -> None:
        """End what was started and never waited for, as where a test fails in between."""
        for process in self.started:
            if process.returncode is None:
                process.kill()
                process.communicate()

    def run(self, script: str, **more: str) -> dict[str, Any]:
        """Run a script to its end; return what it told, by name."""
        return told(self.start(script, **more))

    def file(self, name: str, like: str = "lca_wrong.py") -> Path:
        """Copy an example to a file of this folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(EXAMPLES / like, path)
        return path


def told(process: subprocess.Popen[str]) -> dict[str, Any]:
    """Wait for a script's end; return what it told, by name."""
    try:
        out, err = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        raise AssertionError(f"the script hangs: {out}\n{err}") from None
    assert process.returncode == 0, err
    lines = [json.loads(line) for line in out.splitlines() if line.startswith("[")]
    return dict(lines)
