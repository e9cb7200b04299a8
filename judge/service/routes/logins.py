"""`/login`, `/logout`, `/v1/session` and `/v1/login-codes`: how a browser becomes a caller."""

from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Header, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from judge import __version__
from judge.service.access.access import LOOPBACK_HOSTS
from judge.service.access.callers import Caller, Callers, caller_of
from judge.service.access.errors import error_shapes
from judge.service.access.login_codes import CODE_SECONDS, LoginCodes
from judge.service.access.page_paths import LOGIN
from judge.service.access.page_sessions import SESSION_SECONDS, PageSessions
from judge.service.access.rate_limits import LoginTries
from judge.service.routes.answers import json_answer
from judge.service.routes.headers import KNOWN_ONLY
from judge.service.schemas.page import (
    LoginAnswer,
    LoginCode,
    NewLogin,
    Nothing,
    ServerFacts,
    SessionAnswer,
)
from judge.service.settings import ServiceSettings, Switch
from judge.settings import Settings
from judge.storage import Scope
from sandbox import Tier

_TEXT = {"schema": {"type": "string"}}
COOKIE = {"Set-Cookie": {"description": "the session, which no script can read", **_TEXT}}
Origin = Annotated[str, Header(description="of this server: only its own page may log in")]


class LoginRoutes:
    """Logs browsers in and out, and tells them who they are."""

    def __init__(
        self, callers: Callers, sessions: PageSessions, codes: LoginCodes, server: ServerFacts
    ) -> None:
        self._callers = callers
        self._sessions = sessions
        self._codes = codes
        self._server = server
        self._tries = LoginTries()

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(tags=["page"], dependencies=[KNOWN_ONLY])
        add = router.add_api_route
        sent = (400, 403, 408, 413, 415, 422, 429, 500, 503)
        add(
            LOGIN,
            self.login,
            operation_id="login",
            methods=["POST"],
            response_model=LoginAnswer,
            responses={200: {"headers": COOKIE}, **error_shapes(*sent)},
        )
        add(
            "/logout",
            self.logout,
            operation_id="logout",
            methods=["POST"],
            status_code=204,
            response_class=Response,
            responses={204: {"headers": COOKIE}, **error_shapes(401, *sent)},
        )
        add(
            "/v1/session",
            self.session,
            operation_id="session",
            response_model=SessionAnswer,
            responses=error_shapes(401, 403, 422, 429, 500, 503),
        )
        add(
            "/v1/login-codes",
            self.code,
            operation_id="login_code",
            methods=["POST"],
            status_code=201,
            response_model=LoginCode,
            responses=error_shapes(401, *sent),
        )
        return router

    async def login(self, request: Request, new: NewLogin, origin: Origin = "") -> Response:
        """Begin a session with a one-time code, or with an issued token."""
        address = request.client.host if request.client is not None else ""
        self._tries.check(address)
        owner = await self._owner(new)
        if owner is None:
            self._tries.failed(address)
            raise HTTPException(403, _refusal(new))
        session = self._sessions.begin(owner)
        ends = datetime.fromtimestamp(session.expires_at, UTC)
        answer = LoginAnswer(page_secret=session.page_secret, expires_at=ends)
        cookie = self._cookie(session.cookie, SESSION_SECONDS, origin)
        return json_answer(answer, 200, {"Set-Cookie": cookie})

    async def _owner(self, new: NewLogin) -> str | None:
        if new.code is not None:
            return self._codes.redeem(new.code)
        caller = await self._callers.with_token((new.token or "").strip())
        return None if caller is None else caller.owner

    async def logout(self, _nothing: Nothing, origin: Origin = "") -> Response:
        """Have the browser forget its session."""
        return Response(status_code=204, headers={"Set-Cookie": self._cookie("", 0, origin)})

    async def session(self, request: Request) -> Response:
        """Tell who asks."""
        caller = caller_of(request.scope, Scope.READ)
        return json_answer(_session(caller, self._server))

    async def code(self, request: Request, _nothing: Nothing) -> Response:
        """Make a code that logs a browser in as the owner of this token, once."""
        caller = caller_of(request.scope, Scope.READ)
        if caller.by_page:
            raise HTTPException(403, "a page makes no codes; `judge open` does, with the token")
        code = self._codes.issue(caller.owner)
        url = f"{_root(request.scope['judge.host'])}{LOGIN}#code={code}"
        return json_answer(LoginCode(code=code, url=url, expires_in=CODE_SECONDS), 201)

    def _cookie(self, value: str, seconds: int, origin: str) -> str:
        # What is sent over TLS once is never sent without it.
        secure = "; Secure" if origin.startswith("https:") else ""
        fixed = "HttpOnly; SameSite=Strict; Path=/"
        return f"{self._sessions.cookie_name}={value}; {fixed}; Max-Age={seconds}{secure}"


def server_facts(settings: Settings, service: ServiceSettings) -> ServerFacts:
    """Return what a page needs to know of a server."""
    return ServerFacts(
        version=__version__,
        tier=str(settings.tier or Tier.FULL),
        timing=service.timing is Switch.ON,
        hidden=str(service.hidden),
        workers=service.workers,
    )


def _session(caller: Caller, server: ServerFacts) -> SessionAnswer:
    scopes = sorted(caller.scopes)
    return SessionAnswer(owner=caller.owner, local=caller.local, scopes=scopes, server=server)


def _root(host: str) -> str:
    """Return the address of this server by the name that the request had for it."""
    # A public name is behind TLS: without it a browser says too little to be let in.
    local = (urlsplit(f"//{host}").hostname or "") in {name.strip("[]") for name in LOOPBACK_HOSTS}
    return f"{'http' if local else 'https'}://{host}"


def _refusal(new: NewLogin) -> str:
    if new.code is not None:
        return "this code was used already, or is too old; `judge open` makes a new one"
    return "there is no such token, or it is revoked"
