"""A process of its own that judges what it is told, so that it can be watched from outside.

Run as `python -m tests.security.arena FOLDER TIER`, it reads one JSON line a submission and answers
with one JSON line. It may belong to another user than the tests do. Never in tier `limits-only`:
that tier is for one's own code, and hostile programs would reach this machine.
"""

import base64
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from judge.errors import JudgeError
from judge.events import result_of
from judge.pipeline import judge
from judge.problems.problem import Problem
from judge.reports.report import to_json
from judge.settings import Settings
from judge.submission import Submission
from sandbox import Tier
from tests.security import puzzles

ROOT = Path(__file__).resolve().parents[2]
#: Nobody's uid and gid: the ordinary user that root becomes.
ORDINARY_ID = 61_418
TIERS = (Tier.FULL, Tier.LANDLOCK)


@dataclass(frozen=True, slots=True)
class Seen:
    """What came back of one submission; `error` is the judge's own failure, else empty."""

    verdict: str
    summary: str
    tier: str
    error: str


class Arena:
    """The judging process, seen from the tests."""

    def __init__(self, folder: Path, tier: Tier, interpreter: str, *, ordinary: bool) -> None:
        if tier not in TIERS:
            raise ValueError("hostile programs are never run without isolation")
        self.folder = folder
        self.ordinary = ordinary
        for name in ("home", "tmp"):
            (folder / name).mkdir(parents=True)
        identity: dict[str, Any] = {}
        if ordinary:
            identity = {"user": ORDINARY_ID, "group": ORDINARY_ID, "extra_groups": []}
            _give(folder)
        self._process = subprocess.Popen(
            [interpreter, "-B", "-s", "-m", "tests.security.arena", str(folder), tier.value],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=folder / "home",
            env=environment(folder),
            text=True,
            **identity,
        )

    @property
    def pid(self) -> int:
        return self._process.pid

    def judge(self, problem: str, source: bytes) -> Seen:
        """Have one submission judged."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps([problem, base64.b64encode(source).decode()]) + "\n")
        stdin.flush()
        line = stdout.readline()
        if not line:
            raise AssertionError(f"the judge itself ended with {self._process.wait()}")
        return Seen(**json.loads(line))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.communicate()


def environment(folder: Path) -> dict[str, str]:
    """Return the surroundings of a judging process: all that it writes lands in `folder`."""
    packages = sysconfig.get_path("purelib")
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join([str(ROOT), packages]),
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
    }


def readable_interpreter(folder: Path) -> str | None:
    """Return an interpreter that the ordinary user can run the judge with, or None."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    found = [sys.executable, shutil.which(name), f"/usr/bin/{name}", f"/usr/local/bin/{name}"]
    for path in filter(None, found):
        command = [path, "-B", "-s", "-c", "import judge.pipeline, hypothesis"]
        try:
            done = subprocess.run(
                command,
                env=environment(folder),
                cwd="/",
                user=ORDINARY_ID,
                group=ORDINARY_ID,
                extra_groups=[],
                capture_output=True,
                check=False,
            )
        except (FileNotFoundError, PermissionError):
            continue
        if done.returncode == 0:
            return path
    return None


def _give(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, ORDINARY_ID, ORDINARY_ID)


def main(folder: Path, tier: Tier) -> None:
    """Judge line by line until the input ends."""
    settings = _settings(folder, tier)
    makers = (puzzles.echo, puzzles.many, puzzles.roomy, puzzles.impossible)
    problems = {maker.__name__: maker(folder) for maker in makers}
    for line in sys.stdin:
        name, source = json.loads(line)
        seen = _judged(problems[name], base64.b64decode(source), settings)
        print(json.dumps(seen), flush=True)  # noqa: T201 - the answer to the tests


def judge_once(folder: Path, tier: Tier, problem: str, source: bytes) -> dict[str, str]:
    """Judge one submission in this process, which is walled in if `tier` is not."""
    return _judged(getattr(puzzles, problem)(folder), source, _settings(folder, tier))


def _settings(folder: Path, tier: Tier) -> Settings:
    return Settings(
        cache_dir=folder / "cache",
        state_dir=folder / "state",
        tier=tier,
        search_examples=8,
        shrink_calls=12,
    )


def _judged(problem: Problem, source: bytes, settings: Settings) -> dict[str, str]:
    seen = {"verdict": "", "summary": "", "tier": "", "error": ""}
    try:
        report = result_of(judge(Submission(source, "hostile.py"), problem, settings))
        seen["verdict"], seen["summary"] = report.verdict.value, report.summary
        seen["tier"] = report.isolation.tier
        json.dumps(to_json(report))  # it has a wire form, whatever it holds
    except JudgeError as error:
        seen["error"] = str(error)
    return seen


if __name__ == "__main__":
    main(Path(sys.argv[1]), Tier(sys.argv[2]))
