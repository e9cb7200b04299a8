"""The judge dies badly and leaves nothing: signals, a closed terminal, and want of everything.

A whole `judge run` or `judge submit` is ended in mid-run and looked at from outside.
"""

import contextlib
import os
import pty
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.events import result_of
from judge.execution import Sandboxes
from judge.judging import ready_corpus
from judge.problems import corpus_path, default_catalog
from judge.settings import Settings
from sandbox import clocks
from tests.processes import descendants, gone, groups_of, state
from tests.security.audit import adoption

pytestmark = pytest.mark.needs("linux", "full")

ROOT = Path(__file__).resolve().parents[2]
GOOD = "def kth_largest(nums, k):\n    return sorted(nums)[-k]\n"
#: Sleeps on the first sample, up to its limit.
SLOW = """
import time
def kth_largest(nums, k):
    print('here')
    if k == 2:
        time.sleep(30)
    return sorted(nums)[-k]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "good.py").write_text(GOOD)
    (tmp_path / "slow.py").write_text(SLOW)
    (tmp_path / "tmp").mkdir()
    (tmp_path / "disk").mkdir()
    with adoption():
        yield tmp_path


@pytest.fixture(scope="module")
def corpus(cache: Path) -> Path:
    """Make the corpus that is played; return the path of its file below the cache."""
    settings = Settings(cache_dir=cache, state_dir=cache / "state")
    problem = default_catalog().get("kth-largest")
    with Sandboxes(problem, settings) as sandboxes:
        result_of(ready_corpus(problem, settings, sandboxes.main))
    return corpus_path(cache, problem)


@pytest.fixture
def prepared(folder: Path, cache: Path, corpus: Path) -> Path:
    """A folder whose judge need not make the corpus first."""
    own = folder / "cache" / corpus.relative_to(cache)
    own.parent.mkdir(parents=True)
    shutil.copy(corpus, own)
    return folder


def environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "HOME": str(folder),
        "TMPDIR": str(folder / "tmp"),
        "JUDGE_CACHE_DIR": str(folder / "cache"),
        "JUDGE_STATE_DIR": str(folder / "state"),
        "TERM": "xterm",
    }


def judge(
    folder: Path, *arguments: str, errors: int = subprocess.DEVNULL
) -> "subprocess.Popen[str]":
    """Start a judge; nobody listens to it but, if asked for, to its errors."""
    return subprocess.Popen(
        [sys.executable, "-m", "judge", *arguments],
        cwd=ROOT,
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=errors,
        text=True,
    )


def running(process: "subprocess.Popen[str]") -> list[int]:
    """Wait until it has a program that sleeps in its call; return all its processes."""
    below = _seen_to_sleep(process.pid)
    assert process.poll() is None, f"no program was seen to run: status {process.returncode}"
    return below


def _seen_to_sleep(judge: int) -> list[int]:
    """Return the processes below a judge when one of them sleeps.

    Only root may look into a program's calls; to others a second of its life has to do.
    """
    deadline = time.monotonic() + 60
    began = time.monotonic()
    below: list[int] = []
    while time.monotonic() < deadline and state(judge) not in ("", "Z"):
        below = descendants(judge)
        if len(below) < 3:
            began = time.monotonic()
        elif _sleeps(below) or (os.geteuid() != 0 and time.monotonic() > began + 1):
            break
        time.sleep(0.05)
    return below


def _sleeps(pids: list[int]) -> bool:
    """Whether one of them is in the sleep that slow.py calls (clock_nanosleep)."""
    for pid in pids:
        with contextlib.suppress(OSError):
            if "nanosleep" in Path(f"/proc/{pid}/wchan").read_text():
                return True
            if Path(f"/proc/{pid}/syscall").read_text().split()[0] in ("230", "115"):
                return True
    return False


def assert_judges(folder: Path, dead: int = 0) -> None:
    """The next run works; nothing of the last one is in its way, or left when it is over.

    A judge that was killed cannot remove its memory cgroups itself: the next one does.
    """
    done = judge(folder, "run", "kth-largest", str(folder / "good.py"))
    assert done.wait(60) == 0
    assert list((folder / "tmp").iterdir()) == []
    assert groups_of(dead) == []


@pytest.mark.parametrize(
    "number",
    [
        signal.SIGKILL,
        signal.SIGINT,
        pytest.param(signal.SIGTERM, marks=pytest.mark.slow),
        pytest.param(signal.SIGQUIT, marks=pytest.mark.slow),
    ],
)
def test_a_judge_that_is_killed_in_mid_run_leaves_nothing(folder: Path, number: int) -> None:
    """No process stays, no file, and the next run judges as ever."""
    process = judge(folder, "run", "kth-largest", str(folder / "slow.py"))
    below = running(process)
    process.send_signal(number)
    assert process.wait(10) != 0
    assert gone(below)
    assert_judges(folder, process.pid)


def test_a_closed_terminal_ends_everything(folder: Path) -> None:
    """Whoever shuts the window in mid-run leaves nothing running behind it."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        slow = str(folder / "slow.py")
        command = [sys.executable, "-m", "judge", "run", "kth-largest", slow]
        os.execve(sys.executable, command, environment(folder))  # noqa: S606 - no shell is wanted
    below = _seen_to_sleep(pid)
    assert len(below) >= 3
    os.close(terminal)
    assert gone([pid, *below])
    os.waitpid(pid, 0)
    assert_judges(folder, pid)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "amount", "status", "words"),
    [
        ("files", 8, 3, "raise `ulimit -n`"),
        ("files", 12, 3, "raise `ulimit -n`"),
        ("files", 24, 3, "raise `ulimit -n`"),
        ("memory", 60, 3, "no memory left"),
        # A verdict needs no disk: the corpus is kept in memory.
        ("disk", 4, 0, "No space left on device. It is made anew each time"),
        ("disk", 256, 0, "No space left on device. It is made anew each time"),
    ],
)
def test_a_judge_that_runs_short_says_of_what(
    folder: Path, kind: str, amount: int, status: int, words: str
) -> None:
    """One sentence with the next step, no traceback, nothing left; and then it works again."""
    good, disk = str(folder / "good.py"), str(folder / "disk")
    command = [
        "-m",
        "tests.security.shortages",
        kind,
        str(amount),
        disk,
        "submit",
        "kth-largest",
        good,
    ]
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    _out, err = process.communicate()
    assert process.returncode == status
    assert words in err
    assert "Traceback" not in err
    assert gone(descendants(os.getpid()))
    assert_judges(folder)


