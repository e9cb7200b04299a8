"""`judge submit` and `judge submit --server` say the same of the same file."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.judge.service.served import ROOT, Served, environment_of

pytestmark = pytest.mark.needs("full")

EVERY = sorted(
    path for suffix in ("py", "sql") for path in (ROOT / "solutions").glob(f"*/*/*.{suffix}")
)
#: What test_http.py does not try: other verdicts, a class problem, and a query with its cost.
SAMPLE = [
    "lca/wrong_answer/answer_kept_on_the_class.py",
    "lca/run_time_error/",
    "lru-cache/wrong_",
    "slow-query/time_limit_exceeded/no_index.sql",
]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    state = tmp_path_factory.mktemp("served")
    server = Served(environment_of(JUDGE_STATE_DIR=str(state / "state"), JUDGE_WORKERS="1"))
    yield server
    server.stop()


def submitted(served: Served, file: Path, *more: str) -> dict[str, Any]:
    """Return what the command line says of a solution: verdict, failure and counts."""
    slug = file.parts[-3]
    command = [sys.executable, "-m", "judge", "submit", slug, str(file), "--json", "--no-timing"]
    done = subprocess.run(
        [*command, *more], cwd=ROOT, env=served.environment, capture_output=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    report = json.loads(done.stdout)
    if report["verdict"] in ("TLE", "MLE"):
        # Which line was running, and at which size the memory ended, is chance.
        for chance in ("exception", "line", "column", "message", "stdout"):
            del report["failure"][chance]
    parts = ("problem", "verdict", "cases", "failure", "cost", "score")
    return {part: report.get(part) for part in parts}


def same(served: Served, file: Path) -> None:
    assert submitted(served, file, "--server", served.url) == submitted(served, file)


@pytest.mark.parametrize("name", SAMPLE)
def test_the_server_says_what_the_command_line_says(served: Served, name: str) -> None:
    """Verdict, failure and counts do not depend on the way a file came."""
    file = next(path for path in EVERY if name in str(path))
    same(served, file)


def test_a_file_that_is_not_utf_8_has_its_verdict_on_the_server_too(
    served: Served, tmp_path: Path
) -> None:
    """CE, at the same place and in the same words."""
    file = tmp_path / "lca" / "ce" / "stray_byte.py"
    file.parent.mkdir(parents=True)
    file.write_bytes("# \N{SNAKE} é \n".encode() + b"x = '\xff'\n")
    assert submitted(served, file)["verdict"] == "CE"
    same(served, file)


@pytest.mark.slow
@pytest.mark.parametrize("file", EVERY, ids=lambda path: "/".join(path.parts[-3:]))
def test_the_server_says_of_every_sample_what_the_command_line_says(
    served: Served, file: Path
) -> None:
    """All solutions of all packages."""
    same(served, file)
