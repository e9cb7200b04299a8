"""A server with packages of one's own that nobody trusts: they are problems like any other.

Their code runs in the sandbox, and what goes wrong in it costs their own submissions alone.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest

from judge.problems.own_packages import distrust, trust
from tests.judge.service.served import Served, environment_of
from tests.packages import LARGEST, count_lines, largest
from tests.waiting import until

pytestmark = pytest.mark.needs("full")

CHECKER = """
def check(arguments, expected, actual):
    if actual == -100:
        while True: pass
    if actual == -200:
        raise KeyError("of the checker")
    if actual == -300:
        import os; os.fork()
    return None if actual == expected else f"{actual} is not the largest"
"""
FORKS = LARGEST.replace("    return [", "    import os; os.fork()\n    return [", 1)
#: Put before every interpreter of the server: short bounds, and workers that are idle at once.
BOUNDS = """
import sys
from importlib import import_module

if {"judge.service.worker_main", "serve"} & set(sys.orig_argv):
    import_module("judge.problems.author.call").CALL_SECONDS = 2.0
    import_module("judge.service.workers.worker").IDLE_SECONDS = 0.5
"""
#: Seconds that a busy machine may take.
GUARD = 180.0
RIGHT = "def largest(nums): return max(nums)\n"
WRONG = "def largest(nums): return max(nums[:3])\n"


def answering(value: int) -> str:
    return f"def largest(nums): return {value}\n"


class Host:
    """A server, the folder of its own packages, and where it keeps things."""

    def __init__(self, folder: Path) -> None:
        self.mine, self.cache = folder / "mine", folder / "cache"
        largest(self.mine, checker="custom", files={"checker.py": CHECKER})
        largest(self.mine, title="Forks", strategies=FORKS)
        data = "def make(folder):\n    yield 0, 1\n    raise ValueError('of the data')\n"
        count_lines(self.mine, files={"data.py": data})
        (folder / "sitecustomize.py").write_text(BOUNDS)
        self.served = Served(
            environment_of(
                PYTHONPATH=str(folder),
                JUDGE_PROBLEMS=str(self.mine),
                JUDGE_STATE_DIR=str(folder / "state"),
                JUDGE_CACHE_DIR=str(self.cache),
                JUDGE_DATA_DIR=str(folder / "data"),
                JUDGE_HISTORY="on",
                JUDGE_TIMING="off",
                JUDGE_SEARCH_EXAMPLES="5",
                JUDGE_WORKERS="1",
            )
        )

    def handed_in(self, source: str, problem: str = "largest") -> str:
        id_: str = self.served.ask("/v1/submissions", {"problem": problem, "source": source})["id"]
        return id_

    def judged(self, source: str, problem: str = "largest") -> dict[str, Any]:
        """Return the report of a submission."""
        id_ = self.handed_in(source, problem)
        report: dict[str, Any] = self.served.report_of(id_, GUARD)["report"]
        return report

    def refused(self, path: str, body: Any = None) -> tuple[int, str]:
        """Return the status and the words of an answer that is no success."""
        with pytest.raises(HTTPError) as caught:
            self.served.ask(path, body)
        with caught.value as error:
            return error.code, error.read().decode()


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    host = Host(tmp_path_factory.mktemp("own"))
    yield host
    host.served.stop()


def test_it_is_listed_shown_and_run(host: Host) -> None:
    """With inputs of one's own, which its own `validate` looks at."""
    listed = [one["slug"] for one in host.served.ask("/v1/problems")["problems"]]
    assert {"largest", "forks", "count-lines", "lca"} <= {*listed}
    assert host.served.ask("/v1/problems/largest")["statement"].startswith("# largest")
    asked: Any = {"problem": "largest", "source": RIGHT}
    verdicts = [one["verdict"] for one in host.served.ask("/v1/runs", asked)["cases"]]
    assert verdicts == ["AC", "AC"]
    more: Any = {**asked, "input": {"nums": [4, 9]}}
    [own] = host.served.ask("/v1/runs", more)["cases"]
    assert (own["verdict"], own["expected"]) == ("AC", 9)
    outside = host.refused("/v1/runs", {**asked, "input": {"nums": []}})
    assert outside[0] == 422
    assert "nums is no list of integers" in outside[1]


def test_its_verdicts_are_those_of_any_package(host: Host) -> None:
    """A worker makes its corpus and its pools; the smallest input is in the checker's words."""
    right, wrong = host.judged(RIGHT), host.judged(WRONG)
    assert (right["verdict"], wrong["verdict"]) == ("AC", "WA")
    live = right["cases"]["groups"]["live"]
    assert live["passed"] == live["total"] > 0
    assert wrong["failure"]["minimal"]
    assert "is not the largest" in wrong["failure"]["message"]
    assert len(list((host.cache / "corpora").glob("largest-*.corpus"))) == 1
    # What was met before is played after the samples.
    again = host.judged(RIGHT.replace("nums", "given"))
    assert again["cases"]["groups"]["met"] == {"total": 1, "passed": 1}


