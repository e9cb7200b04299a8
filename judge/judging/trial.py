"""One submission under judgement, and how a case of it is played and judged."""

from dataclasses import dataclass, replace
from typing import Self

from judge.execution import Outcome, Player, Sandboxes
from judge.judging.decision import CaseResult, decide
from judge.languages import Language, language_of
from judge.problems import Case, Problem
from judge.settings import Settings
from judge.submission import Submission
from sandbox import Limit, Sandbox


@dataclass(frozen=True, slots=True)
class Trial:
    """One submission under judgement: what is needed to play it, or the reference, afresh.

    `sandbox` is what its programs are taken from: as a rule that of its language.
    """

    problem: Problem
    submission: Submission
    sandbox: Sandbox
    settings: Settings
    sandboxes: Sandboxes

    @classmethod
    def of(
        cls, problem: Problem, submission: Submission, settings: Settings, sandboxes: Sandboxes
    ) -> Self:
        """Return the trial of a submission in the sandbox of its language."""
        sandbox = sandboxes.of(language_of(submission.language))
        return cls(problem, submission, sandbox, settings, sandboxes)

    @property
    def compares_with_reference(self) -> bool:
        """Whether time and memory are compared: with a reference in the same language."""
        return self.language == self.problem.language

    @property
    def language(self) -> Language:
        """The language of the submission."""
        return language_of(self.submission.language)

    def player(self, core: int | None = None) -> Player:
        """Return a player of the submission; with `core` its programs run on that core alone."""
        return Player(self.sandbox, self.problem.header, self.submission, core)

    def player_of(self, submission: Submission) -> Player:
        """Return a player of another source for the same problem, in a program of its own."""
        sandbox = self.sandboxes.of(language_of(submission.language))
        return Player(sandbox, self.problem.header, submission)

    def reference(self, core: int | None = None) -> Player:
        """Return a player of the reference, beside the submission where both have one language."""
        sandbox = self.sandbox if self.compares_with_reference else self.sandboxes.main
        return Player(sandbox, self.problem.header, self.problem.reference, core)

    def judged(self, player: Player, case: Case, limit: Limit) -> CaseResult:
        """Play one case and judge it."""
        kind = self.problem.kind
        if kind.play is None:
            budget = kind.budget(self.problem.interface, case)
            outcome = player.play(case.arguments_json, limit, budget)
        else:
            outcome = kind.play(self, player, case, limit)
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
