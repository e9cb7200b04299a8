"""The HTTP service on this machine: `judge serve`.

Opens one listening socket on loopback and reads or makes one file (the token, see `tokens`).
Submissions are judged in this process, one at a time, by the road the command line takes.
"""

import asyncio
import contextlib
import logging
import signal
import socket
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import uvicorn
from fastapi import FastAPI

from judge import __version__
from judge.catalog import Catalog, default_catalog
from judge.errors import HostError, UsageError
from judge.frontends.access import Access
from judge.frontends.desk import Desk, Judge, Run
from judge.frontends.display import safe
from judge.frontends.problem_json import speak_problem_json
from judge.frontends.routes import HealthRoutes, ProblemRoutes, SubmissionRoutes
from judge.frontends.tokens import ready_token, token_path
from judge.judging import judge as judge_submission
from judge.judging import run as run_submission
from judge.settings import Settings
from sandbox import Policy, SandboxError, Tier, strongest

__all__ = ["create_app", "serve", "token_path"]

#: Names of this machine that nobody else can reach.
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(settings: Settings, host: str, port: int) -> None:
    """Serve until Ctrl-C or SIGTERM. Raises `UsageError` and `HostError`.

    Strangers' code may come in, so nothing below tier full will do unless JUDGE_TIER names it.
    """
    settings = replace(settings, tier=settings.tier or Tier.FULL)
    _prove_isolation(settings)
    with _listen(host, port) as listener:
        port = listener.getsockname()[1]
        app = create_app(settings, token=ready_token(settings), port=port)
        _announce(settings, listener)
        _log_escaped()
        with _sigterm_is_graceful(), contextlib.suppress(KeyboardInterrupt):
            Server(app).run([listener])
    sys.stderr.write("judge: stopped\n")


def create_app(
    settings: Settings,
    *,
    token: str,
    port: int,
    catalog: Catalog | None = None,
    judge: Judge = judge_submission,
    run: Run = run_submission,
    room: int = 32,
    kept: int = 1_000,
) -> FastAPI:
    """Return the service for the address 127.0.0.1:`port`; `judge` and `run` do the judging.

    At most `room` submissions wait, and the last `kept` are remembered.
    """
    desk = Desk(judge, run, settings, room=room, kept=kept)

    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        await asyncio.to_thread(desk.worker.close)

    app = FastAPI(
        title="judge", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None,
        redirect_slashes=False, telemetry={"tracing": False, "metrics": False, "logs": False},
    )  # fmt: skip
    app.state.desk = desk
    catalog = catalog or default_catalog()
    for routes in (
        ProblemRoutes(catalog),
        SubmissionRoutes(catalog, desk),
        HealthRoutes(desk),
    ):
        app.include_router(routes.router())
    speak_problem_json(app)
    app.add_middleware(Access, token=token, port=port)
    return app


class Server(uvicorn.Server):
    """uvicorn as this service wants it; when told to stop, it also stops the judging."""

    def __init__(self, app: FastAPI) -> None:
        config = uvicorn.Config(
            app, http="h11", ws="none", loop="asyncio", lifespan="on", log_config=None,
            access_log=False, proxy_headers=False, server_header=False,
            limit_concurrency=128, timeout_graceful_shutdown=10,
        )  # fmt: skip
        super().__init__(config)
        self._desk: Desk = app.state.desk

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Give up the judging first, so that nobody who waits for a report holds up the end."""
        self._desk.worker.stop()
        await super().shutdown(sockets)


def _prove_isolation(settings: Settings) -> None:
    tier = settings.tier or Tier.FULL
    try:
        strongest(Policy(tier=tier), (tier,)).close()
    except SandboxError as error:
        raise HostError(
            f"tier {tier} does not work here: {error}. `judge doctor` tells what does; "
            "to serve your own code in a weaker tier, name it in JUDGE_TIER"
        ) from error


def _listen(host: str, port: int) -> socket.socket:
    if host not in LOOPBACK:
        choice = ", ".join(LOOPBACK)
        raise UsageError(
            f"the service listens on this machine only: --host must be one of {choice}"
        )
    family = socket.AF_INET6 if host == "::1" else socket.AF_INET
    address = "127.0.0.1" if host == "localhost" else host
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        # A port that was closed a moment ago may be taken again.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address, port))
        listener.listen(64)
    except (OSError, OverflowError) as error:
        listener.close()
        reason = error.strerror if isinstance(error, OSError) else "ports end at 65535"
        raise UsageError(f"cannot listen on {host}:{port}: {reason}; choose --port") from None
    return listener


def _announce(settings: Settings, listener: socket.socket) -> None:
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    weaker = "" if settings.tier is Tier.FULL else f" (weaker isolation: {settings.tier})"
    sys.stderr.write(
        f"judge: serving on http://{shown}:{port}{weaker}\n"
        f"judge: the token lies in {token_path(settings)}; only you can read it\n"
        "judge: stop with Ctrl-C\n"
    )


@contextlib.contextmanager
def _sigterm_is_graceful() -> Iterator[None]:
    # uvicorn stops in order, then raises the signal again; that must not kill the process
    # before it has cleaned up and said that it ended well.
    before = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class EscapedFormatter(logging.Formatter):
    """Keeps hostile text in a log from posing as a line of the log, or as a terminal's command."""

    def format(self, record: logging.LogRecord) -> str:
        text = safe(super().format(record), 20_000, keep="\n")
        return text.replace("\n", "\n    ")


def _log_escaped() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(EscapedFormatter("judge: %(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
