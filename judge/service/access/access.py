"""Access to the service: the checks that every request passes before a route sees it.

Any web page can make a browser send requests to this machine, and a host name can be made to
point here (DNS rebinding). So a request must name this server exactly, come from no other
origin, carry a token or a session of the page, and carry JSON of a bounded size in bounded time.
There is no CORS.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Iterator

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Send
from starlette.types import Scope as Scope_

from judge.errors import HostError
from judge.records import dataclass
from judge.service.access.callers import Caller, Callers
from judge.service.access.errors import error_response, unable_response
from judge.service.access.methods import Methods, as_get
from judge.service.access.origins import is_of_another_origin
from judge.service.access.page_paths import is_login, is_open
from judge.service.access.page_sessions import PageSessions
from judge.service.access.rate_limits import RateLimitError, RateLimits
from judge.service.access.shares import ShareError, Shares, UnavailableError
from judge.service.access.targets import is_target, take_authority
from judge.service.workers.metrics import Metrics

log = logging.getLogger("judge.http")
requests = logging.getLogger("judge.requests")

#: The largest body: a source of 256 KiB, each byte of it written with six, fits.
BODY_BYTES = 2 * 1024 * 1024
#: Who logs in is no owner yet; all of them together have one share.
NOBODY = "nobody"
WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
#: What a watchdog may ask without a token.
OPEN_PATHS = frozenset({"/healthz", "/readyz"})
#: A body that takes longer to come only holds a connection.
BODY_SECONDS = 20.0
#: Bodies of all tokens that may be on their way together: each is held in memory until it is whole.
MOST_BODIES = 64
LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]")
#: Answers hold hostile text: nothing may guess their type, run or keep them.
HARDENING = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Address:
    """What clients may call this server: loopback's names with its port, and `names`."""

    port: int
    names: tuple[str, ...] = ()

    def hosts(self) -> frozenset[str]:
        """Return every Host header that names this server, in small letters."""
        loopback = [f"{host}:{self.port}" for host in LOOPBACK_HOSTS]
        plain = LOOPBACK_HOSTS if self.port == 80 else ()
        return frozenset([*loopback, *plain, *self._public()])

    def origins(self) -> frozenset[str]:
        """Return the origins of this server's own pages."""
        # A proxy before a public name may speak TLS; nothing on loopback does.
        secure = [f"https://{name}" for name in self._public()]
        return frozenset([*(f"http://{host}" for host in self.hosts()), *secure])

    def _public(self) -> list[str]:
        return [name.lower() for name in self.names]


class Access:
    """ASGI middleware: refuses what is not allowed, and hardens every answer."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        address: Address,
        callers: Callers,
        sessions: PageSessions,
        limits: RateLimits,
        metrics: Metrics,
        connections: int,
        methods: Methods,
    ) -> None:
        self._app = app
        self._callers = callers
        self._sessions = sessions
        self._limits = limits
        self._metrics = metrics
        self._methods = methods
        self._under_way = Shares("requests under way", connections)
        self._bodies = Shares("bodies on their way", MOST_BODIES)
        self._hosts = address.hosts()
        self._origins = address.origins()

    async def __call__(self, scope: Scope_, receive: Receive, send: Send) -> None:
        """Refuse the request, or hand it on with its body capped and its caller's share counted."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(send)
        began = time.monotonic()
        try:
            refused = await self._refusal(scope)
            if refused is None:
                with self._shared(scope, receive) as capped:
                    head = scope["method"] == "HEAD"
                    asked, send = as_get(scope, answer.send) if head else (scope, answer.send)
                    await self._app(asked, capped, send)
        except Exception as error:
            if answer.started:
                raise
            refused = _failed(error)
        if refused is not None:
            await refused(scope, receive, answer.send)
        self._record(scope, answer.status, time.monotonic() - began)

    @contextlib.contextmanager
    def _shared(self, scope: Scope_, receive: Receive) -> Iterator[Receive]:
        """Count the request as its caller's while it lasts; lend a `receive` with a capped body.

        Raises `ShareError` and `UnavailableError`.
        """
        caller: Caller | None = scope.get("judge.caller")
        if caller is None and not is_login(scope["method"], scope["path"]):
            yield _capped(receive, lambda: None)  # no body is read
            return
        owner = NOBODY if caller is None else caller.owner
        self._under_way.check(owner)
        with self._under_way.held(owner), contextlib.ExitStack() as body:
            if scope["method"] in WITH_BODY:
                self._bodies.check(owner)
                body.enter_context(self._bodies.held(owner))
            yield _capped(receive, body.close)

    def _record(self, scope: Scope_, status: int, seconds: float) -> None:
        """Count and log a request, without its headers, body and query."""
        if status >= 400:
            self._metrics.refused.labels(str(status)).inc()
        caller: Caller | None = scope.get("judge.caller")
        requests.info(
            "request",
            extra={
                "method": scope["method"],
                "path": scope["path"][:200],
                "status": status,
                "milliseconds": round(seconds * 1_000),
                "owner": caller.owner if caller else None,
            },
        )

    async def _refusal(self, scope: Scope_) -> Response | None:
        headers = Headers(scope=scope)
        return (
            self._other_host(scope, headers)
            or self._other_origin(scope, headers)
            or await self._no_caller(scope, headers)
            or self._methods.answer(scope)
            or _bad_body(scope, headers)
        )

    def _other_host(self, scope: Scope_, headers: Headers) -> Response | None:
        authority = take_authority(scope)
        if not is_target(scope):
            return _refuse(400, "the request names no path")
        named = headers.getlist("host") if authority is None else [authority]
        if len(named) == 1 and named[0].lower() in self._hosts:
            scope["judge.host"] = named[0].lower()
            return None
        return _refuse(403, "the Host header does not name this server")

    def _other_origin(self, scope: Scope_, headers: Headers) -> Response | None:
        if is_of_another_origin(scope["method"], scope["path"], headers, self._origins):
            return _refuse(403, "web pages of another origin may not use this server")
        return None

    async def _no_caller(self, scope: Scope_, headers: Headers) -> Response | None:
        if scope["path"] in OPEN_PATHS or is_open(scope["method"], scope["path"]):
            return None
        caller = await self._caller(headers)
        if caller is None:
            detail = (
                "this needs the header `Authorization: Bearer TOKEN`; `judge serve` says where "
                "the token lies. The page: `judge open` signs in"
            )
            return _refuse(401, detail, {"WWW-Authenticate": "Bearer"})
        scope["judge.caller"] = caller
        if not caller.local:
            await self._limits.request(caller.owner)
        return None

    async def _caller(self, headers: Headers) -> Caller | None:
        """Return the caller by the token alone where there is one, else by the page's session."""
        given = headers.getlist("authorization")
        if given:
            scheme, _, text = given[0].partition(" ") if len(given) == 1 else ("", "", "")
            bearer = scheme.lower() == "bearer"
            return await self._callers.with_token(text.strip()) if bearer else None
        owner = self._sessions.owner_of(headers)
        return None if owner is None else await self._callers.of_session(owner)


