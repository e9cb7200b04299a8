"""What every problem package promises, checked without a sandbox: its inputs, texts and samples."""

import json
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from judge.authoring import samples_to_write, write_skeleton
from judge.problems.case import PackedJson
from judge.problems.problem import Problem, load_package
from judge.values.interface import Shape
from judge.verdict import Verdict
from tests.package_code import module_of
from tests.packages import LARGE_INPUTS, bundled

PROBLEMS = bundled()
MIB = 1024 * 1024
#: Whose large cases take many seconds; making their corpora validates them too.
LONG = LARGE_INPUTS | {"slow-query"}
#: Those whose cases are drawn by strategies of their own.
DRAWN = [
    slug
    for slug, problem in PROBLEMS.items()
    if problem.kind.cases is None and problem.base is None
]


@pytest.fixture(params=PROBLEMS)
def problem(request: pytest.FixtureRequest) -> Problem:
    return PROBLEMS[str(request.param)]


@pytest.fixture(params=DRAWN)
def drawn(request: pytest.FixtureRequest) -> Problem:
    """Return a package whose cases are drawn by its strategies."""
    return PROBLEMS[str(request.param)]


def test_samples_and_edges_lie_inside_the_constraints(drawn: Problem) -> None:
    """No case is silent about its rule: what is outside the constraints is never asked."""
    strategies = drawn.strategies()
    inputs = [sample.arguments for sample in drawn.samples] + [*strategies.edges()]
    assert [fault for fault in map(strategies.validate, inputs) if fault] == []


def test_edges_are_all_different(drawn: Problem) -> None:
    """An edge case that is there twice only costs time."""
    count = Counter(json.dumps(edge) for edge in drawn.strategies().edges())
    assert [edge for edge, times in count.items() if times > 1] == []


def test_generated_inputs_lie_inside_the_constraints(drawn: Problem) -> None:
    """The live search never leaves the constraints either, and does not repeat itself much."""
    code = module_of(drawn, "strategies.py")
    seen: list[str] = []

    # Another process may hold the cores; how long an example takes is not what is tested.
    @settings(
        max_examples=60,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(code.generated())
    def look(arguments: dict[str, Any]) -> None:
        assert code.validate(arguments) is None
        seen.append(json.dumps(arguments))

    look()
    assert len(set(seen)) > len(seen) / 2


@pytest.mark.parametrize(
    "slug",
    [pytest.param(slug, marks=[pytest.mark.slow] if slug in LONG else []) for slug in DRAWN],
)
def test_scale_inputs_are_valid_the_same_each_time_and_small_on_disk(slug: str) -> None:
    """They come from a fixed seed, grow up to the largest size, and fit into 2 MiB when packed."""
    strategies = PROBLEMS[slug].strategies()
    packed, again = [], []
    for _, arguments in strategies.scales():
        assert strategies.validate(arguments) is None
        packed.append(PackedJson.packed(json.dumps(arguments).encode()))
    for _, arguments in strategies.scales():
        again.append(zlib.crc32(json.dumps(arguments).encode()))
    assert sum(len(text.stored) for text in packed) < 2 * MIB
    assert again == [zlib.crc32(text.read()) for text in packed]


def test_the_validator_refuses_what_is_incomplete(drawn: Problem) -> None:
    """Without one of its arguments, or with one too many, no input is valid."""
    strategies = drawn.strategies()
    whole = drawn.samples[0].arguments
    assert strategies.validate({**whole, "surplus": 1}) is not None
    for name in whole:
        rest = {other: value for other, value in whole.items() if other != name}
        assert strategies.validate(rest) is not None


@pytest.mark.parametrize("wrong", [None, True, 1.5, {}, [None], [[]], "\ud800", -(10**30), 10**30])
def test_the_validator_refuses_an_argument_of_another_kind(drawn: Problem, wrong: Any) -> None:
    """A value of a wrong type or size is refused with a reason, never by an exception."""
    strategies = drawn.strategies()
    whole = drawn.samples[0].arguments
    lists = {one.name for one in drawn.interface.parameters if one.shape is Shape.LINKED_LISTS}
    for name in whole:
        # One list without a node is of the right kind where lists of nodes are asked for.
        if not (name in lists and wrong == [[]]):
            assert isinstance(strategies.validate({**whole, name: wrong}), str)


def test_a_package_holds_samples_of_every_kind(problem: Problem) -> None:
    """As many of each as `judge verify` asks for."""
    assert samples_to_write(problem) == {}


def test_the_first_line_of_each_sample_says_what_it_shows(problem: Problem) -> None:
    """Whoever opens a sample solution reads first why it is there."""
    words = {
        Verdict.ACCEPTED: ("Reference: ", "Accepted: "),
        Verdict.WRONG_ANSWER: ("Wrong: ",),
        Verdict.TIME_LIMIT_EXCEEDED: ("Slow: ",),
        Verdict.MEMORY_LIMIT_EXCEEDED: ("Memory-hungry: ",),
        Verdict.RUN_TIME_ERROR: ("Crashes: ",),
        Verdict.DOES_NOT_LOAD: ("Does not load: ",),
    }
    begin = "-- " if problem.language.name == "sql" else '"""'
    silent = [
        solution.path.name
        for solution in problem.sample_solutions()
        if not _first_line(solution.path).startswith(
            tuple(begin + word for word in words[solution.verdict])
        )
    ]
    assert silent == []


def test_a_package_has_a_topic(problem: Problem) -> None:
    """`judge list` groups by it."""
    assert problem.topic is not None


def test_the_texts_are_complete(problem: Problem) -> None:
    """Statement, hints and editorial settle what a candidate may ask."""
    for heading in ("# ", "## Examples", "## Constraints", "## Follow-ups"):
        assert f"\n{heading}" in f"\n{problem.statement}"
    assert problem.interface.entry in problem.statement
    assert 3 <= len(problem.hints) <= 4
    for heading in ("## 1. ", "## 2. ", "## Pitfalls"):
        assert f"\n{heading}" in problem.editorial


def test_a_skeleton_keeps_the_same_promises(tmp_path: Path) -> None:
    """`judge new` shows an author the form, whatever is still to write."""
    write_skeleton(tmp_path, "first-one")
    made = load_package(tmp_path / "first-one", tmp_path / "first-one" / "solutions")
    test_samples_and_edges_lie_inside_the_constraints(made)
    test_the_validator_refuses_what_is_incomplete(made)
    test_the_first_line_of_each_sample_says_what_it_shows(made)
    test_a_package_has_a_topic(made)
    test_the_texts_are_complete(made)
    assert samples_to_write(made)["accepted"] == 4


def _first_line(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("\n", 1)[0]


def test_a_statement_says_of_yield_what_the_judge_does(problem: Problem) -> None:
    """A function that yields is no entry (CE); only a lazy object that is returned is WA."""
    rules = [line for line in problem.statement.splitlines() if "wrong answer" in line]
    assert not any("generator" in rule or "yield" in rule for rule in rules)
