"""`GET /metrics` of a process that serves nothing else: that of `judge worker`.

Opens a listening socket, and a thread that answers one client after the other.
"""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer

from judge import __version__
from judge.errors import UsageError
from judge.service.workers.metrics import MEDIA_TYPE
from judge.storage import Scope, StoreError, Tokens

#: Whoever is not done by then makes way for the next.
MOST_SECONDS = 5.0


@contextlib.contextmanager
def figures_served(
    place: tuple[str, int] | None, text: Callable[[], bytes], tokens: Tokens
) -> Iterator[str | None]:
    """Answer on an address of this machine with figures; yield it, as scrapers name it.

    Whoever asks needs a token with the scope `metrics`, as at a server. None is no address, and
    nothing is served. Raises `UsageError` where nobody can listen there.
    """
    if place is None:
        yield None
        return
    try:
        server = _Server(place, text, tokens)
    except OSError as error:
        raise UsageError(
            f"cannot listen on {place[0]}:{place[1]}: {error.strerror or error}; "
            "choose another JUDGE_FIGURES"
        ) from None
    thread = threading.Thread(target=server.serve_forever, name="figures", daemon=True)
    thread.start()
    try:
        host = f"[{place[0]}]" if ":" in place[0] else place[0]
        yield f"http://{host}:{server.server_address[1]}/metrics"
    finally:
        server.shutdown()
        server.server_close()


class _Server(TCPServer):
    allow_reuse_address = True

    def __init__(self, place: tuple[str, int], text: Callable[[], bytes], tokens: Tokens) -> None:
        self.address_family = socket.AF_INET6 if ":" in place[0] else socket.AF_INET
        self.text, self.tokens = text, tokens
        super().__init__(place, _Handler)

    def finish_request(self, request: object, client_address: object) -> None:
        """Answer one client. A timeout of the socket begins anew with every byte that comes."""
        assert isinstance(request, socket.socket)
        late = threading.Timer(MOST_SECONDS, _cut, (request,))
        late.daemon = True
        late.start()
        try:
            super().finish_request(request, client_address)
        finally:
            late.cancel()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that went away in the middle is no news."""


def _cut(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        """Give the figures to whom they are for."""
        status, text = self._answer()
        self.send_response(status)
        self.send_header("Content-Type", MEDIA_TYPE if status == 200 else "text/plain")
        self.send_header("Content-Length", str(len(text)))
        if status == 401:
            self.send_header("WWW-Authenticate", "Bearer")
        self.end_headers()
        self.wfile.write(text)

    def _answer(self) -> tuple[int, bytes]:
        if self.path != "/metrics":
            return 404, b"there is /metrics and nothing else\n"
        scheme, _, text = self.headers.get("Authorization", "").partition(" ")
        try:
            token = self.server.tokens.find(text) if scheme.lower() == "bearer" else None
        except StoreError:
            return 503, b"the store fails\n"
        if token is None:
            return 401, b"a token is needed: judge token new NAME --scope metrics\n"
        if Scope.METRICS not in token.scopes:
            return 403, b"this token lacks the scope 'metrics'\n"
        return 200, self.server.text()

    def version_string(self) -> str:
        return f"judge/{__version__}"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Write no line a request: the log belongs to the workers."""
