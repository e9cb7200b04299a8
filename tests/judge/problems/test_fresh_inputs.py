import os
import subprocess
import sys
from pathlib import Path

import pytest

from judge.errors import ProblemError
from judge.problems.author.process import end_author_code
from judge.problems.fresh_inputs import FreshInputs
from judge.problems.pools import Pool
from judge.problems.problem import Problem
from tests.package_code import drawn
from tests.packages import largest
from tests.processes import children, gone


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return largest(tmp_path)


def pool(problem: Problem, count: int) -> Pool:
    return Pool(7, count, problem.folder.parent / "fresh.pool")


@pytest.fixture(autouse=True)
def _no_process() -> None:
    """As a command starts."""
    end_author_code()


@pytest.mark.needs("linux")
def test_a_process_draws_what_would_be_drawn_here(problem: Problem) -> None:
    """Where inputs are drawn makes no difference to a verdict."""
    before = children(os.getpid())
    with FreshInputs(problem, pool(problem, 20)) as inputs:
        inputs.start()
        assert children(os.getpid()) != before
        assert list(inputs) == drawn(problem, count=20, seed=7)


def test_the_process_of_the_strategies_draws(problem: Problem) -> None:
    """One that has imported Hypothesis is not started twice."""
    problem.strategies()
    before = children(os.getpid())
    with FreshInputs(problem, pool(problem, 20)) as inputs:
        inputs.start()
        assert problem.strategies().validate({"nums": []}) is not None  # waits for its turn
        assert len(list(inputs)) == 20
    assert children(os.getpid()) == before


def test_no_inputs_are_asked_for_and_none_are_drawn(problem: Problem) -> None:
    """A count of 0 switches the search off."""
    before = children(os.getpid())
    with FreshInputs(problem, pool(problem, 0)) as inputs:
        inputs.start()
        assert children(os.getpid()) == before
        assert list(inputs) == []


@pytest.mark.needs("linux")
def test_inputs_that_were_drawn_once_are_kept(problem: Problem) -> None:
    """The next search finds them, and needs no process and no Hypothesis."""
    with FreshInputs(problem, pool(problem, 20)) as inputs:
        drawn_once = list(inputs)
    end_author_code()
    before = children(os.getpid())
    with FreshInputs(problem, pool(problem, 20)) as inputs:
        inputs.start()
        assert list(inputs) == drawn_once == drawn(problem, count=20, seed=7)
    assert children(os.getpid()) == before


def test_a_kept_pool_that_is_broken_is_drawn_again(problem: Problem) -> None:
    """Even if it looked well when the search began."""
    kept = pool(problem, 5)
    kept.path.write_bytes(b"{}\n")
    with FreshInputs(problem, kept) as inputs:
        inputs.start()
        assert list(inputs) == drawn(problem, count=5, seed=7) == kept.load()


@pytest.mark.needs("linux")
def test_inputs_that_nobody_wants_any_more_leave_no_process(problem: Problem) -> None:
    """A wrong answer on the corpus ends the drawing."""
    before = set(children(os.getpid()))
    with FreshInputs(problem, pool(problem, 10_000)) as inputs:
        inputs.start()
        [started] = set(children(os.getpid())) - before
    assert gone([started])


def test_a_strategy_that_fails_is_the_authors_fault(problem: Problem) -> None:
    """It is told by name when the inputs are wanted."""
    (problem.folder / "strategies.py").write_text("raise ValueError('no draw')\n")
    with FreshInputs(problem, pool(problem, 5)) as inputs:
        inputs.start()
        with pytest.raises(ProblemError, match="no draw"):
            list(inputs)


@pytest.mark.parametrize(
    "body",
    [
        "raise SystemExit(0)",
        "return st.integers().map(lambda n: exit_with(0))",
        "return st.integers(5, 3)",
        "return 7",
    ],
)
def test_a_strategy_that_cannot_be_drawn_from_is_the_authors_fault(
    body: str, problem: Problem
) -> None:
    """Whether it is made or drawn from; an exit of the process is not taken for its list."""
    text = "from hypothesis import strategies as st\nfrom sys import exit as exit_with\n"
    path = problem.folder / "strategies.py"
    path.write_text(f"{text}edges = scales = validate = None\ndef generated():\n    {body}\n")
    with FreshInputs(problem, pool(problem, 5)) as inputs:
        inputs.start()
        with pytest.raises(ProblemError, match=r"strategies\.py: generated\(\): it raises"):
            list(inputs)


def test_the_command_line_imports_no_hypothesis_on_the_way_to_a_verdict(tmp_path: Path) -> None:
    """Neither Hypothesis before the search nor pydantic before the first case."""
    code = (
        "import sys, judge.cli.main, judge.cli.progress\n"
        "import judge.execution.sandboxes, judge.problems.catalog\n"
        "from judge.settings import Settings\n"
        "from pathlib import Path\n"
        "cache = Path(sys.argv[1])\n"
        "for _ in range(2):\n"
        "    judge.problems.catalog.default_catalog(cache).get('lca')\n"
        "    print([n in sys.modules for n in ('pydantic', 'hypothesis')])\n"
        "import judge.pipeline; print(any(n in sys.modules for n in ('pydantic', 'hypothesis')))\n"
    )
    for expected in ([True, False], [False, False]):  # the first time packages are examined
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
        )
        first, _second, last = done.stdout.splitlines()
        assert first == str(expected)
        assert last == str(any(expected))
