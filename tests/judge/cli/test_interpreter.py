"""The interpreter that is started first, and the collector that waits for the imports."""

import gc
import os
from collections.abc import Iterator

import pytest

from judge.cli.interpreter import fast_start, sandboxes_of
from judge.problems.problem import Problem
from judge.settings import Settings
from tests.processes import children

SUBMIT = ["submit", "lca", "x.py"]


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        (["list"], {}),
        ([], {}),
        (["submit", "--help"], {}),
        (["submit", "lca", "x.py", "--server=u"], {}),
        (SUBMIT, {"JUDGE_SERVER": "u"}),
    ],
)
def test_only_who_submits_here_is_waited_for(
    words: list[str], environment: dict[str, str], lca: Problem
) -> None:
    """Other commands, help, and other people's servers need no sandbox; the collector works."""
    before = set(children(os.getpid()))
    with fast_start(words, environment):
        assert set(children(os.getpid())) == before
        assert gc.isenabled()
        sandboxes_of(lca, Settings.from_environment({})).close()
    assert gc.isenabled()


@pytest.mark.needs("linux")
def test_an_interpreter_that_is_not_wanted_ends() -> None:
    """A mistake in the arguments leaves no process behind."""
    before = set(children(os.getpid()))
    with fast_start(SUBMIT, {}):
        assert len(set(children(os.getpid())) - before) == 1
        assert not gc.isenabled()
    assert set(children(os.getpid())) == before


@pytest.mark.needs("full")
@pytest.mark.parametrize("words", [SUBMIT, ["replay", "lca", "x.py"]])
def test_the_first_sandbox_gets_it_and_the_collector_is_on_again(
    words: list[str], lca: Problem
) -> None:
    """There is one: further sandboxes start their own."""
    before = set(children(os.getpid()))
    with fast_start(words, {}):
        (interpreter,) = set(children(os.getpid())) - before
        with sandboxes_of(lca, Settings.from_environment({})) as sandboxes:
            assert gc.isenabled()
            assert sandboxes.main.alive
            assert interpreter in set(children(os.getpid()))
        assert interpreter not in set(children(os.getpid()))
        assert sandboxes_of(lca, Settings.from_environment({})).figures().started == 0
