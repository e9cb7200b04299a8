"""The figures of each process, and the dashboard that draws them."""

import json
import re
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, Request, build_opener

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from judge.errors import UsageError
from judge.service.process.figures_server import figures_served
from judge.service.workers.messages import WORKER_DIED, WorkerMessage, done
from judge.service.workers.metrics import WorkerMetrics
from judge.service.workers.pool import WorkerProcesses
from judge.storage.database import Database
from judge.storage.lease_queue import LeaseQueue
from judge.storage.postgres import open_postgres
from judge.storage.tokens import Scope, Tokens
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests import postgres
from tests.judge.service.apps import store
from tests.judge.service.served import ROOT
from tests.judge.service.test_cluster import Cluster
from tests.waiting import until

DASHBOARD = ROOT / "deploy/grafana.json"
_OPENER = build_opener(ProxyHandler({}))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(store(tmp_path)) as database:
        yield database


def pool_of(database: Database) -> WorkerProcesses:
    """Return a pool whose processes are never started."""
    return WorkerProcesses(LeaseQueue(database), {}, workers=2, lease_seconds=1.0)


def asked(url: str, token: str = "") -> tuple[int, str]:
    """Return status and text of an answer."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        with _OPENER.open(Request(url, headers=headers), timeout=20) as answer:  # noqa: S310 - loopback
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def names_in(text: str) -> set[str]:
    """Return the names of the figures in a text, as queries name them."""
    return {
        sample.name for family in text_string_to_metric_families(text) for sample in family.samples
    }


def test_workers_alone_give_figures_to_holders_of_a_token(database: Database) -> None:
    """The scope is that of a server's figures; anything else is refused, and says what it lacks."""
    tokens = Tokens(database)
    _, scraper = tokens.issue("scraper", [Scope.METRICS])
    _, reader = tokens.issue("reader", [Scope.READ])
    metrics = WorkerMetrics(pool_of(database))
    with figures_served(("127.0.0.1", 0), metrics.text, tokens) as url:
        assert url is not None
        status, text = asked(url, scraper)
        assert (status, "judge_workers 0.0" in text) == (200, True)
        assert asked(url)[0] == 401
        assert asked(url, "wrong")[0] == 401
        status, words = asked(url, reader)
        assert (status, "metrics" in words) == (403, True)
        assert asked(url.replace("/metrics", "/"), scraper)[0] == 404


