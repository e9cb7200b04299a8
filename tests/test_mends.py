"""The packages that give a program to be mended: two bugs, of one line each, and both are rare."""

import copy
from collections import deque
from collections.abc import Callable
from typing import Any

import pytest

from judge.languages.python.changes import count_changes
from judge.problems.problem import Problem
from judge.verdict import Verdict
from tests.packages import bundled

PROBLEMS = {slug: problem for slug, problem in bundled().items() if problem.base is not None}
#: The samples in which one of the two bugs is left, and how many of 4,000 inputs show it.
HALVES = {
    "debug-kth-largest": {"only_the_pivot": 22, "only_the_side": 42},
    "debug-lca": {"only_the_zero": 39, "only_the_stride": 124},
    "debug-letter-combinations": {"only_the_one_key": 38, "only_the_halves": 59},
    "debug-longest-unique-substring": {"only_the_space": 105, "only_the_dict": 44},
}
INPUTS, DRAWN = 4_000, 500


class TreeNode:
    """A node of a tree, as programs get it."""

    def __init__(self, val: int) -> None:
        self.val = val
        self.left: TreeNode | None = None
        self.right: TreeNode | None = None


def sample(problem: Problem, name: str) -> str:
    [path] = [one.path for one in problem.sample_solutions() if one.path.stem == name]
    return path.read_text("utf-8")


def changed(problem: Problem, text: str) -> int:
    _, [count] = count_changes(problem.starter, problem.interface.names, [text])
    assert isinstance(count, int)
    return count


@pytest.mark.parametrize("slug", PROBLEMS)
def test_two_lines_mend_it_and_each_half_is_one(slug: str) -> None:
    """The given program is among the samples, as are both halves of the mend."""
    problem = PROBLEMS[slug]
    accepted = [s for s in problem.sample_solutions() if s.verdict is Verdict.ACCEPTED]
    counts = {s.path.stem: changed(problem, s.path.read_text("utf-8")) for s in accepted}
    assert counts["smallest_mend"] == min(counts.values()) == 2
    assert counts["mended_and_renamed"] in range(4, 7)
    lines, _ = count_changes(problem.starter, problem.interface.names, [])
    assert 2 * counts["rewritten"] > lines
    assert changed(problem, sample(problem, "as_given")) == 0
    for half in HALVES[slug]:
        text = sample(problem, half)
        assert changed(problem, text) == 1
        _, [left] = count_changes(text, problem.interface.names, [sample(problem, "smallest_mend")])
        assert left == 1


@pytest.mark.parametrize("slug", PROBLEMS)
def test_the_given_program_passes_the_samples(slug: str) -> None:
    """And so does each half of the mend: the samples give nothing away."""
    problem = PROBLEMS[slug]
    for text in (problem.starter, *(sample(problem, half) for half in HALVES[slug])):
        program = loaded(problem, text)
        for one in problem.samples:
            assert program(one.arguments) == in_order(one.expected)


@pytest.mark.slow
@pytest.mark.parametrize("slug", PROBLEMS)
def test_each_bug_fails_on_few_inputs_and_on_some(slug: str) -> None:
    """Fewer than one in twenty of those that the base draws: see benchmarks/STRENGTH.md."""
    problem = PROBLEMS[slug]
    right = loaded(problem, sample(problem, "smallest_mend"))
    inputs: list[dict[str, Any]] = []
    for seed in range(1, 20):
        inputs += problem.strategies().draw(count=DRAWN, seed=seed)
    inputs = inputs[:INPUTS]
    assert len(inputs) == INPUTS
    for half in HALVES[slug]:
        program = loaded(problem, sample(problem, half))
        failed = sum(program(given) != right(given) for given in inputs)
        assert 0 < failed < INPUTS / 20, half


def loaded(problem: Problem, text: str) -> Callable[[dict[str, Any]], Any]:
    """Return a function of an input that calls a program of the package's own."""
    module: dict[str, Any] = {}
    exec(text, module)  # noqa: S102 - a sample of our own

    def call(given: dict[str, Any]) -> Any:
        arguments = copy.deepcopy(given)
        if "root" in arguments:
            nodes = tree(arguments["root"])
            arguments = {name: nodes[value] for name, value in arguments.items() if name != "root"}
            arguments = {"root": nodes[given["root"][0]], **arguments}
        try:
            answer = module[problem.interface.entry](**arguments)
        except (LookupError, TypeError) as error:
            return type(error)
        return in_order(answer.val if isinstance(answer, TreeNode) else answer)

    return call


def in_order(answer: Any) -> Any:
    return sorted(answer) if isinstance(answer, list) else answer


def tree(level_order: list[int | None]) -> dict[int, TreeNode]:
    """Return the nodes of a tree by their values."""
    values = iter(level_order)
    first = next(values)
    assert first is not None
    nodes = {first: TreeNode(first)}
    waiting = deque(nodes.values())
    while waiting:
        node = waiting.popleft()
        for side in ("left", "right"):
            value = next(values, None)
            if value is not None:
                nodes[value] = TreeNode(value)
                setattr(node, side, nodes[value])
                waiting.append(nodes[value])
    return nodes
