"""The logs of `top-active-users` are what the strategies say, and the checker's words."""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from judge.problems.catalog import default_catalog
from judge.problems.problem import Problem
from judge.verdict import Verdict
from tests.package_code import module_of

SMALL = "events-8.log"
#: A wheel carries answers to logs that are made where it is installed: by any Python, the same.
SHA256 = "8f59b104b7663f90197932b44f38e3324f342b82d8ff02349a619f2419e5ac5a"


@pytest.fixture(scope="module")
def problem() -> Problem:
    return default_catalog().get("top-active-users")


def test_the_logs_of_the_statement_are_the_samples(problem: Problem) -> None:
    """The fields of each line stand in columns of 7, 6 and 9, and a remark follows them."""
    shown = re.findall(r"^```\n(\d.*?)^```", problem.statement, re.MULTILINE | re.DOTALL)
    _, *logs = shown  # the first one shows the form of a line
    assert len(logs) == 2
    for table, sample in zip(logs, problem.samples, strict=False):
        lines = [[row[:7], row[7:13], row[13:22]] for row in table.splitlines()]
        log = ["\t".join(field.strip() for field in line if field.strip()) for line in lines]
        # The last line of the first log ends in a newline, which a table cannot show.
        assert log == sample.arguments["log"][: len(log)]
        assert not any(sample.arguments["log"][len(log) :])


@pytest.fixture(scope="module")
def strategies(problem: Problem) -> ModuleType:
    return module_of(problem, "strategies.py")


@pytest.fixture(scope="module")
def made(problem: Problem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The small log only."""
    maker = module_of(problem, "data.py")
    folder = tmp_path_factory.mktemp("logs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(maker, "SIZES_MIB", (8,))
        steps = list(maker.make(folder))
    assert steps == sorted(steps)
    assert steps[-1] == (8 * 2**20, 8 * 2**20)
    yield folder
    (folder / SMALL).unlink()


def test_the_log_is_the_same_on_every_machine(made: Path) -> None:
    """Nothing in it hangs on the version of Python, the hash seed or the time."""
    assert hashlib.sha256((made / SMALL).read_bytes()).hexdigest() == SHA256


def test_the_log_lies_inside_the_constraints(made: Path, strategies: ModuleType) -> None:
    """Line by line, by the package's own validator; and n is the number of lines."""
    lines = (made / SMALL).read_text("utf-8").split("\n")
    assert lines.pop() == ""
    assert len(lines) == strategies.LOGS[SMALL]
    arguments = {"log": lines, "now": strategies.END}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strategies, "MOST_CHARACTERS", 10**8)
        assert strategies.validate(arguments) is None


@pytest.mark.slow
def test_the_large_log_is_larger_than_200_mb(
    problem: Problem, strategies: ModuleType, tmp_path: Path
) -> None:
    """As large as the task says, and as many lines as the strategies say."""
    for _ in module_of(problem, "data.py").make(tmp_path):
        pass
    logs = {path.name: path for path in tmp_path.iterdir()}
    assert logs["events-200.log"].stat().st_size >= 200 * 2**20
    for name, path in logs.items():
        with path.open("rb") as log:
            assert sum(1 for _ in log) == strategies.LOGS[name]
        path.unlink()


@pytest.mark.parametrize("size", [10**5, 10**6, 4 * 10**6, *(2**power for power in range(12, 23))])
def test_a_block_of_any_usual_size_cuts_a_line_that_counts(
    strategies: ModuleType, size: int
) -> None:
    """In the dense log, whose users are all among the ten: whoever loses a line is found out."""
    logs = [given["log"] for _, given in strategies.scales() if isinstance(given["log"], list)]
    lines = max(logs, key=len)
    log = "\n".join(lines)
    assert len({line.split("\t")[1] for line in lines}) <= 10
    blocks = (log[at : at + size] for at in range(0, len(log), size))
    pieces = (piece.split("\t") for block in blocks for piece in block.split("\n"))
    assert sum(len(piece) == 3 and len(piece[0]) == 9 for piece in pieces) < len(lines)


