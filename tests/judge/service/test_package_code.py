"""A server judges with packages whose code does not end: it costs their own submissions alone."""

import os
import signal
from collections.abc import Iterator

import pytest

from tests.judge.service.served import Served, environment_of
from tests.packages import LARGEST, largest
from tests.shared_cache import cache_in
from tests.waiting import until

CHECKER = """
def check(arguments, expected, actual):
    while actual == -100:
        pass
    return None if actual == expected else "it is another"
"""
STRATEGIES = LARGEST.replace("def generated():\n", "def generated():\n    while True: pass\n")
#: Put before every interpreter of a server: packages of ours alone, and short bounds.
OWN = """
import sys
from importlib import import_module

if {"judge.service.worker_main", "serve"} & set(sys.orig_argv):
    catalog, call = map(import_module, ("judge.problems.catalog", "judge.problems.author.call"))
    call.CALL_SECONDS, call.STRATEGIES_SECONDS = 2.0, 5.0
    found = catalog.Catalog(catalog.Path(FOLDER) / "problems", catalog.Path(FOLDER) / "solutions")
    catalog.default_catalog = lambda cache_dir=None: found
"""
WRONG, RIGHT = "def largest(nums): return -100\n", "def largest(nums): return max(nums)\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("packages")
    largest(folder, checker="custom", files={"checker.py": CHECKER})
    largest(folder, title="Drawn", strategies=STRATEGIES)
    (folder / "sitecustomize.py").write_text(OWN.replace("FOLDER", repr(str(folder))))
    served = Served(
        environment_of(
            PYTHONPATH=str(folder),
            JUDGE_STATE_DIR=str(folder / "state"),
            JUDGE_CACHE_DIR=str(cache_in(folder)),
            JUDGE_TIER="limits-only",
            JUDGE_WORKERS="1",
            JUDGE_LEASE_SECONDS="2",
        )
    )
    yield served
    said = served.stop()
    assert "generated(): it had not ended after 5 s" in said
    assert "strategies.py" in said


def handed_in(server: Served, source: str, problem: str = "largest") -> str:
    id_: str = server.ask("/v1/submissions", {"problem": problem, "source": source})["id"]
    return id_


@pytest.mark.parametrize("problem", ["largest", "drawn"])
def test_a_package_that_does_not_end_is_ie_in_its_bound_and_the_worker_goes_on(
    server: Served, problem: str
) -> None:
    """The owner's report or the server's log names file and function, and nobody else waits."""
    hung, waiting = handed_in(server, WRONG, problem), handed_in(server, RIGHT)
    worker = server.worker_of(hung)
    row = server.report_of(hung)
    assert row["report"]["verdict"] == "IE"
    if problem == "largest":
        assert "checker.py: check: it had not ended after 2 s at line 3" in row["report"]["summary"]
    assert server.report_of(waiting)["report"]["verdict"] == "AC"
    assert server.workers() == [worker]


def test_what_is_judged_again_after_a_death_hangs_no_longer(server: Served) -> None:
    """The second attempt has the bounds of the first."""
    hung = handed_in(server, WRONG)
    os.kill(server.worker_of(hung), signal.SIGKILL)
    until(lambda: server.job("attempts", hung) == 2)
    assert "it had not ended after 2 s" in server.report_of(hung)["report"]["summary"]
    assert server.report_of(handed_in(server, RIGHT))["report"]["verdict"] == "AC"


def test_a_cancelled_check_frees_the_only_worker(server: Served) -> None:
    """The worker that waited for it judges the next one, and is no other."""
    hung = handed_in(server, WRONG)
    worker = server.worker_of(hung)
    server.ask(f"/v1/submissions/{hung}", method="DELETE")
    assert server.report_of(handed_in(server, RIGHT))["report"]["verdict"] == "AC"
    assert server.workers() == [worker]