@pytest.mark.parametrize(
    ("problem", "source", "said"),
    [
        ("largest", answering(-100), "checker.py: check: it had not ended after 2 s at line 4"),
        ("largest", answering(-200), "checker.py: check: it raises KeyError at line 6"),
        ("largest", answering(-300), "checker.py: check: it starts a process at line 8"),
        ("forks", RIGHT, "strategies.py: edges(): it starts a process at line 6"),
        ("count-lines", RIGHT, "data.py: make: it raises ValueError at line 3"),
    ],
)
def test_a_fault_of_a_package_is_ie_with_file_and_line_and_the_worker_goes_on(
    host: Host, problem: str, source: str, said: str
) -> None:
    """Nobody is blamed for it, and who waits behind is judged by the same worker."""
    until(lambda: len(host.served.workers()) == 1)
    [worker] = host.served.workers()
    hung, waiting = host.handed_in(source, problem), host.handed_in(RIGHT)
    report = host.served.report_of(hung, GUARD)["report"]
    assert report["verdict"] == "IE"
    assert said in report["summary"]
    assert host.served.report_of(waiting, GUARD)["report"]["verdict"] == "AC"
    assert host.served.workers() == [worker]


def test_a_fault_in_a_run_is_told_to_the_host_s_own_person(host: Host) -> None:
    """It is no fault of the input."""
    status, words = host.refused("/v1/runs", {"problem": "largest", "source": answering(-200)})
    assert status == 500
    assert "checker.py: check: it raises KeyError at line 6" in words


def test_a_faulty_package_hides_no_other(host: Host) -> None:
    """Who asks for it is told what is wrong, or that there are two."""
    broken = host.mine / "problems" / "broken"
    broken.mkdir()
    (broken / "problem.toml").write_text("title = 5\n")
    # Not bundled: it would be that one's second place for the tests beside.
    (host.mine / "problems" / "two-sum").mkdir()
    (host.mine / "problems" / "two-sum" / "problem.toml").write_text("title = 5\n")
    try:
        listed = [one["slug"] for one in host.served.ask("/v1/problems")["problems"]]
        assert "largest" in listed
        assert not {"broken", "two-sum"} & {*listed}
        status, words = host.refused("/v1/problems/broken")
        assert status == 500
        assert "statement.md: the file is missing" in words
        assert words.count("two-sum") == 0
        twice = host.refused("/v1/problems/two-sum")[1]
        assert "another package has the same name" in twice
        assert str(host.mine / "problems" / "two-sum") in twice
    finally:
        for name in ("broken", "two-sum"):
            (host.mine / "problems" / name / "problem.toml").unlink()
            (host.mine / "problems" / name).rmdir()


def test_an_idle_worker_draws_its_pools(host: Host) -> None:
    """Ahead of the submissions that will want them."""
    host.judged(RIGHT)
    until(lambda: len(list((host.cache / "pools").glob("largest-*.pool"))) > 2, GUARD)


@pytest.mark.slow
def test_it_is_judged_again(host: Host) -> None:
    """As the host asks for: by the same worker, with the same verdict."""
    host.judged(WRONG)
    begun = host.served.ask("/v1/rejudgings", {"problem": "largest", "verdict": "WA"})
    until(lambda: host.served.ask(f"/v1/rejudgings/{begun['id']}")["waiting"] == 0, GUARD)
    done = host.served.ask(f"/v1/rejudgings/{begun['id']}")
    assert (done["failed"], done["changes"]) == (0, [])
    assert done["verdicts"][0]["count"] > 0


@pytest.mark.slow
def test_trust_is_given_and_taken_back_while_a_server_runs(host: Host) -> None:
    """What it may do outside the sandbox it may do only as long as it is trusted."""
    witness = host.cache / "ran"
    strategies = f"open({str(witness)!r}, 'w')\n" + LARGEST
    largest(host.mine, title="Writes", strategies=strategies)
    refused = host.judged(RIGHT, "writes")
    assert refused["verdict"] == "IE"
    assert "strategies.py" in refused["summary"]
    assert not witness.exists()
    trust(host.served.state, host.mine)
    until(lambda: host.judged(RIGHT, "writes")["verdict"] == "AC", GUARD)
    assert witness.exists()
    assert distrust(host.served.state, host.mine)
    largest(host.mine, title="Writes", strategies=strategies + "\n# another version\n")
    until(lambda: host.judged(RIGHT, "writes")["verdict"] == "IE", GUARD)
    witness.unlink()
    assert host.judged(WRONG, "writes")["verdict"] == "IE"
    assert not witness.exists()
