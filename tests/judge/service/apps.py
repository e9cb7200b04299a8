"""A service over a fake judge, for the tests of what stands before it."""

import contextlib
import secrets
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fastapi import FastAPI
from starlette.testclient import TestClient

from judge.cli import render
from judge.execution.sandboxes import Figures
from judge.practice.history import History
from judge.problems.cached_catalog import CachedCatalog
from judge.problems.catalog import catalog_of
from judge.service.access.access import Address
from judge.service.presentation.report_text import Writing
from judge.service.process.app import Parts, create_app
from judge.service.process.connections import MOST_CONNECTIONS, Server
from judge.service.settings import ServiceSettings
from judge.service.workers.messages import Publish
from judge.service.workers.worker import Judge, Worker
from judge.settings import Settings
from judge.storage.database import Database
from judge.storage.lease_queue import LeaseQueue
from judge.storage.queue import Queue
from judge.storage.records import KeepSources
from judge.storage.stores import open_store
from judge.storage.submissions import Submissions
from judge.testing import FakeJudge
from tests import postgres
from tests.shared_cache import cache_in
from tests.waiting import until

TOKEN = "t" * 43
BEARER = {"Authorization": f"Bearer {TOKEN}"}
PORT = 8123
ADDRESS = Address(PORT)
SOURCE = {"problem": "lca", "source": "def lowest_common_ancestor(root, p, q): ..."}
#: As `judge serve` has it.
WRITING = Writing(
    render.report_text,
    render.run_text,
    render.report_words,
    render.report_view,
    render.played_view,
)
SERVICE = ServiceSettings(workers=1, room=32, drain_seconds=1)


def settings(folder: Path) -> Settings:
    """Return settings whose files lie below a folder."""
    return Settings(cache_dir=cache_in(folder), state_dir=folder / "state")


def store(folder: Path) -> Database:
    """Return the store of a folder, made if need be."""
    state = settings(folder).state_dir
    state.mkdir(exist_ok=True, parents=True)
    return open_store(postgres.address_of(folder), state)


@dataclass
class ThreadPool:
    """Workers as threads of this process: the loop of the real ones over any judge."""

    database: Database
    queue: Queue
    judge: Judge
    settings: Settings
    workers: int = 1
    keep: KeepSources = KeepSources.LOCAL
    _workers: list[Worker] = field(default_factory=list)
    _threads: list[threading.Thread] = field(default_factory=list)

    def start(self, publish: Publish) -> None:
        for _ in range(self.workers):
            worker = Worker(
                secrets.token_hex(8),
                Submissions(self.database, keep=self.keep),
                self.queue,
                self.judge,
                CachedCatalog(catalog_of(self.settings)),
                self.settings,
                publish,
            )
            thread = threading.Thread(target=worker.work)
            self._workers.append(worker)
            self._threads.append(thread)
            thread.start()

    def wake(self) -> None:
        for worker in self._workers:
            worker.control.wake()

    def cancel(self, id_: str) -> None:
        for worker in self._workers:
            worker.control.cancel(id_)

    def figures(self) -> Figures:
        return Figures(started=5, waiting=2)

    def written(self) -> Counter[str]:
        return Counter()

    def alive(self) -> int:
        return sum(thread.is_alive() for thread in self._threads)

    def able(self) -> int:
        return self.alive() and sum(not worker.control.unable for worker in self._workers)

    def drain(self, seconds: float) -> None:
        for worker in self._workers:
            worker.control.drain()
        for thread in self._threads:
            thread.join(seconds)
        for worker in self._workers:
            worker.control.abort()
        for thread in self._threads:
            thread.join()
        self.database.close()


def app_of(  # noqa: PLR0913 - a keyword for each part that a test has of its own
    folder: Path,
    fake: FakeJudge,
    *,
    address: Address = ADDRESS,
    service: ServiceSettings = SERVICE,
    queue: Queue | None = None,
    prove: Callable[[], None] = lambda: None,
    there: bool = True,
    connections: int = MOST_CONNECTIONS,
    history: History | None = None,
) -> FastAPI:
    """Return a service whose workers are threads, one unless its settings name more.

    None is `there` when that is False.
    """
    own, database = settings(folder), store(folder)
    queue = queue or LeaseQueue(database, share=service.share)
    workers = service.workers if there else 0
    pool = ThreadPool(database, queue, fake.judge, own, workers, service.keep_sources)
    parts = Parts(
        database,
        queue,
        pool,
        address,
        TOKEN,
        prove,
        fake.run,
        fake.bench,
        connections,
        WRITING,
        history,
    )
    return create_app(own, service, parts)


@contextlib.contextmanager
def listening(
    folder: Path, fake: FakeJudge, *, service: ServiceSettings = SERVICE, there: bool = True
) -> Iterator[str]:
    """Serve on a free port of this machine, over a real socket; yield the address."""
    with serving(folder, fake, service=service, there=there) as (url, _):
        yield url


@contextlib.contextmanager
def serving(
    folder: Path,
    fake: FakeJudge,
    *,
    service: ServiceSettings = SERVICE,
    there: bool = True,
    connections: int = MOST_CONNECTIONS,
) -> Iterator[tuple[str, Server]]:
    """Likewise; yield the address and the server, which can be told to stop."""
    with socket.create_server(("127.0.0.1", 0), backlog=2_000) as listener:
        port = listener.getsockname()[1]
        app = app_of(
            folder,
            fake,
            address=Address(port),
            service=service,
            there=there,
            connections=connections,
        )
        server = Server(app)
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        until(lambda: server.started)
        try:
            yield f"http://127.0.0.1:{port}", server
        finally:
            fake.gate.set()
            server.should_exit = True
            thread.join()


def client_of(
    folder: Path,
    fake: FakeJudge,
    *,
    service: ServiceSettings = SERVICE,
    queue: Queue | None = None,
    prove: Callable[[], None] = lambda: None,
    there: bool = True,
    history: History | None = None,
) -> TestClient:
    """Return a client that is not started yet; its requests are allowed ones."""
    app = app_of(
        folder, fake, service=service, queue=queue, prove=prove, there=there, history=history
    )
    return TestClient(
        app,
        base_url=f"http://127.0.0.1:{PORT}",
        headers=BEARER,
        raise_server_exceptions=False,
    )
