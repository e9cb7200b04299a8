"""Play the submission and the reference on the same inputs and compare their answers."""

from collections.abc import Callable
from typing import Any, Self

from judge.execution import reference_answer
from judge.judging.costs import Costs
from judge.judging.decision import CaseResult
from judge.judging.limits import ANSWERS_BYTES, Budget, case_limit
from judge.judging.trial import Trial
from judge.problems import Case, Group
from judge.reduction import Spent
from judge.verdict import SHRUNK, Verdict


class CostlyInput(BaseException):
    """Raised to end the search at an input that exceeds a limit: it is shown as it is."""


class Comparison:
    """Plays a submission and the reference on the same inputs, within an optional budget."""

    def __init__(self, trial: Trial, budget: Budget | None = None) -> None:
        self._trial = trial
        self._budget = budget
        self._player = trial.player()
        self._reference = trial.reference()
        self._wrong_bytes = 0
        #: The cases that passed, in order; `failed` is the first that did not.
        self.history: list[Case] = []
        self.costs = Costs()
        self.failed: tuple[Case, CaseResult] | None = None

    def play(self, arguments: dict[str, Any]) -> tuple[Case, CaseResult]:
        """Play one input with both programs; the case holds the reference's answer."""
        problem = self._trial.problem
        sent = problem.encode(arguments)
        answer = reference_answer(problem, self._reference, sent)
        case = problem.case(Group.LIVE, len(self.history), sent, answer)
        player = self._player
        result = self._trial.judge(player, case, case_limit(problem, answer.cpu_seconds))
        self.costs.add(case, result.outcome)
        if self._budget is not None:
            result = self._budget.enforce(result, player.cpu_seconds, player.wall_seconds)
        return case, result

    def fails(
        self, verdicts: tuple[Verdict, ...], *, searching: bool
    ) -> Callable[[dict[str, Any]], bool]:
        """Return a predicate for a search or a reduction; it records the inputs that passed.

        In a search an input that exceeds a limit raises `CostlyInput`: it is a failure, but will
        not be reduced. A reduction skips it, and raises `Spent` once the wrong answers have become
        too long.
        """

        def predicate(arguments: dict[str, Any]) -> bool:
            if self._wrong_bytes > ANSWERS_BYTES:
                raise Spent
            case, result = self.play(arguments)
            if result.passed:
                self.history.append(case)
                return False
            self._wrong_bytes += result.outcome.answer_bytes
            self.failed = self.failed or (case, result)
            if result.verdict not in SHRUNK and searching:
                raise CostlyInput(case, result)
            return result.verdict in verdicts

        return predicate

    @property
    def peak_bytes(self) -> int | None:
        """The submission's peak memory in this comparison; set once it is closed."""
        return self._player.peak_bytes

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._player.close()
        self._reference.close()