#: Judges some sample solutions on another host: its name, a folder, the paths.
ELSEWHERE = """
import json, os, sys
from pathlib import Path
from tests.sandbox.hosts import HOSTS, become
host, folder, *paths = sys.argv[1:]
become(HOSTS[host], Path(folder))
from judge.problems.catalog import default_catalog
from tests.package_code import module_of
from judge.pipeline import judge
from judge.settings import Settings
from judge.submission import read_submission
from tests.package_code import module_of
few = {"JUDGE_CACHE_DIR": f"{folder}/cache", "JUDGE_SEARCH_EXAMPLES": "0"}
settings = Settings.from_environment({**os.environ, **few})
for path in paths:
    *_, last = judge(read_submission(path), default_catalog().get("top-active-users"), settings)
    print(json.dumps([str(last.report.verdict), last.report.memory.method]))
"""
STREAMS = ("reference", "regular_expression", "blocks_of_bytes", "backwards_from_the_end")


@pytest.mark.slow
@pytest.mark.needs("full", "root")
@pytest.mark.parametrize("host", ["no cgroup", "Docker's default profile"])
def test_without_a_cgroup_too_streams_pass_and_whole_files_do_not(
    problem: Problem, host: str
) -> None:
    """Resident memory and refused allocations tell the same; a stream's page cache is not its own.

    In a folder that everybody may enter: without namespaces root's programs are another user.
    """
    accepted = [problem.solutions / "accepted" / f"{name}.py" for name in STREAMS]
    hungry = sorted((problem.solutions / "memory_limit_exceeded").glob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        done = subprocess.run(
            [sys.executable, "-c", ELSEWHERE, host, folder, *map(str, accepted + hungry)],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=False,
        )
    seen = [tuple(json.loads(line)) for line in done.stdout.splitlines()]
    wanted = [Verdict.ACCEPTED] * len(accepted) + [Verdict.MEMORY_LIMIT_EXCEEDED] * len(hungry)
    assert seen == [(str(verdict), "resident") for verdict in wanted], done.stderr


RIGHT = [["Ann", 3], ["ann", 3], ["b", 1]]


def said(problem: Problem, actual: Any) -> str | None:
    """Return the checker's message on an answer to `RIGHT`."""
    message: str | None = module_of(problem, "checker.py").check({}, RIGHT, actual)
    return message


@pytest.mark.parametrize("pair", [tuple, list])
def test_a_pair_is_a_tuple_or_a_list(problem: Problem, pair: type) -> None:
    """People write both."""
    assert said(problem, [pair(one) for one in RIGHT]) is None


@pytest.mark.parametrize(
    ("actual", "message"),
    [
        ([("ann", 3), ("Ann", 3), ("b", 1)], "the right users, but in another order"),
        ([("Ann", 3), ("ann", 2), ("b", 1)], "place 2: ('ann', 3) was expected"),
        ([("Ann", 3), ("ann", 3)], "it gave 2 users, ('b', 1) is missing"),
        ([], "it gave 0 users, ('Ann', 3) is missing"),
        ([*map(tuple, RIGHT), ("", 0)], "3 users were expected, it gave 4"),
        ([("Ann", 3, 1)], "place 1 must be a pair"),
        (["Ann"], "place 1 must be a pair"),
        ([("Ann", True)], "place 1 must be a pair"),
        ([(b"Ann", 3)], "place 1 must be a pair"),
        ([("Ann", 10**5000)], "a huge number"),
        ([("A" * 10**6, 3)], "it gave ('AAA"),
    ],
    ids=range(11),
)
def test_a_wrong_answer_is_told_by_its_first_difference(
    problem: Problem, actual: Any, message: str
) -> None:
    """In one short sentence, whatever it was."""
    told = said(problem, actual)
    assert told is not None
    assert message in told
    assert len(told) < 250
