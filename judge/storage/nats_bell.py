"""A bell by NATS: for hosts whose progress is more than PostgreSQL should carry.

Core NATS, without JetStream: what must not be lost lies in the store. nats-py, which the extra
`cluster` brings, belongs to an event loop, so there is a thread with one.
"""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable, Sequence
from typing import Any

import nats

log = logging.getLogger("judge.storage")

SUBJECT = "judge"
#: The most bytes of a text: a NATS server takes 1 MiB unless it is told otherwise (max_payload).
MOST_BYTES = 1_000_000
RECONNECT_SECONDS = 0.5
CLOSING_SECONDS = 2.0


class NatsBell:
    """A `Bell` of one or more NATS servers, which may come and go."""

    def __init__(self, servers: Sequence[str], subject: str = SUBJECT) -> None:
        self._servers = list(servers)
        self._subject = subject
        self._listeners: list[Callable[[str], None]] = []
        self._client: Any = None
        self._loop = asyncio.new_event_loop()
        self._over = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="bell", daemon=True)
        self._thread.start()

    def ring(self, text: str) -> None:
        if len(text) <= MOST_BYTES:
            self._soon(self._send, text.encode("ascii"))

    def listen(self, hear: Callable[[str], None]) -> None:
        self._listeners.append(hear)

    def close(self) -> None:
        self._soon(self._over.set)
        self._thread.join(2 * CLOSING_SECONDS)

    def _soon(self, call: Callable[..., object], *arguments: object) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(call, *arguments)

    def _run(self) -> None:
        with contextlib.closing(self._loop):
            self._loop.run_until_complete(self._serve())

    async def _serve(self) -> None:
        try:
            self._client = await self._connected()
            await self._over.wait()
        finally:
            if self._client is not None:
                # nats-py passes on that its own reader was cancelled; the loop ends either way.
                with contextlib.suppress(Exception, asyncio.CancelledError):
                    await asyncio.wait_for(self._client.close(), CLOSING_SECONDS)

    async def _connected(self) -> Any:
        """Connect, however long that takes; nats-py comes back by itself later."""

        async def failed(error: Exception) -> None:
            log.info("the bell was lost for a while: %s", type(error).__name__)

        while not self._over.is_set():
            try:
                client = await nats.connect(
                    servers=self._servers,
                    max_reconnect_attempts=-1,
                    reconnect_time_wait=RECONNECT_SECONDS,
                    error_cb=failed,
                )
                await client.subscribe(self._subject, cb=self._hear)
            except Exception as error:  # noqa: BLE001 - whatever it is: nothing depends on a bell
                await failed(error)
                await asyncio.sleep(RECONNECT_SECONDS)
            else:
                return client
        return None

    def _send(self, data: bytes) -> None:
        client = self._client
        if client is not None and client.is_connected:
            self._sending = self._loop.create_task(self._publish(client, data))

    async def _publish(self, client: Any, data: bytes) -> None:
        with contextlib.suppress(Exception):
            await client.publish(self._subject, data)

    async def _hear(self, message: Any) -> None:
        with contextlib.suppress(UnicodeDecodeError):
            text = message.data.decode("ascii")
            for hear in self._listeners:
                hear(text)
