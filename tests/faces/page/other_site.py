"""A web site that is not the judge's, on another port of this machine."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"<!doctype html><meta charset=utf-8><title>another site</title><body>"


class OtherSite:
    """An empty page at every address; `cookies` are those that browsers have sent with requests."""

    def __init__(self) -> None:
        self.cookies: list[str] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("H", (_Handler,), {"of": self}))
        self._server.daemon_threads = True
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    of: OtherSite

    def do_GET(self) -> None:
        self.of.cookies.append(self.headers.get("Cookie") or "")
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: object) -> None:
        pass
