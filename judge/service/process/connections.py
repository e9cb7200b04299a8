"""uvicorn with the deadlines and the bound on connections that it does not set itself."""

import asyncio
import functools
import http
import logging
import socket
import sys
from types import FrameType
from typing import Any, cast

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from judge.errors import HostError
from judge.service.access.access import HARDENING
from judge.service.access.errors import error_response
from judge.service.process.activity import Activity
from judge.service.submissions.dispatcher import Dispatcher
from judge.service.submissions.runs import Runs

log = logging.getLogger("judge.connections")

#: A connection without a whole request head for so long is closed.
HEAD_SECONDS = 10.0
#: A client that reads nothing for so long is gone.
UNREAD_MILLISECONDS = 30_000
#: Whether the service is idle is looked at so often.
LOOK_SECONDS = 5.0
#: Connections of all kinds, where the descriptors of the host allow them.
MOST_CONNECTIONS = 1_500
#: Connections that wait to be accepted, and so the most that are accepted in one go.
BACKLOG = 128


class Server(uvicorn.Server):
    """uvicorn, set up for this service; when told to stop, it also stops the judging.

    With `idle_stop` it stops by itself when it was asked nothing, and has judged nothing, for so
    many seconds.
    """

    def __init__(self, app: FastAPI, idle_stop: float = 0.0) -> None:
        made = functools.partial(DeadlineProtocol, Connections(app.state.connections))
        config = uvicorn.Config(
            app,
            http=cast("type[DeadlineProtocol]", made),
            ws="none",
            loop="asyncio",
            lifespan="on",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            backlog=BACKLOG,
            timeout_graceful_shutdown=10,
        )
        super().__init__(config)
        self._dispatcher: Dispatcher = app.state.dispatcher
        self._runs: Runs = app.state.runs
        self._activity: Activity = app.state.activity
        self._idle_stop = idle_stop
        self._loop: asyncio.AbstractEventLoop | None = None

    async def main_loop(self) -> None:
        """Serve until told to stop."""
        self._loop = asyncio.get_running_loop()
        watch = asyncio.create_task(self._stop_when_idle()) if self._idle_stop else None
        await super().main_loop()
        if watch is not None:
            watch.cancel()

    async def _stop_when_idle(self) -> None:
        while True:
            await asyncio.sleep(min(self._idle_stop / 4, LOOK_SECONDS))
            # Asked last: whoever came meanwhile is seen.
            if self._activity.idle_seconds() < self._idle_stop or await self._has_work():
                continue
            if self._activity.idle_seconds() >= self._idle_stop:
                log.info("nobody has asked anything for %d seconds", self._idle_stop)
                self.should_exit = True
                return

    async def _has_work(self) -> bool:
        try:
            return await self._dispatcher.has_work()
        except HostError:
            return True

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


class Connections:
    """All connections of a server, at most so many: one that asks for nothing makes way.

    Who opens many and says nothing loses the oldest of them to whoever comes next.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._all: set[DeadlineProtocol] = set()
        #: Those without a request under way; who has been so for longest stands first.
        self._silent: dict[DeadlineProtocol, None] = {}

    def add(self, new: "DeadlineProtocol") -> None:
        """Take a new connection in; where there is no room, close another, or the new one."""
        self._all.add(new)
        self.rests(new)
        if len(self._all) <= self._most:
            return
        log.warning("all %d connections are taken; those that ask for nothing go", self._most)
        oldest = next(iter(self._silent))
        self.remove(oldest)
        if oldest is new:
            new.refuse()
        else:
            oldest.transport.abort()

    def asks(self, one: "DeadlineProtocol") -> None:
        """Keep a connection that has a request under way."""
        self._silent.pop(one, None)

    def rests(self, one: "DeadlineProtocol") -> None:
        """Let a connection make way that has none."""
        if one in self._all:
            self._silent[one] = None

    def remove(self, one: "DeadlineProtocol") -> None:
        """Forget a connection that is closed."""
        self._all.discard(one)
        self._silent.pop(one, None)


class DeadlineProtocol(H11Protocol):
    """HTTP/1.1 that closes on clients that send a head byte by byte or never read an answer."""

    def __init__(self, connections: Connections, **given: Any) -> None:
        super().__init__(**given)
        self._all = connections

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the deadlines."""
        super().connection_made(transport)
        self._answered: object = None
        self._timer = self.loop.call_later(HEAD_SECONDS, self._check)
        plain = cast("socket.socket", transport.get_extra_info("socket"))
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD_MILLISECONDS)
        self._all.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop them."""
        self._timer.cancel()
        self._all.remove(self)
        super().connection_lost(exc)

    def handle_events(self) -> None:
        """Begin what was asked for; a connection that asks is kept."""
        super().handle_events()
        if not self._idle:
            self._all.asks(self)

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        self._all.rests(self)
        super().on_response_complete()

    def send_400_response(self, msg: str) -> None:
        """Say that this is no HTTP, or that its head is too long."""
        # uvicorn calls this while it handles the error, which knows the status.
        status = getattr(sys.exc_info()[1], "error_status_hint", 400)
        if self._idle or not self.cycle.response_started:
            self._send_last(status, msg)
        self.transport.close()

    def refuse(self) -> None:
        """Say that there is no room."""
        self._send_last(503, "all connections are taken; try again in a moment")
        self.transport.close()

    def _send_last(self, status: int, detail: str) -> None:
        """Send an answer that no route gives."""
        again = {"Retry-After": "5"} if status == 503 else {}
        answer = error_response(
            status, detail, headers={**HARDENING, **again, "Connection": "close"}
        )
        lines = [f"HTTP/1.1 {status} {http.HTTPStatus(status).phrase}".encode()]
        lines += [name + b": " + value for name, value in answer.raw_headers]
        self.transport.write(b"\r\n".join([*lines, b"", bytes(answer.body)]))

    @property
    def _idle(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle  # None before the first request
        return cycle is None or cycle.response_complete

    def _check(self) -> None:
        if self._idle and self.cycle is self._answered:
            self.transport.close()
            return
        self._answered = self.cycle
        self._timer = self.loop.call_later(HEAD_SECONDS, self._check)
