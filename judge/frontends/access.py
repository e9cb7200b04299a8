"""Who may drive the judge: the checks that every request passes before a route sees it.

Any web page can make a browser send requests to this machine, and a host name can be made to
point here (DNS rebinding). So a request must name this server exactly, come from no other
origin, carry the token, and carry JSON of a bounded size. There is no CORS.
"""

import hashlib
import hmac
import logging
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from judge.frontends.problem_json import error_response

log = logging.getLogger("judge.http")

#: The largest body: a source of 256 KiB, written with escapes, fits.
BODY_BYTES = 1024 * 1024
#: What a watchdog may ask without the token.
OPEN_PATHS = frozenset({"/healthz", "/readyz"})
LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]")
#: Answers hold hostile text: nothing may guess their type, run or keep them.
HARDENING = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Access:
    """ASGI middleware: answers what is not allowed itself, and hardens every answer."""

    def __init__(self, app: ASGIApp, *, token: str, port: int) -> None:
        self._app = app
        self._token_digest = _digest(token.encode())
        self._hosts = frozenset(_authorities(port))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or hand it on with its body capped."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(send)
        refused = self._refusal(scope)
        if refused is not None:
            await refused(scope, receive, answer.send)
            return
        try:
            await self._app(scope, _capped(receive), answer.send)
        except Exception:
            log.exception("a route failed")
            if answer.started:
                raise
            failed = error_response(500, "the judge failed; the server's log says why")
            await failed(scope, receive, answer.send)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        checks: tuple[Callable[[Scope, Headers], Response | None], ...] = (
            self._other_host,
            self._other_origin,
            self._stranger,
            _bad_body,
        )
        for check in checks:
            refused = check(scope, headers)
            if refused is not None:
                return refused
        return None

    def _other_host(self, _scope: Scope, headers: Headers) -> Response | None:
        named = headers.getlist("host")
        if len(named) == 1 and named[0].lower() in self._hosts:
            return None
        return _refuse(403, "the Host header does not name this server")

    def _other_origin(self, _scope: Scope, headers: Headers) -> Response | None:
        own = {f"http://{host}" for host in self._hosts}
        origins = headers.getlist("origin")
        sites = headers.getlist("sec-fetch-site")
        if {*origins} <= own and {*sites} <= {"same-origin", "none"}:
            return None
        return _refuse(403, "web pages of another origin may not use this server")

    def _stranger(self, scope: Scope, headers: Headers) -> Response | None:
        if scope["path"] in OPEN_PATHS:
            return None
        given = headers.getlist("authorization")
        scheme, _, token = given[0].partition(" ") if len(given) == 1 else ("", "", "")
        # Digests are compared, so neither the length nor a common beginning shows in time.
        same = hmac.compare_digest(_digest(token.strip().encode("latin-1")), self._token_digest)
        if scheme.lower() == "bearer" and same:
            return None
        detail = "this needs the header `Authorization: Bearer TOKEN`; `judge serve` says where "
        return _refuse(401, detail + "the token lies", {"WWW-Authenticate": "Bearer"})


def _bad_body(scope: Scope, headers: Headers) -> Response | None:
    if scope["method"] not in ("POST", "PUT", "PATCH"):
        return None
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    # A form or plain text is what a page can send without asking; JSON is not.
    if media_type != "application/json":
        return _refuse(415, "the body must be sent as application/json")
    if headers.get("content-encoding", "identity").lower() != "identity":
        return _refuse(415, "the body must not be compressed")
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()):
        return _refuse(400, "the Content-Length header is not a number")
    # Compared by its digits first: Python refuses to read a number of many thousand digits.
    if len(length) > 18 or int(length) > BODY_BYTES:
        return _refuse(413, _TOO_LARGE)
    return None


def _capped(receive: Receive) -> Receive:
    """Return a `receive` that ends a body without a declared length once it is too large."""
    seen = 0

    async def capped() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > BODY_BYTES:
            raise HTTPException(413, _TOO_LARGE, headers={"Connection": "close"})
        return message

    return capped


_TOO_LARGE = f"the body is larger than {BODY_BYTES:,} bytes"


def _refuse(status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    # Closing spares reading a body that nobody is going to look at.
    return error_response(status, detail, headers={"Connection": "close", **(headers or {})})


class _Answer:
    """The way out: adds the hardening headers, and knows whether an answer has begun."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.started = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            for name, value in HARDENING.items():
                headers.setdefault(name, value)
        await self._send(message)


def _authorities(port: int) -> list[str]:
    names = [f"{host}:{port}" for host in LOOPBACK_HOSTS]
    return [*names, *LOOPBACK_HOSTS] if port == 80 else names


def _digest(token: bytes) -> bytes:
    return hashlib.sha256(token).digest()
