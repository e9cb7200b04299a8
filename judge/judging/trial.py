"""What is looked at twice before it is believed: limits, refused memory, state between calls."""

from dataclasses import dataclass, replace

from judge.execution import Outcome, Player, Sandboxes
from judge.judging.decision import CaseResult, decide
from judge.problems import Case, Problem
from judge.settings import Settings
from judge.submission import Submission
from sandbox import Limit, Sandbox


@dataclass(frozen=True, slots=True)
class Trial:
    """One submission under judgement: what is needed to play it, or the reference, afresh.

    `sandbox` is what its programs are taken from: as a rule the main one of `sandboxes`.
    """

    problem: Problem
    submission: Submission
    sandbox: Sandbox
    settings: Settings
    sandboxes: Sandboxes

    def player(self) -> Player:
        return Player(self.sandbox, self.problem.header, self.submission)

    def reference(self) -> Player:
        return Player(self.sandbox, self.problem.header, self.problem.reference)

    def judged(self, player: Player, case: Case, limit: Limit) -> CaseResult:
        """Play one case and judge it."""
        outcome = player.play(case.arguments_json, limit)
        judged = decide(self.problem, case, outcome)
        if judged.passed:
            return judged
        return replace(judged, outcome=_with_prints(player, judged))

    def alone(self, case: Case, limit: Limit) -> CaseResult:
        """Play one case in a session of its own."""
        with self.player() as player:
            return self.judged(player, case, limit)


def _with_prints(player: Player, judged: CaseResult) -> Outcome:
    printed = judged.outcome.printed + player.take_printed()
    return replace(judged.outcome, printed=printed)
