"""Submission and reference, side by side on inputs of our choice."""

from collections.abc import Callable
from typing import Any, Self

from judge.execution import reference_answer
from judge.judging.decision import CaseResult
from judge.judging.limits import ANSWERS_BYTES, Budget, case_limit
from judge.judging.trial import Trial
from judge.problems import Case, Group
from judge.reduction import Spent
from judge.verdict import SHRUNK, Verdict


class CostlyInput(BaseException):
    """Leaves the search at an input that passed a limit: such a case is shown as it is."""


class Comparison:
    """Submission against reference on inputs of our choice, all within a budget if there is one."""

    def __init__(self, trial: Trial, budget: Budget | None = None) -> None:
        self._trial = trial
        self._budget = budget
        self._player = trial.player()
        self._reference = trial.reference()
        self._wrong_bytes = 0
        #: What passed, in order, and the first that did not.
        self.history: list[Case] = []
        self.failed: tuple[Case, CaseResult] | None = None

    def play(self, arguments: dict[str, Any]) -> tuple[Case, CaseResult]:
        """Play one input on both sides; the case carries the reference's answer."""
        problem = self._trial.problem
        sent = problem.encode(arguments)
        answer = reference_answer(problem, self._reference, sent)
        case = problem.case(Group.LIVE, len(self.history), sent, answer)
        player = self._player
        judged = self._trial.judged(player, case, case_limit(problem, answer.cpu_seconds))
        if self._budget is not None:
            judged = self._budget.held(judged, player.cpu_seconds, player.wall_seconds)
        return case, judged

    def fails(
        self, verdicts: tuple[Verdict, ...], *, searching: bool
    ) -> Callable[[dict[str, Any]], bool]:
        """Return the predicate of a search or a reduction; it remembers the inputs that passed.

        An input that passes a limit ends a search: it is a failure, and none to be made smaller.
        A reduction leaves it aside, and ends when wrong answers have been too long.
        """

        def predicate(arguments: dict[str, Any]) -> bool:
            if self._wrong_bytes > ANSWERS_BYTES:
                raise Spent
            case, judged = self.play(arguments)
            if judged.passed:
                self.history.append(case)
                return False
            self._wrong_bytes += judged.outcome.answer_bytes
            self.failed = self.failed or (case, judged)
            if judged.verdict not in SHRUNK and searching:
                raise CostlyInput(case, judged)
            return judged.verdict in verdicts

        return predicate

    @property
    def peak_bytes(self) -> int | None:
        """The submission's peak in this comparison, once that is over."""
        return self._player.peak_bytes

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._player.close()
        self._reference.close()
