"""Three NATS servers of one test, and texts on their subject that no process of the judge sent."""

import contextlib
import json
import secrets
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from functools import partial
from typing import IO, Self

from tests import nats_server
from tests.waiting import until

SUBJECT = b"judge"
STARTING_SECONDS = 300.0


class NatsServers:
    """Servers that know one another, at ports of one address."""

    def __init__(self, host: str, count: int = 3) -> None:
        self._host = host
        self._ports = [nats_server.free_port() for _ in range(count)]
        self._routes = [f"nats://{host}:{nats_server.free_port()}" for _ in range(count)]
        self._processes: list[subprocess.Popen[bytes] | None] = [None] * count

    def addresses(self) -> str:
        """Return them as JUDGE_QUEUE has them."""
        return "nats://" + ",".join(f"{self._host}:{port}" for port in self._ports)

    def start(self) -> None:
        """Start those that do not run, and wait until all answer."""
        program = nats_server.path()
        assert program is not None
        for number, port in enumerate(self._ports):
            if self._processes[number] is None:
                here = ["--addr", self._host, "--port", str(port)]
                cluster = ["--cluster_name", "judge", "--cluster", self._routes[number]]
                self._processes[number] = subprocess.Popen(
                    [program, *here, *cluster, "--routes", ",".join(self._routes)],
                    stderr=subprocess.DEVNULL,
                )
        for port in self._ports:
            until(partial(nats_server.answers, self._host, port), STARTING_SECONDS)

    def kill(self, number: int) -> None:
        """Kill one of them."""
        process, self._processes[number] = self._processes[number], None
        if process is not None:
            process.kill()
            process.wait()

    def kill_all(self) -> None:
        """Kill them all."""
        for number in range(len(self._ports)):
            self.kill(number)

    def client(self) -> "Client":
        """Connect to one of them."""
        return Client(self._host, self._ports[0])


class Client:
    """Speaks the protocol of NATS (docs.nats.io) as far as a few texts need it."""

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), 5)
        self._lines: IO[bytes] = self._socket.makefile("rb")
        self._lines.readline()  # INFO
        self._socket.sendall(b'CONNECT {"verbose":false,"pedantic":false}\r\n')

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def send(self, texts: Sequence[bytes]) -> None:
        """Publish texts, and wait until the server has them."""
        for text in texts:
            self._socket.sendall(b"PUB %s %d\r\n%s\r\n" % (SUBJECT, len(text), text))
        self._socket.sendall(b"PING\r\n")
        while self._lines.readline().strip() not in (b"PONG", b""):
            pass

    def heard(self, seconds: float) -> Iterator[bytes]:
        """Yield the texts of so many seconds."""
        self._socket.sendall(b"SUB %s 1\r\n" % SUBJECT)
        self._socket.settimeout(seconds)
        end = time.monotonic() + seconds
        with contextlib.suppress(TimeoutError, OSError):
            while time.monotonic() < end:
                words = self._lines.readline().split()
                if words[:1] == [b"MSG"]:
                    yield self._lines.read(int(words[-1]) + 2)[:-2]


def foreign(ids: Sequence[str]) -> list[bytes]:
    """Return texts that are not the judge's, or look as if they were; some name submissions."""
    done = json.dumps({"id": (ids or ["0" * 32])[0], "name": "done"})
    return [
        b"",
        b"\xff\xfe\x00",
        b"wake up",
        b"from",
        b"from nobody {",
        b"from nobody [1]",
        b"from nobody " + done.encode(),
        b'from nobody {"id": [], "name": "case"}',
        b"cancel",
        b"cancel x\nabort",
        secrets.token_bytes(4_096),
        b"x" * 900_000,
        # Whoever reaches the subject may say so; the row says otherwise.
        *(f"cancel {id_}".encode() for id_ in ids),
    ]


def repeated(servers: NatsServers, seconds: float) -> None:
    """Send each text of so many seconds twice more."""
    with servers.client() as ear, servers.client() as mouth:
        told = set[bytes]()
        for text in ear.heard(seconds):
            if text not in told:
                told.add(text)
                mouth.send([text, text])


def delayed(servers: NatsServers, seconds: float, late_by: float) -> None:
    """Send the texts of so many seconds again, that much later."""
    with servers.client() as ear:
        texts = list(ear.heard(seconds))
    threading.Event().wait(late_by)
    with servers.client() as mouth:
        mouth.send(texts)
