"""An answer that only looks right is told apart from the right one, in every problem."""

from collections.abc import Callable
from typing import Any

import pytest

from judge.execution import Outcome
from judge.judging import CaseResult, decide
from judge.kinds import CODE_POINTS
from judge.problems import Answer, Group, Problem
from judge.values import Linked, Shape
from judge.verdict import Verdict
from sandbox import Ending
from tests.packages import bundled

PROBLEMS = bundled()
#: What these kinds answer with is more than values: tests of their own look at that.
OTHERS = {"query", "tests", "threads"}
#: A text of its own choice is right here.
OWN_TEXTS = {"serialize-tree"}
SLUGS = [
    slug
    for slug, problem in PROBLEMS.items()
    if problem.kind.name not in OTHERS and problem.base is None and slug not in OWN_TEXTS
]
#: Its texts have no letter that looks like one of another alphabet.
NO_LETTERS = {"n-queens"}
CYRILLIC = str.maketrans(
    "aceopxyABCEHKMOPTX",
    "\u0430\u0441\u0435\u043e\u0440\u0445\u0443"
    "\u0410\u0412\u0421\u0415\u041d\u041a\u041c\u041e\u0420\u0422\u0425",
)
DISGUISES: dict[str, Callable[[str], str]] = {
    "letters of another alphabet": lambda text: text.translate(CYRILLIC),
    "a character without width": lambda text: f"{text[:1]}\u200b{text[1:]}",
}


def disguised(value: Any, disguise: Callable[[str], str]) -> Any:
    """Return an answer with all its texts disguised."""
    if isinstance(value, str):
        return disguise(value)
    if isinstance(value, list | tuple):
        return type(value)(disguised(one, disguise) for one in value)
    return value


def as_text(value: Any) -> Any:
    """Return an answer with a text in place of each number and truth value."""
    if isinstance(value, list):
        return [as_text(one) for one in value]
    return str(value) if isinstance(value, int) else value


def judged(problem: Problem, index: int, change: Callable[[Any], Any]) -> CaseResult | None:
    """Judge a changed answer to a sample; None if there is nothing to change in it."""
    sample = problem.samples[index]
    right = sample.expected
    if problem.interface.returns == "list[tuple[str, int]]":
        right = [tuple(one) for one in right]
    changed = change(right)
    if changed == right:
        return None
    if problem.interface.returns_shape is Shape.LINKED_LIST:
        changed = Linked(changed)
    sent = problem.encode(sample.arguments)
    case = problem.case(Group.SAMPLE, index, sent, Answer(sample.expected))
    outcome = Outcome(Ending.REPLY, "read", returned=True, value=changed)
    return decide(problem, case, outcome)


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("slug", SLUGS)
def test_texts_that_look_alike_are_told_by_their_code_points(slug: str, disguise: str) -> None:
    """Whichever checker the problem has; a text of the answer or of one call."""
    problem = PROBLEMS[slug]
    interface = problem.interface
    returned = [interface.returns, *(method.returns for method in interface.methods)]
    found = [
        judged(problem, index, lambda value: disguised(value, DISGUISES[disguise]))
        for index in range(len(problem.samples))
    ]
    results = [result for result in found if result is not None]
    assert results or "str" not in "".join(returned) or slug in NO_LETTERS
    for result in results:
        assert result.verdict is Verdict.WRONG_ANSWER
        assert CODE_POINTS in result.message
        expected, _, got = result.message.rpartition(CODE_POINTS)[2].partition(", got ")
        assert got
        assert expected.removeprefix(": expected ") != got.rstrip(")")
        assert got.isascii()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_number_as_text_is_told_by_its_type(slug: str) -> None:
    """7 and "7" look alike to whoever prints them."""
    problem = PROBLEMS[slug]
    found = [judged(problem, index, as_text) for index in range(len(problem.samples))]
    for result in [result for result in found if result is not None]:
        assert result.verdict is Verdict.WRONG_ANSWER
        assert any(words in result.message for words in ("the string ", "(str)", "a str where"))