@pytest.mark.parametrize("kind", [resource.RLIMIT_NOFILE, resource.RLIMIT_AS])
def test_a_judge_that_runs_short_in_mid_run_ends_well(prepared: Path, kind: int) -> None:
    """Another descriptor, or a page more, is refused from some moment on: nothing is left."""
    slow = str(prepared / "slow.py")
    process = judge(prepared, "submit", "kth-largest", slow, errors=subprocess.PIPE)
    below = running(process)
    if kind == resource.RLIMIT_NOFILE:
        held = sum(1 for _ in Path(f"/proc/{process.pid}/fd").iterdir())
    else:
        held = int(Path(f"/proc/{process.pid}/statm").read_text().split()[0]) * 4096
    resource.prlimit(process.pid, kind, (held, held))
    _out, err = process.communicate(timeout=60)
    assert process.returncode in (1, 3), err
    assert "Traceback" not in err
    assert gone(below)
    assert_judges(prepared, process.pid)


@pytest.mark.parametrize("generation", ["server", "warden"])
def test_a_judge_whose_helpers_are_killed_blames_nobody(prepared: Path, generation: str) -> None:
    """As the kernel does for want of memory: an internal error with a sentence, status 3."""
    slow = str(prepared / "slow.py")
    process = judge(prepared, "submit", "kth-largest", slow, errors=subprocess.PIPE)
    below = running(process)
    parents = {pid: int(clocks.status(pid).get("PPid", "0")) for pid in below}
    servers = [pid for pid in below if parents[pid] == process.pid]
    wardens = [pid for pid in below if parents[pid] in servers]
    for pid in servers if generation == "server" else wardens:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 3, err
    assert "Traceback" not in err
    assert gone(below)
    assert_judges(prepared, process.pid)


@pytest.mark.slow
@pytest.mark.parametrize("files", [16, 18, 20, 32, 40, 48])
def test_with_few_descriptors_it_judges_or_says_why_not(folder: Path, files: int) -> None:
    """Wherever the last descriptor is missed, it is an error of the host and no verdict."""
    good, disk = str(folder / "good.py"), str(folder / "disk")
    command = [
        "-m",
        "tests.security.shortages",
        "files",
        str(files),
        disk,
        "run",
        "kth-largest",
        good,
    ]
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 3), done.stdout
    assert "Traceback" not in done.stderr
    assert gone(descendants(os.getpid()))
    assert_judges(folder)
