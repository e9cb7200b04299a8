"""What is drawn of a case: front-ends ask for the kind of a problem nowhere."""

from typing import Any

import pytest

from judge.kinds.views import Argument, Calls, Values
from judge.reports.views import view_of
from judge.values.equality import MISSING
from judge.values.interface import Interface, Shape
from judge.verdict import Verdict
from tests.judge.cli.reports import LCA, LIMITER, TREE, failure

CALLS = {"calls": ["RateLimiter", "allow", "allow"], "arguments": [[1, 9], ["a", 0], ["a", 1]]}
WRONG = Verdict.WRONG_ANSWER


def calls(
    verdict: Verdict, *, exact: bool = True, call: int | None = None, actual: Any = None
) -> Calls:
    """Return what is drawn of a case of calls whose results differ in call 2."""
    results = [None, True, True] if actual is None else actual
    case = failure(arguments=CALLS, expected=[None, True, False], actual=results, call=call)
    view = view_of(case, verdict, LIMITER, exact=exact)
    assert isinstance(view, Calls)
    return view


def blamed(view: Calls) -> list[int]:
    return [call.number for call in view.calls if call.blamed]


def test_arguments_come_with_what_it_takes_to_draw_them() -> None:
    """In the order of the parameters: the tree with the nodes that other arguments name."""
    view = view_of(failure(arguments=dict(reversed(TREE.items()))), WRONG, LCA, exact=True)
    tree = Argument("root", TREE["root"], Shape.TREE, nodes={"p": 5, "q": 8})
    nodes = [Argument(name, value, Shape.NODE) for name, value in (("p", 5), ("q", 8))]
    assert view == Values((tree, *nodes), 3, 5)


def test_what_is_cut_is_not_drawn_by_its_shape() -> None:
    """It is a text, and only the report's own word says so."""
    case = failure(arguments={"root": "[1, 2", "p": "[1, 2"}, cut=["arguments.root"])
    view = view_of(case, WRONG, LCA, exact=True)
    assert isinstance(view, Values)
    assert [(one.shape, one.cut) for one in view.arguments] == [
        (Shape.JSON, True),
        (Shape.NODE, False),
    ]


@pytest.mark.parametrize("interface", [None, LCA, LIMITER])
@pytest.mark.parametrize("arguments", [7, None, [1], {"calls": 3}, {"calls": [], "arguments": [1]}])
def test_a_report_of_another_server_may_hold_anything(
    interface: Interface | None, arguments: Any
) -> None:
    """There is something to draw of whatever came."""
    view = view_of(failure(arguments=arguments), WRONG, interface, exact=True)
    assert isinstance(view, Values)


def test_a_problem_that_is_not_known_here_is_drawn_by_its_values() -> None:
    """By name, in the report's order."""
    view = view_of(failure(cut=["arguments.p"]), WRONG, None, exact=True)
    assert isinstance(view, Values)
    assert [(one.name, one.shape, one.cut) for one in view.arguments] == [
        ("root", Shape.JSON, False),
        ("p", Shape.JSON, True),
        ("q", Shape.JSON, False),
    ]


def test_each_call_has_both_results_but_the_constructor() -> None:
    """That returns nothing."""
    first, second, third = calls(WRONG).calls
    assert (first.name, first.arguments, first.expected) == ("RateLimiter", (1, 9), MISSING)
    assert (second.expected, second.actual, second.differs) == (True, True, False)
    assert (third.expected, third.actual, third.differs) == (False, True, True)


def test_the_call_that_failed_is_to_blame() -> None:
    """The report names it; where it does not, each call that differs, if one answer is right."""
    assert blamed(calls(WRONG, call=1)) == [1]
    assert blamed(calls(WRONG)) == [2]
    assert blamed(calls(WRONG, exact=False)) == []
    assert blamed(calls(WRONG, exact=False, call=2)) == [2]
    assert blamed(calls(Verdict.RUN_TIME_ERROR, call=1)) == [1]
    assert blamed(calls(Verdict.RUN_TIME_ERROR)) == []


def test_a_true_in_place_of_1_is_to_blame() -> None:
    """The type counts, as it does for the checker."""
    assert blamed(calls(WRONG, actual=[None, 1, False])) == [1]


@pytest.mark.parametrize("verdict", [Verdict.ACCEPTED, Verdict.TIME_LIMIT_EXCEEDED])
def test_no_call_is_to_blame_for_what_is_not_wrong(verdict: Verdict) -> None:
    """What a silent call returns is no fault."""
    assert blamed(calls(verdict, call=1)) == []