def test_a_client_that_is_never_done_makes_way(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It sends a letter now and then, and the figures are for the next one all the same."""
    monkeypatch.setattr("judge.service.process.figures_server.MOST_SECONDS", 0.2)
    over = threading.Event()

    def drip(client: socket.socket) -> None:
        with suppress(OSError):
            while not over.wait(0.02):
                client.send(b"G")

    with figures_served(("127.0.0.1", 0), lambda: b"", Tokens(database)) as url:
        assert url is not None
        port = urlsplit(url).port
        assert port is not None
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.send(b"G")
            dripping = threading.Thread(target=drip, args=(client,), daemon=True)
            dripping.start()
            try:
                assert asked(url)[0] == 401
            finally:
                over.set()
                dripping.join()


def test_nothing_is_served_where_nobody_asked_for_it(database: Database) -> None:
    """And an address that somebody else has is said, with the variable that names it."""
    tokens, metrics = Tokens(database), WorkerMetrics(pool_of(database))
    with figures_served(None, metrics.text, tokens) as url:
        assert url is None
    with socket.create_server(("127.0.0.1", 0)) as taken:
        place = taken.getsockname()[:2]
        with (
            pytest.raises(UsageError, match="JUDGE_FIGURES"),
            figures_served(place, metrics.text, tokens),
        ):
            pass


def test_a_client_that_says_nothing_makes_way(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next one is answered."""
    monkeypatch.setattr("judge.service.process.figures_server._Handler.timeout", 0.05)
    tokens = Tokens(database)
    _, scraper = tokens.issue("scraper", [Scope.METRICS])
    metrics = WorkerMetrics(pool_of(database))
    with figures_served(("127.0.0.1", 0), metrics.text, tokens) as url:
        assert url is not None
        port = int(url.rpartition(":")[2].partition("/")[0])
        with socket.create_connection(("127.0.0.1", port)):
            assert asked(url, scraper)[0] == 200


def test_a_process_counts_the_reports_and_ends_of_its_own_workers(database: Database) -> None:
    """So the sum over all processes is what the service did; what was given back is no report."""
    pool = pool_of(database)
    metrics = WorkerMetrics(pool)
    slot = pool._slots[1]
    slot._publish = metrics.hear
    for verdict in (Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.WRONG_ANSWER, None):
        slot._hear(done("a", 1, verdict).to_line())
    metrics.hear(WorkerMessage("", WORKER_DIED))
    assert pool.written() == Counter(AC=2, WA=1)
    text = metrics.text().decode()
    assert 'judge_reports_written_total{verdict="AC"} 2.0' in text
    assert 'judge_reports_written_total{verdict="WA"} 1.0' in text
    assert "judge_worker_ends_total 1.0" in text


def test_every_process_says_its_version(client: TestClient, database: Database) -> None:
    """While old and new ones work side by side, the figures tell who is what."""
    for text in (client.get("/metrics").text, WorkerMetrics(pool_of(database)).text().decode()):
        assert re.search(r'judge_build_info\{version="[^"]+"\} 1.0', text)


#: What stands in a query and names no figure: functions, operators, modifiers.
WORDS = {"by", "count", "histogram_quantile", "increase", "max", "or", "rate", "sum", "vector"}


def queries_of(dashboard: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the title and each query of every panel."""
    for panel in dashboard["panels"]:
        for target in panel.get("targets", ()):
            yield panel["title"], target["expr"]


def figures_in(query: str) -> set[str]:
    """Return the names of figures in a query: what is left without labels, ranges and words."""
    bare = re.sub(r"\{[^}]*\}|\[[^\]]*\]|\b(?:by|without|on|ignoring)\s*\([^)]*\)", "", query)
    return set(re.findall(r"[a-zA-Z_:][a-zA-Z0-9_:]*", bare)) - WORDS


def labels_in(query: str) -> set[str]:
    """Return the labels that a query chooses or groups by."""
    chosen = re.findall(r"[{,]\s*(\w+)\s*[=!]", query)
    grouped = re.findall(r"\b(?:by|without)\s*\(([^)]*)\)", query)
    return {*chosen, *(one.strip() for group in grouped for one in group.split(","))}


#: Labels that Prometheus gives to what it scrapes.
SCRAPED = {"instance", "job"}


@pytest.fixture
def exposed(client: TestClient, fake: FakeJudge, database: Database) -> str:
    """What a server and workers alone expose, once there was something to count."""
    source = {"problem": "lca", "source": "def lca(): ..."}
    client.post("/v1/submissions?wait=true", json=source)
    client.post("/v1/submissions", json={})
    pool = pool_of(database)
    pool._slots[0].written["AC"] += 1
    return client.get("/metrics").text + WorkerMetrics(pool).text().decode()


def test_every_query_of_the_dashboard_names_figures_that_are_exposed(exposed: str) -> None:
    """A panel of a figure that was renamed would stay empty, and look like a calm day."""
    known, labels = names_in(exposed), set(re.findall(r"[{,](\w+)=", exposed)) | SCRAPED
    queries = list(queries_of(json.loads(DASHBOARD.read_text())))
    assert len(queries) >= 12
    for title, query in queries:
        found = figures_in(query)
        assert found, f"{title}: {query}"
        assert found <= known, f"{title}: {query}: {found - known}"
        assert labels_in(query) <= labels, f"{title}: {query}: {labels_in(query) - labels}"


def test_the_dashboard_draws_every_figure_that_a_host_should_watch(exposed: str) -> None:
    """What is exposed and of the judge stands in some panel."""
    drawn = set().union(
        *(figures_in(one) for _, one in queries_of(json.loads(DASHBOARD.read_text())))
    )
    own = {
        family.name
        for family in text_string_to_metric_families(exposed)
        if family.name.startswith("judge_") and not family.name.endswith("_created")
    }
    missing = {name for name in own if not any(one.startswith(name) for one in drawn)}
    assert missing == set()


def test_a_query_is_read_as_prometheus_reads_it() -> None:
    """Labels, ranges and functions are no figures."""
    query = 'sum by (le) (rate(judge_a_bucket{job="judge", le!="1"}[5m])) / judge_b > 2'
    assert figures_in(query) == {"judge_a_bucket", "judge_b"}
    assert labels_in(query) == {"le", "job"}


@pytest.mark.needs("full", "postgres")
@pytest.mark.slow
def test_a_machine_of_workers_is_scraped(tmp_path: Path) -> None:
    """It says where, and counts what it judged itself."""
    with ExitStack() as stack:
        address = postgres.new_database()
        stack.callback(postgres.drop_database, address)
        cluster = Cluster(tmp_path, address, stack)
        server = cluster.server("server")
        worker = cluster.worker("worker", JUDGE_FIGURES="127.0.0.1:0")
        assert worker.stderr is not None
        url = worker.stderr.readline().split()[-1]
        with closing(open_postgres(address)) as database:
            _, scraper = Tokens(database).issue("scraper", [Scope.METRICS])

        def judged_one() -> bool:
            server.submit((ROOT / "examples/lca.py").read_text())
            return 'judge_reports_written_total{verdict="AC"}' in asked(url, scraper)[1]

        until(judged_one, 120.0)