def _failed(error: Exception) -> Response:
    if isinstance(error, RateLimitError):
        return error_response(429, str(error), headers={"Retry-After": str(error.seconds)})
    if isinstance(error, ShareError | UnavailableError):
        status = 429 if isinstance(error, ShareError) else 503
        return _refuse(status, f"{error}; try again in a moment", {"Retry-After": "5"})
    if isinstance(error, HostError):
        log.error("%s", error)
        return unable_response(error)
    log.error("a route failed", exc_info=error)
    return error_response(500, "the judge failed; the server's log says why")


def _bad_body(scope: Scope_, headers: Headers) -> Response | None:
    if scope["method"] not in WITH_BODY:
        return None
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    # A form or plain text is what a page can send without asking; JSON is not.
    if media_type != "application/json":
        return _refuse(
            415, "the body must be sent as application/json", {"Accept": "application/json"}
        )
    if headers.get("content-encoding", "identity").lower() != "identity":
        return _refuse(415, "the body must not be compressed", {"Accept-Encoding": "identity"})
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()):
        return _refuse(400, "the Content-Length header is not a number")
    # Compared by its digits first: Python refuses to read a number of many thousand digits.
    if len(length) > 18 or int(length) > BODY_BYTES:
        return _refuse(413, _TOO_LARGE)
    return None


def _capped(receive: Receive, whole: Callable[[], None]) -> Receive:
    """Return a `receive` that ends a body once it is too large, or takes too long to come.

    It calls `whole` once the body is there.
    """
    seen, over = 0, False
    end = asyncio.get_running_loop().time() + BODY_SECONDS

    async def capped() -> Message:
        nonlocal seen, over
        if over:  # what comes now is the end of the connection, for which streams wait
            return await receive()
        try:
            async with asyncio.timeout_at(end):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408, "the body came too slowly", _CLOSE) from None
        over = not message.get("more_body", False)
        if over:
            whole()
        seen += len(message.get("body", b""))
        if seen > BODY_BYTES:
            raise HTTPException(413, _TOO_LARGE, headers=_CLOSE)
        return message

    return capped


_CLOSE = {"Connection": "close"}
_TOO_LARGE = f"the body is larger than {BODY_BYTES:,} bytes"


def _refuse(status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    # Closing spares reading a body that is not looked at.
    return error_response(status, detail, headers={**_CLOSE, **(headers or {})})


class _Answer:
    """Sends an answer with the hardening headers, and knows whether it has begun."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.started = False
        self.status = 0

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in HARDENING.items():
                headers.setdefault(name, value)
        await self._send(message)
