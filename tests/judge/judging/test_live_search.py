import collections
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from judge.execution import Sandboxes
from judge.judging.findings import Findings
from judge.judging.live_search import Tried, first_failing, search_live
from judge.judging.trial import Trial
from judge.problems.corpus import Corpus
from judge.problems.problem import Problem
from judge.problems.sampling import draw
from judge.reduction.budget import DEFAULT, Bounds
from judge.reduction.reducer import Found, reduce_input
from judge.settings import Settings
from judge.submission import Submission
from judge.values.json_form import canonical_json
from tests.packages import DOUBLE, double

Arguments = dict[str, Any]
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return double(tmp_path)


def drawn(problem: Problem, count: int = 100, seed: int = 1) -> list[Arguments]:
    return problem.strategies().draw(count=count, seed=seed)


def search(
    problem: Problem,
    inputs: list[Arguments],
    fails: Callable[[Arguments], bool],
) -> Tried:
    return first_failing(inputs, fails)


def smallest(
    problem: Problem,
    arguments: Arguments,
    fails: Callable[[Arguments], bool],
    bounds: Bounds = DEFAULT,
) -> Found:
    moves = problem.kind.moves(problem.interface)
    return reduce_input(moves, problem.strategies().validate, arguments, fails, bounds)


def test_all_that_pass_are_counted(problem: Problem) -> None:
    """A right submission is tried on as many different inputs as were asked for."""
    seen: list[str] = []

    def fails(arguments: Arguments) -> bool:
        seen.append(canonical_json(arguments))
        return False

    assert search(problem, drawn(problem, 60), fails) == Tried(60)
    assert len(set(seen)) == len(seen) == 60


def test_a_failure_is_found_and_made_small(problem: Problem) -> None:
    """The search ends at the first failure, which comes back as small as it gets."""

    def fails(arguments: Arguments) -> bool:
        return arguments["n"] > 20 and len(arguments["text"]) >= 2

    tried = search(problem, drawn(problem, 300), fails)
    assert tried.failing is not None
    assert tried.count < 300
    found = smallest(problem, tried.failing, fails)
    assert found.arguments == {"n": 21, "text": "ab"}
    assert found.minimal


def test_the_number_of_calls_is_bounded(problem: Problem) -> None:
    """Making small stops at its budget and gives what is best so far, marked."""
    asked: list[Arguments] = []

    def fails(arguments: Arguments) -> bool:
        asked.append(arguments)
        return bool(arguments["n"] > 20)

    found = smallest(problem, {"n": 99, "text": "abcdef"}, fails, Bounds(calls=3))
    assert found.calls == len(asked) == 3
    assert not found.minimal
    assert found.arguments["n"] > 20


def test_a_submission_that_fails_now_and_then_is_no_crash(problem: Problem) -> None:
    """Flaky submissions end like others; what is given back has failed once."""
    failed: list[str] = []
    count = iter(range(10**6))

    def fails(arguments: Arguments) -> bool:
        if next(count) % 3 == 2:
            failed.append(canonical_json(arguments))
            return True
        return False

    tried = search(problem, drawn(problem, 50), fails)
    assert tried.failing is not None
    assert canonical_json(smallest(problem, tried.failing, fails).arguments) in failed


def test_what_leaves_the_predicate_leaves_the_search(problem: Problem) -> None:
    """The caller may end a search from inside with an exception of its own."""

    class LeftError(BaseException):
        pass

    def fails(_: Arguments) -> bool:
        raise LeftError

    with pytest.raises(LeftError):
        search(problem, drawn(problem), fails)
    with pytest.raises(LeftError):
        smallest(problem, {"n": 99, "text": "abc"}, fails)


def test_the_guard_ends_a_reduction_and_is_named(problem: Problem) -> None:
    """Seconds are a last resort, and a report can say that they decided."""
    shrunk = smallest(problem, {"n": 99, "text": "abc"}, lambda _: True, Bounds(seconds=0.0))
    assert shrunk.guard_fired
    assert not shrunk.minimal


