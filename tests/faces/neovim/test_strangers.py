"""What strangers may try: a server that lies, a port that was the judge's, links."""

import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.faces.neovim.program import Neovim
from tests.judge.service.served import Served

pytestmark = [pytest.mark.needs("nvim", "full")]
PATH = {"PATH": os.environ["PATH"]}
#: Words that a terminal, a status line, a command line or a modeline would act on.
ACTS = "\x1b]0;owned\x07\x1b[2J\u202eevil %{execute('let g:owned=1')} <CR> | quit"
MODELINE = "vim: set ft=owned modelines=9 :"
REPORT = {
    "verdict": "WA",
    "summary": f"{ACTS}\n{MODELINE}",
    "failure": {"line": 10**9, "column": -5, "arguments": {"a": 1}},
}
STATE = {"id": "x1", "problem": "../../stolen", "status": "done", "report": REPORT}
STATE |= {"mark": {"line": 10**9, "column": 10**9, "message": ACTS * 200}}


class Liar(ThreadingHTTPServer):
    """A server at an address that is believed, which keeps what it is sent."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Lies)
        self.heads: list[dict[str, str]] = []


class _Lies(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Liar)
        self.server.heads.append(dict(self.headers))
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = self.path.partition("?")[0]
        if path.endswith("/events"):
            self._answer(f"event: report\ndata: {json.dumps(STATE)}\n\n", "text/event-stream")
        elif path == "/v1/submissions":
            self._answer(json.dumps(STATE))
        elif path.endswith("/pytest"):
            self._answer("print('stolen')\n", "text/x-python")
        elif path == "/v1/login-codes":
            self._answer(json.dumps({"url": "file:///etc/passwd#code=1"}))
        elif path == "/v1/next":
            self._answer(json.dumps({"problem": "../../x", "why": ACTS}))
        elif "text/plain" in self.headers["Accept"]:
            self._answer(f"{ACTS}\n{MODELINE}\n", "text/plain")
        else:
            problem = {"slug": "../../stolen", "language": "python", "starter": "x = 1\n"}
            self._answer(json.dumps(problem | {"statement": f"{MODELINE}\n{ACTS}"}))

    def _answer(self, text: str, kind: str = "application/json") -> None:
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def liar() -> Iterator[Liar]:
    server = Liar()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_what_a_server_says_does_nothing(liar: Liar, tmp_path: Path) -> None:
    """It is shown: no file elsewhere, no option, no command, no line past the buffer's end."""
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    nvim = Neovim(inside, PATH)
    nvim.file("lca.py")
    told: dict[str, Any] = nvim.run(
        """
        vim.o.modeline, vim.o.modelines = true, 9
        vim.o.statusline = "%{get(b:, 'judge_status', '')}"
        vim.cmd.edit("lca.py")
        submit()
        tell("mark", vim.diagnostic.get(0)[1].lnum + 1 == vim.api.nvim_buf_line_count(0))
        tell("modeline", pane().filetype)
        vim.cmd("redraw!")
        vim.diagnostic.setqflist()
        vim.cmd.cclose()
        vim.diagnostic.open_float({scope = "buffer"})
        tell("test", judge("test", "JudgeTest").path)
        vim.ui.open = function(url) tell("opened", url) return {} end
        for _, command in ipairs({"open", "next", "start lca made.py", "start lca"}) do
          local before = #said
          vim.cmd("Judge " .. command)
          until_so(function() return #said > before end, command)
        end
        vim.cmd("Judge statement lca")
        until_so(function() return pane().filetype == "markdown" end)
        tell("owned", vim.g.owned or vim.bo.filetype == "owned")
        tell("plain", vim.iter(said):all(function(one) return not one:find("%c") end))
        """,
        JUDGE_SERVER=f"http://127.0.0.1:{liar.server_port}",
        DISPLAY=":7",
    )
    assert told["mark"] is True
    assert told["modeline"] == "judge-verdict"
    assert "opened" not in told
    assert (told["owned"], told["plain"]) == (False, True)
    assert Path(told["test"]).parent == inside
    made = {one.name for one in inside.iterdir() if not one.name.startswith("script")}
    assert made - {"home"} == {"lca.py", "made.py", "lca_2.py", "unknown_counterexample_test.py"}
    assert {one.name for one in tmp_path.iterdir()} == {"a"}


def test_a_server_that_was_killed_leaves_its_token_to_nobody(liar: Liar, tmp_path: Path) -> None:
    """Its file names a port that is a stranger's by now, and a number that another process has."""
    state = tmp_path / "state"
    state.mkdir()
    url = f"http://127.0.0.1:{liar.server_port}"
    (state / "server.json").write_text(json.dumps({"url": url, "pid": os.getpid()}))
    (state / "serve.lock").touch()
    (state / "token").write_text("jdg_secret")
    told = Neovim(tmp_path, {**PATH, "JUDGE_STATE_DIR": str(state)}).run("""
        require("judge").setup({command = {"no-such-judge"}})
        vim.cmd("Judge submit lca")
        until_so(function() return #said > 0 end)
        require("judge").setup({auto_start = false})
        vim.cmd("Judge submit lca")
        until_so(function() return #said > 1 end)
        tell("said", said)
    """)
    assert told["said"][0].startswith("judge: there is no command `no-such-judge`")
    assert told["said"][1].startswith("judge: no judge runs on this machine; start it: ")
    assert liar.heads == []


def test_a_link_is_written_through_only_when_asked(server: Served, tmp_path: Path) -> None:
    """A folder of somebody else's may have one where the test goes."""
    nvim = Neovim(tmp_path, server.environment)
    nvim.file("lca.py")
    (tmp_path / "lca_counterexample_test.py").symlink_to("elsewhere.py")
    told = nvim.run("""
        vim.fn.confirm = function(question) asked = question return 2 end
        vim.cmd.edit("lca.py")
        submit()
        vim.cmd("Judge test")
        until_so(function() return asked end)
        tell("asked", asked)
    """)
    assert "is a link to elsewhere.py" in told["asked"]
    assert not (tmp_path / "elsewhere.py").exists()
