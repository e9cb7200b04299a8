"""uvicorn with the deadlines that it does not set itself."""

import asyncio
import socket
from types import FrameType
from typing import cast

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from judge.service.dispatcher import Dispatcher
from judge.service.runs import Runs

#: A connection without a whole request head for so long is closed.
HEAD_SECONDS = 10.0
#: A client that reads nothing for so long is gone.
UNREAD_MILLISECONDS = 30_000
#: Connections of all kinds; beyond it uvicorn answers 503.
MOST_CONNECTIONS = 1_500


class Server(uvicorn.Server):
    """uvicorn, set up for this service; when told to stop, it also stops the judging."""

    def __init__(self, app: FastAPI) -> None:
        config = uvicorn.Config(
            app,
            http=DeadlineProtocol,
            ws="none",
            loop="asyncio",
            lifespan="on",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            limit_concurrency=MOST_CONNECTIONS,
            timeout_graceful_shutdown=10,
        )
        super().__init__(config)
        self._dispatcher: Dispatcher = app.state.dispatcher
        self._runs: Runs = app.state.runs
        self._loop: asyncio.AbstractEventLoop | None = None

    async def main_loop(self) -> None:
        """Serve until told to stop."""
        self._loop = asyncio.get_running_loop()
        await super().main_loop()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop taking work at once: uvicorn looks for the signal ten times a second only."""
        super().handle_exit(sig, frame)
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._take_no_more)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Answer the requests that wait for a report first, so that none holds up the end."""
        self._take_no_more()
        await super().shutdown(sockets)

    def _take_no_more(self) -> None:
        self._dispatcher.stop()
        self._runs.runner.stop()


class DeadlineProtocol(H11Protocol):
    """HTTP/1.1 that closes on clients that send a head byte by byte or never read an answer."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the deadlines."""
        super().connection_made(transport)
        self._answered: object = None
        self._timer = self.loop.call_later(HEAD_SECONDS, self._check)
        plain = cast("socket.socket", transport.get_extra_info("socket"))
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD_MILLISECONDS)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop them."""
        self._timer.cancel()
        super().connection_lost(exc)

    def _check(self) -> None:
        cycle: RequestResponseCycle | None = self.cycle  # None before the first request
        idle = cycle is None or cycle.response_complete
        if idle and self.cycle is self._answered:
            self.transport.close()
            return
        self._answered = self.cycle
        self._timer = self.loop.call_later(HEAD_SECONDS, self._check)
