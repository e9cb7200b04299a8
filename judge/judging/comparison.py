"""Play the submission and the reference on the same inputs and compare their answers."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count, zip_longest
from typing import Any, Self

from judge.execution import answer_of, reference_answer
from judge.judging.costs import Costs
from judge.judging.decision import CaseResult, decide
from judge.judging.limits import ANSWERS_BYTES, Budget, case_limit
from judge.judging.trial import Trial
from judge.judging.volley import MOST_CASES, passing, volley_limit
from judge.problems import Case, Group
from judge.reduction import Spent
from judge.verdict import SHRUNK, Verdict

#: An input, and what is sent of it.
_Sent = tuple[dict[str, Any], bytes]


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
        self.broken: tuple[Case, CaseResult] | None = None
        self._foresees = trial.plays_volleys
        #: By what is sent: inputs that the reference has answered, and which of them pass.
        self._foreseen: dict[bytes, tuple[Case, CaseResult | None]] = {}

    def play(self, arguments: dict[str, Any]) -> tuple[Case, CaseResult]:
        """Play one input with both programs; the case holds the reference's answer."""
        problem, player = self._trial.problem, self._player
        sent = problem.encode(arguments)
        case, result = self._foreseen.pop(sent, (None, None))
        if case is None:
            answer = reference_answer(problem, self._reference, sent)
            case = problem.case(Group.LIVE, len(self.history), sent, answer)
        if result is None:
            limit = case_limit(problem, case.reference_cpu_seconds)
            result = self._trial.judge(player, case, limit)
        self.costs.add(case, result.outcome)
        if self._budget is not None:
            result = self._budget.enforce(result, player.cpu_seconds, player.wall_seconds)
        return case, result

    def all_pass(self, inputs: Sequence[dict[str, Any]]) -> bool:
        """Whether inputs pass that are played many at a time; only yes is an answer.

        After no, both programs have started over: play the inputs one by one to know what fails.
        `broken` is then a case that has failed for good, and its result: because a rule was broken
        in its volley, or because it is too large for one.
        """
        if self._trial.plays_volleys and all(map(self._passes, self._volleys(inputs))):
            return True
        self._player.start_over()
        self._reference.start_over()
        self.history, self.costs = [], Costs()
        return False

    def _volleys(self, inputs: Sequence[dict[str, Any]]) -> Iterator[list[_Sent]]:
        """Yield inputs in order, many at a time; one that is not small comes alone."""
        volley: list[_Sent] = []
        for arguments in inputs:
            sent = self._trial.problem.encode(arguments)
            small = self._player.is_small(sent)
            if volley and (len(volley) == MOST_CASES or not small):
                yield volley
                volley = []
            if small:
                volley.append((arguments, sent))
            else:
                yield [(arguments, sent)]
        if volley:
            yield volley

    def foresee(self, inputs: Sequence[dict[str, Any]]) -> None:
        """Play inputs many at a time that may be asked about next; those before are forgotten.

        Only that one passes is believed. A program that ends meanwhile is not asked for more.
        """
        self._foreseen = {}
        encode, player = self._trial.problem.encode, self._player
        sent = [one for one in map(encode, inputs) if player.is_small(one)][:MOST_CASES]
        if len(sent) < 2 or not self._foresees:
            return
        cases = self._answered(sent)
        if not cases:
            return
        right = self._trial.right_replies(cases)
        volley = player.play_volley(sent[: len(cases)], volley_limit(self._trial.problem), right)
        results = list(passing(self._trial, cases, volley))
        self._foreseen = {
            case.arguments_json: (case, result) for case, result in zip_longest(cases, results)
        }
        self._foresees = not volley.ended
        self._wrong_bytes += sum(one.answer_bytes for one in volley.outcomes[len(results) :])

    def _answered(self, sent: Sequence[bytes]) -> list[Case]:
        """Return the cases of a volley, in order, up to the first that has no answer."""
        problem, first = self._trial.problem, len(self.history)
        outcomes = self._reference.play_volley(sent, volley_limit(problem)).outcomes
        return [
            problem.case(Group.LIVE, number, arguments, answer_of(problem, arguments, outcome))
            for number, arguments, outcome in zip(count(first), sent, outcomes, strict=False)
        ]

    def _passes(self, inputs: Sequence[_Sent]) -> bool:
        """Play one volley with both programs, and record its cases if all pass."""
        problem, player = self._trial.problem, self._player
        if len(inputs) == 1:
            case, result = self.play(inputs[0][0])
            if result.passed:
                self.history.append(case)
            else:
                self.broken = case, result
            return result.passed
        sent = [encoded for _, encoded in inputs]
        cases = self._answered(sent)
        if len(cases) < len(sent):
            return False
        volley = player.play_volley(sent, volley_limit(problem), self._trial.right_replies(cases))
        results = list(passing(self._trial, cases, volley))
        if volley.broken is not None:
            self.broken = cases[-1], decide(problem, cases[-1], volley.broken)
        if len(results) < len(cases):
            return False
        for case, result in zip(cases, results, strict=True):
            self.costs.add(case, result.outcome)
        self.history += cases
        spent = player.cpu_seconds, player.wall_seconds
        return self._budget is None or self._budget.enforce(results[-1], *spent).passed

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
        self._player.kill()
        self._reference.kill()
        self._player.close()
        self._reference.close()
