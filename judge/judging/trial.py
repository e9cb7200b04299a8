"""A submission being judged: players for it, and judging of one case."""

from dataclasses import dataclass, replace
from typing import Self

from judge.execution import Player, Sandboxes
from judge.judging.decision import CaseResult, decide
from judge.judging.printed_answer import tell_printed_answer
from judge.languages import Language, language_of
from judge.problems import Case, Problem
from judge.settings import Settings
from judge.submission import Submission
from sandbox import Limit, Sandbox


@dataclass(frozen=True, slots=True)
class Trial:
    """A submission being judged, with all that is needed to play it or the reference.

    Its programs come from `sandbox`, usually that of its language.
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
        """Whether time and memory can be compared: the reference is in the same language."""
        return self.language == self.problem.language

    @property
    def language(self) -> Language:
        """The language of the submission."""
        return language_of(self.submission.language)

    def player(self, core: int | None = None, seed: int = 0) -> Player:
        """Return a player of the submission; with `core`, its programs run on that core only.

        `seed` is that of their `random`.
        """
        return Player(self.sandbox, self.problem.header, self.submission, core, seed)

    def player_of(self, submission: Submission) -> Player:
        """Return a player of another source for the same problem, in its own program."""
        sandbox = self.sandboxes.of(language_of(submission.language))
        return Player(sandbox, self.problem.header, submission)

    def reference(self, core: int | None = None) -> Player:
        """Return a player of the reference, in the sandbox of the submission if it can be."""
        sandbox = self.sandbox if self.compares_with_reference else self.sandboxes.main
        return Player(sandbox, self.problem.header, self.problem.reference, core)

    def judge(self, player: Player, case: Case, limit: Limit) -> CaseResult:
        """Play one case and judge it."""
        kind = self.problem.kind
        if kind.play is None:
            budget = kind.budget(self.problem.interface, case)
            outcome = player.play(case.arguments_json, limit, budget)
        else:
            outcome = kind.play(self, player, case, limit)
        result = decide(self.problem, case, outcome)
        if result.passed:
            return result
        result = replace(result, outcome=player.with_prints(result.outcome))
        return tell_printed_answer(case, result)

    def judge_alone(self, case: Case, limit: Limit, *, seed: int = 0) -> CaseResult:
        """Play one case in a fresh session and judge it."""
        with self.player(seed=seed) as player:
            return self.judge(player, case, limit)
