"""What the terminal, the page and editors draw a failing case from, whatever its kind."""

from collections.abc import Callable

from judge.kinds import Calls, ShownCall, View, kind_of, plain_view
from judge.records import replace
from judge.reports.report import Failure, Played
from judge.values import Interface
from judge.verdict import Verdict


def view_of(
    case: Failure | Played, verdict: Verdict, interface: Interface | None, *, exact: bool
) -> View:
    """Return the arguments of a case with both answers, or its calls with the wrong ones marked.

    `interface` is None where the problem is not known here. `exact` is false where many answers
    are right: a result that differs from the expected one is no fault there.
    """
    if interface is None:
        return plain_view(case)
    view = kind_of(interface).view(interface, case)
    if not isinstance(view, Calls):
        return view
    blamed = _blamed(case, verdict, exact=exact)
    return replace(view, calls=tuple(replace(one, blamed=blamed(one)) for one in view.calls))


def _blamed(
    case: Failure | Played, verdict: Verdict, *, exact: bool
) -> Callable[[ShownCall], bool]:
    """Return what tells the calls to blame: the one that failed; without one, those that differ."""
    if verdict not in (Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR):
        return lambda _: False
    if case.call is not None or verdict is Verdict.RUN_TIME_ERROR:
        return lambda call: call.number == case.call
    return lambda call: exact and call.differs
