"""A bell between the processes of several machines: short texts, heard by all, lost on purpose.

Nothing depends on a ring. Who hears it looks at the store at once, who does not looks a little
later; so a text that is too long, or a connection that is down, costs time and nothing else.
"""

import contextlib
import logging
import threading
from collections.abc import Callable
from queue import Full, Queue
from typing import Any, Protocol

log = logging.getLogger("judge.storage")

#: PostgreSQL refuses a payload of 8,000 bytes (NOTIFY in its documentation).
MOST_BYTES = 7_999
#: Texts that wait for a slow store; more are dropped.
MOST_WAITING = 1_000
#: How often a listener looks whether it is to end, and how long it waits after a failure.
LOOK_SECONDS = 1.0


class Bell(Protocol):
    """What every process of a cluster holds. Any thread may call it."""

    def ring(self, text: str) -> None:
        """Send a text of ASCII to all listeners, this process's own too; never waits."""
        ...

    def listen(self, hear: Callable[[str], None]) -> None:
        """Call `hear` in another thread with every text from now on."""
        ...

    def close(self) -> None:
        """End the threads and the connections."""
        ...


class PostgresBell:
    """A bell by NOTIFY and LISTEN of the store's own PostgreSQL.

    `connect` opens a connection of psycopg in autocommit mode.
    """

    def __init__(self, connect: Callable[[], Any], channel: str = "judge") -> None:
        self._connect = connect
        self._channel = channel
        self._texts = Queue[str](MOST_WAITING)
        self._closed = threading.Event()
        self._threads: list[threading.Thread] = []
        self._start(self._ring_all)

    def ring(self, text: str) -> None:
        if len(text) <= MOST_BYTES:
            with contextlib.suppress(Full):
                self._texts.put_nowait(text)

    def listen(self, hear: Callable[[str], None]) -> None:
        self._start(lambda: self._hear_all(hear))

    def close(self) -> None:
        self._closed.set()
        with contextlib.suppress(Full):
            self._texts.put_nowait("")
        for thread in self._threads:
            thread.join(2 * LOOK_SECONDS)

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, name="bell", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _ring_all(self) -> None:
        self._with_connection(self._ring_waiting)

    def _ring_waiting(self, connection: Any) -> None:
        while (text := self._texts.get()) and not self._closed.is_set():
            connection.execute("SELECT pg_notify(%s, %s)", (self._channel, text))

    def _hear_all(self, hear: Callable[[str], None]) -> None:
        def listen(connection: Any) -> None:
            connection.execute(f"LISTEN {self._channel}")
            while not self._closed.is_set():
                for heard in connection.notifies(timeout=LOOK_SECONDS):
                    hear(heard.payload)

        self._with_connection(listen)

    def _with_connection(self, work: Callable[[Any], None]) -> None:
        """Do work that lasts, again with a new connection whenever one fails."""
        while not self._closed.is_set():
            try:
                with self._connect() as connection:
                    work(connection)
            except Exception as error:  # noqa: BLE001 - psycopg may not be imported here; looked at below
                log.info("the bell was lost for a while: %s", type(error).__name__)
                self._closed.wait(LOOK_SECONDS)
