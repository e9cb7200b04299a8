"""Which text an editor begins with, of what this browser kept, the server's and the starter."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

WEB = Path(__file__).resolve().parents[3] / "web"
pytestmark = pytest.mark.needs("web")


def mine(**own: Any) -> dict[str, Any]:
    kept = {"client": "a", "serial": 5, "sent": 3, "text": "mine", "inputs": None, "etag": '"1"'}
    return {**kept, **own}


def head(**own: Any) -> dict[str, Any]:
    return {"client": "b", "serial": 9, "source": "theirs", "inputs": [], "etag": '"2"', **own}


#: Local text, the server's ("away": it does not answer); what is shown, its ETag, and a conflict.
ROWS: list[tuple[Any, Any, str, str | None, bool]] = [
    (None, None, "starter", None, False),
    (None, "away", "starter", None, False),
    (None, head(), "theirs", '"2"', False),
    (mine(), None, "mine", None, False),
    # No answer is not the same as no text.
    (mine(), "away", "mine", '"1"', False),
    (mine(), head(client="a", serial=4), "mine", '"2"', False),
    (mine(), head(client="a", serial=5), "mine", '"2"', False),
    (mine(), head(client="a", serial=6), "theirs", '"2"', False),
    (mine(), head(etag='"1"'), "mine", '"1"', False),
    (mine(), head(), "mine", '"1"', True),
    # The server has this text among the versions.
    (mine(sent=5), head(), "theirs", '"2"', False),
    # It lost all of it.
    (mine(sent=5), None, "mine", None, False),
    (mine(), head(source="mine"), "mine", '"2"', False),
]


def test_the_text_to_begin_with(tmp_path: Path) -> None:
    """Neither text is lost where both have parted: then both are shown."""
    module, rows = tmp_path / "choose.mjs", tmp_path / "rows.json"
    esbuild = WEB / "node_modules" / ".bin" / "esbuild"
    source = WEB / "src" / "drafts" / "choose.ts"
    options = ["--format=esm", f"--outfile={module}", "--log-level=error"]
    subprocess.run([esbuild, source, *options], check=True)
    rows.write_text(json.dumps([[kept, found] for kept, found, *_ in ROWS]))
    script = (
        f'import {{ choose }} from "{module}"; import {{ readFileSync }} from "node:fs";'
        f'const rows = JSON.parse(readFileSync("{rows}", "utf-8"));'
        'const of = ([mine, head]) => choose(mine, head === "away" ? undefined : head, "starter");'
        "console.log(JSON.stringify(rows.map(of)));"
    )
    told = subprocess.run(
        ["node", "--input-type=module", "-e", script], check=True, capture_output=True, text=True
    )
    found = [
        (one["text"], one["etag"], one["theirs"] is not None) for one in json.loads(told.stdout)
    ]
    assert found == [(text, etag, conflict) for _, _, text, etag, conflict in ROWS]
