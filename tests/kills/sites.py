"""A host that judges, in one process tree or in many, and what can happen to it.

An event of a site strikes, lasts as long as it lasts, and puts right what a person would; whether
the site gets over it is for others to look.
"""

import contextlib
import random
import signal
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from tests import nats_server, postgres
from tests.judge.service.served import environment_of
from tests.kills import messages
from tests.kills.disks import Disk, disk
from tests.kills.messages import NatsServers
from tests.kills.network import Network, network
from tests.kills.nodes import Node, ServerNode, send
from tests.kills.postgres_server import PostgresServer

HOUR = 3_600.0
#: A disk is full, and a message of others comes, for so long.
LASTING_SECONDS = 1.5
#: How much longer than a lease somebody is away.
LATE_SECONDS = 1.5

Event = Callable[[], None]


class Site(Protocol):
    """What is struck. `events` are in an order of their own; `servers` take submissions in."""

    events: Mapping[str, Event]
    servers: list[ServerNode]

    def rows(self, query: str, *values: object) -> list[Any]:
        """Return what a query of the store gives; raises what the driver does while it is away."""
        ...

    def stop(self) -> None:
        """Stop all of the judge in order."""
        ...

    def left_over(self) -> list[int]:
        """Return processes of the judge that should be gone."""
        ...


def _environment(state: Path, lease_seconds: int, **own: str) -> dict[str, str]:
    return environment_of(
        JUDGE_STATE_DIR=str(state),
        JUDGE_LEASE_SECONDS=str(lease_seconds),
        JUDGE_DRAIN_SECONDS="2",
        JUDGE_SEARCH_EXAMPLES="5",
        JUDGE_SHRINK_CALLS="60",
        **own,
    )


class Embedded:
    """`judge serve` of two workers, over a file."""

    def __init__(
        self, folder: Path, lease_seconds: int, small: Disk, chance: random.Random
    ) -> None:
        self._lease = lease_seconds
        self._disk = small
        self._chance = chance
        self._path = small.folder / "judge.db"
        environment = _environment(small.folder, lease_seconds, JUDGE_WORKERS="2")
        self._server = ServerNode(folder / "server", environment, nats_server.free_port())
        self.servers = [self._server]
        self.events: Mapping[str, Event] = {
            "a worker is killed": self._kill_worker,
            "the server is killed": self._kill_server,
            "all is killed at once": self._kill_all,
            "a worker freezes past its lease": self._freeze_worker,
            "all freezes past the leases": self._freeze_all,
            "the disk of the store is full": self._fill,
            "the clock is an hour ahead": lambda: self._restart_with(HOUR),
            "the clock is an hour behind": lambda: self._restart_with(-HOUR),
            "the queue is emptied by hand": self._empty_queue,
        }

    def start(self) -> None:
        """Start it."""
        self._server.start()

    def rows(self, query: str, *values: object) -> list[Any]:
        with contextlib.closing(sqlite3.connect(self._path, timeout=10)) as database, database:
            return database.execute(query, values).fetchall()

    def stop(self) -> None:
        self._server.stop()

    def close(self) -> None:
        """End what is left of it, whatever came before."""
        self._server.kill_all()

    def left_over(self) -> list[int]:
        return self._server.left_over()

    def _kill_worker(self) -> None:
        send(signal.SIGKILL, _one_of(self._chance, self._server.workers()))

    def _kill_server(self) -> None:
        self._server.kill()
        self._server.start()

    def _kill_all(self) -> None:
        self._server.kill_all()
        self._server.start()

    def _freeze_worker(self) -> None:
        _freeze(_one_of(self._chance, self._server.workers()), self._lease)

    def _freeze_all(self) -> None:
        _freeze(self._server.look(), self._lease)

    def _fill(self) -> None:
        _fill(self._disk)

    def _restart_with(self, shift_seconds: float) -> None:
        self._server.kill()
        self._server.start(shift_seconds)

    def _empty_queue(self) -> None:
        self.rows("DELETE FROM job")


