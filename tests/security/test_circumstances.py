"""A host's circumstances decide nothing: verdict, exit status and tier are the usual ones."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.circumstances import ANYBODY, PLACE, ROOT

pytestmark = pytest.mark.needs("linux", "full")

GOOD = "def find_kth_largest(nums, k):\n    return sorted(nums)[-k]\n"
#: Each has broken the judge once, or stands for several; the others are slow tests.
QUICK = {
    "umask 077",
    "blocked signals",
    "64 open files",
    "no standard error",
    "root without CAP_KILL",
    "process 1",
    "a read-only home",
}
FOLDER = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a source and a cache that holds the corpus."""
    folder = tmp_path_factory.mktemp("usual")
    (folder / "good.py").write_text(GOOD)
    assert _report(folder, [], folder)["verdict"] == "AC"
    return folder


def _marked(names: list[str], *marks: pytest.MarkDecorator) -> list[Any]:
    slow = [pytest.mark.slow]
    return [pytest.param(name, marks=[*marks, *([] if name in QUICK else slow)]) for name in names]


@pytest.mark.parametrize(
    "name", [*_marked([*ANYBODY]), *_marked([*ROOT], pytest.mark.needs("root"))]
)
def test_it_decides_nothing(name: str, usual: Path, tmp_path: Path) -> None:
    """An accepted source is accepted in the strongest tier, and nothing is said on top."""
    report = _report(usual, ["-m", "tests.circumstances", name], tmp_path)
    assert (report["verdict"], report["isolation"]["tier"]) == ("AC", "full")


def _report(usual: Path, start: list[str], place: Path) -> dict[str, Any]:
    command = [sys.executable, *(start or ["-m", "judge"])]
    command += ["submit", "kth-largest", str(usual / "good.py"), "--json", "--no-timing"]
    environment = {
        **os.environ,
        "HOME": str(usual),
        "JUDGE_CACHE_DIR": str(usual / "cache"),
        "JUDGE_STATE_DIR": str(usual / "state"),
        "JUDGE_SEARCH_EXAMPLES": "0",
        PLACE: str(place),
    }
    if "home" in " ".join(start):
        del environment["JUDGE_CACHE_DIR"], environment["JUDGE_STATE_DIR"]
    done = subprocess.run(
        command, cwd=FOLDER, env=environment, capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report