@pytest.mark.parametrize(("guard_seconds", "tried"), [(60.0, 3), (0.01, 0)])
def test_the_guard_ends_the_wait_for_inputs_and_is_named(
    problem: Problem, tmp_path: Path, guard_seconds: float, tried: int
) -> None:
    """Only that wait: a submission can't end its own search by being slow."""

    def inputs() -> Iterator[Arguments]:
        time.sleep(0.02)
        yield from ({"n": n, "text": ""} for n in range(3))

    settings = Settings(cache_dir=tmp_path, state_dir=tmp_path, guard_seconds=guard_seconds)
    source = b"import time\ndef double(n, text):\n    time.sleep(0.02)\n    return 2 * n\n"
    with Sandboxes(problem, settings) as sandboxes:
        trial = Trial.of(problem, Submission(source, "slow.py"), settings, sandboxes)
        findings = Findings(Corpus(problem.version, ()), problem.kind)
        collections.deque(search_live(trial, inputs(), findings), 0)
    assert findings.live_tried == tried
    assert bool(findings.notes) == (tried == 0)


def test_a_strategy_that_draws_nothing_new_ends(tmp_path: Path) -> None:
    """Three inputs are tried once each, although a hundred were asked for."""
    few = DOUBLE.replace("st.integers(-99, 99)", "st.sampled_from([1, 2, 3])")
    few = few.replace("st.text(max_size=6)", 'st.just("")')
    few_inputs = double(tmp_path, few)
    assert search(few_inputs, drawn(few_inputs), lambda _: False).count == 3


def test_drawn_inputs_are_different_and_hang_on_the_seed() -> None:
    """One seed, one list; another seed, another list."""
    strategy = st.fixed_dictionaries({"n": st.integers(0, 10**6)})
    first = draw(strategy, count=50, seed=3)
    assert len({canonical_json(each) for each in first}) == 50
    assert draw(strategy, count=50, seed=3) == first
    assert draw(strategy, count=50, seed=4) != first


_DRAW = """
import hashlib, sys
for name in sys.argv[1:]:
    __import__(name)
from hypothesis import strategies as st
from judge.problems.sampling import draw
strategy = st.fixed_dictionaries({"n": st.integers(), "s": st.text(), "f": st.floats()})
text = repr(draw(strategy, count=200, seed=3))
print(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
"""


def test_every_process_draws_the_same(tmp_path: Path) -> None:
    """Neither loaded modules, nor the hash seed, nor a CI profile change what is drawn.

    Hypothesis mixes constants of loaded local modules into what it draws, which would make the
    verdict of the command line differ from the server's.
    """
    (tmp_path / "local_module.py").write_text("A = 'striking text'\nB = 1234567\nC = 765.25\n")
    digests = set()
    processes: list[tuple[dict[str, str], list[str]]] = [
        ({}, []),
        ({"CI": "true"}, ["local_module"]),
        ({}, ["judge.reports.report", "local_module"]),
    ]
    for number, (profile, modules) in enumerate(processes):
        environment = {k: v for k, v in os.environ.items() if k != "CI"} | profile
        environment |= {"PYTHONHASHSEED": str(number), "PYTHONPATH": f"{ROOT}:{tmp_path}"}
        done = subprocess.run(
            [sys.executable, "-c", _DRAW, *modules],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
        )
        digests.add(done.stdout)
    assert len(digests) == 1


def test_the_same_seed_gives_the_same_failure(problem: Problem) -> None:
    """Search and shrinking are bounded by counts, so a repeat ends at the same input."""

    def fails(arguments: Arguments) -> bool:
        digest = hashlib.sha256(json.dumps(arguments, sort_keys=True).encode()).digest()
        return digest[0] < 20

    results = [search(problem, drawn(problem, 200, 9), fails) for _ in range(3)]
    assert results[0].failing is not None
    assert results[0] == results[1] == results[2]