class Clustered:
    """Two servers and a machine of workers with a network of its own, on PostgreSQL and NATS."""

    def __init__(
        self, folder: Path, lease_seconds: int, small: Disk, cable: Network, chance: random.Random
    ) -> None:
        self._lease = lease_seconds
        self._disk = small
        self._cable = cable
        self._chance = chance
        data = small.folder / "data"
        data.mkdir(mode=0o700)
        small.folder.chmod(0o755)
        self._postgres = PostgresServer(data, cable.host, nats_server.free_port())
        self._nats = NatsServers(cable.host)
        self.servers = [
            ServerNode(folder / name, self._environment(folder / name), nats_server.free_port())
            for name in ("one", "other")
        ]
        words, place = ["worker"], folder / "machine"
        self._machine = Node(place, words, self._environment(place), cable.within())
        self._nodes = [*self.servers, self._machine]
        self.events: Mapping[str, Event] = {
            "a worker is killed": self._kill_worker,
            "the parent of workers is killed": self._kill_parent,
            "a machine of workers is killed": self._kill_machine,
            "a server is killed": self._kill_server,
            "a NATS server of three is killed": self._kill_nats,
            "all NATS servers are killed": self._kill_all_nats,
            "PostgreSQL is killed": self._kill_postgres,
            "all is killed at once": self._kill_all,
            "a machine freezes past its leases": self._freeze_machine,
            "a machine's network is cut": self._cut,
            "the disk of PostgreSQL is full": self._fill,
            "the clock of a machine is an hour ahead": lambda: self._restart_with(HOUR),
            "the clock of a server is an hour behind": self._restart_server_behind,
            "messages come that are not ours": self._foreign,
            "messages come twice more": lambda: messages.repeated(self._nats, LASTING_SECONDS),
            "messages come again, a lease later": self._delayed,
            "the queue is emptied by hand": self._empty_queue,
        }

    def start(self) -> None:
        """Start it all."""
        self._postgres.start()
        self._postgres.make_store()
        self._nats.start()
        for node in self._nodes:
            node.start()

    def _environment(self, place: Path) -> dict[str, str]:
        return _environment(
            place / "state",
            self._lease,
            JUDGE_WORKERS="1",
            JUDGE_STORE=self._postgres.store,
            JUDGE_QUEUE=self._nats.addresses(),
        )

    def rows(self, query: str, *values: object) -> list[Any]:
        return postgres.rows(self._postgres.store, query.replace("?", "%s"), values)

    def stop(self) -> None:
        for node in self._nodes:
            node.stop()

    def close(self) -> None:
        """End all that is left, whatever came before."""
        for node in self._nodes:
            node.kill_all()
        self._nats.kill_all()
        self._postgres.kill()

    def left_over(self) -> list[int]:
        return [pid for node in self._nodes for pid in node.left_over()]

    def _kill_worker(self) -> None:
        workers = [pid for node in self._nodes for pid in node.workers()]
        send(signal.SIGKILL, _one_of(self._chance, workers))

    def _kill_parent(self) -> None:
        self._machine.kill()
        self._machine.start()

    def _kill_machine(self) -> None:
        self._machine.kill_all()
        self._machine.start()

    def _kill_server(self) -> None:
        server = self._chance.choice(self.servers)
        server.kill_all()
        server.start()

    def _kill_nats(self) -> None:
        self._nats.kill(self._chance.randrange(3))
        _wait(LASTING_SECONDS)
        self._nats.start()

    def _kill_all_nats(self) -> None:
        self._nats.kill_all()
        _wait(LASTING_SECONDS)
        self._nats.start()

    def _kill_postgres(self) -> None:
        self._postgres.kill()
        _wait(self._chance.uniform(0, LASTING_SECONDS))
        self._postgres.start()

    def _kill_all(self) -> None:
        for node in self._nodes:
            node.kill_all()
        self._nats.kill_all()
        self._postgres.kill()
        self._postgres.start()
        self._nats.start()
        for node in self._nodes:
            node.start()

    def _freeze_machine(self) -> None:
        _freeze(self._machine.look(), self._lease)

    def _cut(self) -> None:
        self._cable.cut()
        _wait(self._lease + LATE_SECONDS)
        self._cable.mend()

    def _fill(self) -> None:
        _fill(self._disk)
        # It gives up where it cannot write its log of changes, as its documentation says.
        if not self._postgres.runs:
            self._postgres.start()

    def _restart_with(self, shift_seconds: float) -> None:
        self._machine.kill_all()
        self._machine.start(shift_seconds)

    def _restart_server_behind(self) -> None:
        server = self._chance.choice(self.servers)
        server.kill_all()
        server.start(-HOUR)

    def _foreign(self) -> None:
        found = self.rows("SELECT id FROM job")
        with self._nats.client() as client:
            client.send(messages.foreign([row[0] for row in found]))

    def _delayed(self) -> None:
        messages.delayed(self._nats, LASTING_SECONDS, self._lease)

    def _empty_queue(self) -> None:
        self.rows("DELETE FROM job RETURNING id")


@contextlib.contextmanager
def embedded(folder: Path, lease_seconds: int, chance: random.Random) -> Iterator[Embedded]:
    """Lend a site of one machine."""
    with disk(folder / "state", mebibytes=128) as small:
        site = Embedded(folder, lease_seconds, small, chance)
        try:
            site.start()
            yield site
        finally:
            site.close()


@contextlib.contextmanager
def clustered(folder: Path, lease_seconds: int, chance: random.Random) -> Iterator[Clustered]:
    """Lend a site of several machines."""
    # Not below the folder of the test: PostgreSQL runs as another user, who must reach it.
    with (
        tempfile.TemporaryDirectory(prefix="judge-kills-") as place,
        network() as cable,
        disk(Path(place) / "store", mebibytes=512) as small,
    ):
        Path(place).chmod(0o755)
        site = Clustered(folder, lease_seconds, small, cable, chance)
        try:
            site.start()
            yield site
        finally:
            site.close()


def _one_of(chance: random.Random, pids: list[int]) -> list[int]:
    return [chance.choice(pids)] if pids else []


def _freeze(pids: list[int], lease_seconds: float) -> None:
    send(signal.SIGSTOP, pids)
    try:
        _wait(lease_seconds + LATE_SECONDS)
    finally:
        send(signal.SIGCONT, pids)


def _fill(small: Disk) -> None:
    small.fill()
    try:
        _wait(LASTING_SECONDS)
    finally:
        small.free()


def _wait(seconds: float) -> None:
    threading.Event().wait(seconds)
