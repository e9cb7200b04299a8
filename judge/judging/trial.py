"""A submission being judged: players for it, and judging of one case."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, Self

from judge.execution import Outcome, Player, Sandboxes
from judge.judging.decision import CaseResult, decide
from judge.judging.printed_answer import tell_printed_answer
from judge.kinds import Rules
from judge.languages import Language, language_of
from judge.problems import Case, Problem
from judge.records import dataclass, replace
from judge.settings import Settings
from judge.submission import Submission
from judge.values import IsRight
from judge.verdict import Verdict
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
    #: How many cases each program had played whose memory was full of what earlier ones had left.
    filled: list[int] = field(default_factory=list)

    @classmethod
    def of(
        cls, problem: Problem, submission: Submission, settings: Settings, sandboxes: Sandboxes
    ) -> Self:
        """Return the trial of a submission in the sandbox of its language."""
        submission = problem.in_language(submission)
        sandbox = sandboxes.of(language_of(submission.language))
        return cls(problem, submission, sandbox, settings, sandboxes)

    @property
    def compares_with_reference(self) -> bool:
        """Whether time and memory can be compared: the reference is in the same language."""
        return self.language == self.problem.language

    @property
    def plays_volleys(self) -> bool:
        """Whether small cases may be sent many at a time, since they differ in nothing else."""
        return self.problem.kind.plain and self.language.plays_volleys

    @property
    def language(self) -> Language:
        """The language of the submission."""
        return language_of(self.problem.in_language(self.submission).language)

    def player(
        self, core: int | None = None, seed: int = 0, recursion: int | None = None
    ) -> Player:
        """Return a player of the submission; with `core`, its programs run on that core only.

        `seed` is that of their `random`, `recursion` how deep they may recurse, whatever limit
        they set.
        """
        return Player(self.sandbox, self.problem.header, self.submission, core, seed, recursion)

    def player_of(self, submission: Submission) -> Player:
        """Return a player of another source for the same problem, in its own program."""
        submission = self.problem.in_language(submission)
        sandbox = self.sandboxes.of(language_of(submission.language))
        return Player(sandbox, self.problem.header, submission)

    def beside(self, source: Submission, header: Mapping[str, Any]) -> Player:
        """Return a player of a source of the package in a sandbox where no submission runs.

        `header` describes to it what it is, in place of the problem's own.
        """
        sandbox = self.sandboxes.beside(language_of(source.language))
        return Player(sandbox, header, source)

    def reference(self, core: int | None = None) -> Player:
        """Return a player of the reference, in the sandbox of the submission if it can be."""
        sandbox = self.sandbox if self.compares_with_reference else self.sandboxes.main
        return Player(sandbox, self.problem.header, self.problem.reference, core)

    def right_replies(self, cases: Sequence[Case]) -> list[Sequence[IsRight]]:
        """Return what knows the right replies to cases: by their bytes alone, these pass."""
        problem = self.problem
        # An author's checker is asked about each answer.
        if problem.checker == "custom" or not problem.kind.plain:
            return [()] * len(cases)
        replies = problem.kind.right_replies(problem.interface)
        return [replies(case.expected_json, case.arguments_json) for case in cases]

    def judge(
        self, player: Player, case: Case, limit: Limit, rules: Rules | None = None
    ) -> CaseResult:
        """Play one case and judge it, by `rules` in place of the package's if they are given.

        If memory ran out in a program that had played others, the case is played alone in a fresh
        one, where `player` goes on: a submission may keep what it likes from call to call.
        """
        result = self._judge(player, case, limit, rules)
        if not result.passed and self._is_filled(player, result):
            earlier = player.earlier
            player.close()
            result = self._judge(player, case, limit, rules)
            if result.verdict is not Verdict.MEMORY_LIMIT_EXCEEDED:
                self.filled.append(earlier)
        if result.passed:
            return result
        result = replace(result, outcome=player.with_prints(result.outcome))
        return tell_printed_answer(case, result)

    def decide(self, case: Case, outcome: Outcome, rules: Rules) -> CaseResult:
        """Judge what was seen of a case whose prints have been taken."""
        return tell_printed_answer(case, decide(self.problem, case, outcome, rules))

    def _judge(self, player: Player, case: Case, limit: Limit, rules: Rules | None) -> CaseResult:
        kind = self.problem.kind
        if kind.play is None:
            # To play it and to check it, a long case need not be unpacked twice.
            case = case.unpacked()
            budget = kind.budget(self.problem.interface, case)
            [right] = self.right_replies([case]) if rules is None else [()]
            outcome = player.play(case.arguments_json, limit, budget, right=right)
        else:
            outcome = kind.play(self, player, case, limit)
        return decide(self.problem, case, outcome, rules)

    def _is_filled(self, player: Player, result: CaseResult) -> bool:
        """Whether memory ran out that earlier cases may have filled."""
        if player.earlier <= 0:
            return False
        if result.verdict is Verdict.MEMORY_LIMIT_EXCEEDED:
            return True
        # Without a cgroup, RLIMIT_DATA refuses many small allocations. That the program says so is
        # believed only where it had memory in use.
        return result.outcome.memory_error and player.in_use_bytes > self.problem.memory_bytes // 2

    def judge_alone(self, case: Case, limit: Limit, *, seed: int = 0) -> CaseResult:
        """Play one case in a fresh session and judge it."""
        with self.player(seed=seed) as player:
            return self.judge(player, case, limit)
