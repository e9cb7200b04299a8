"""What every command works with: the environment's settings, the problems, and the judge."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import judge as library
from judge import practice, problems, service, settings
from judge.errors import UsageError
from judge.records import dataclass

if TYPE_CHECKING:
    from judge.execution import Sandboxes
    from judge.measurement import BenchSteps
    from judge.practice import History
    from judge.problems import Catalog, Problem
    from judge.reports import Judging, Played
    from judge.settings import Settings
    from judge.submission import Submission


class Judge(Protocol):
    """What commands ask of a judge: the package `judge` itself, or `judge.testing.FakeJudge`."""

    def judge(
        self,
        submission: "Submission",
        problem: "Problem",
        settings: "Settings",
        sandboxes: "Sandboxes | None" = None,
        /,
    ) -> "Judging":
        """Judge a submission on every case."""

    def run(
        self,
        submission: "Submission",
        problem: "Problem",
        settings: "Settings",
        arguments: dict[str, Any] | None = None,
        /,
    ) -> "Iterator[Played]":
        """Play the samples, or one input."""

    def bench(
        self, submission: "Submission", problem: "Problem", settings: "Settings", /
    ) -> "BenchSteps":
        """Measure how time and memory grow."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What commands work with; nothing is read before it is asked for.

    `packages` are the problems to choose from, by default those that the judge comes with.
    """

    judge: Judge = library
    packages: "Catalog | None" = None
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    #: At most one, opened when it is first needed, which tells at most once what is wrong with it.
    histories: "list[History]" = field(default_factory=list, compare=False, repr=False)

    def settings(self, *, keeps_state: bool = False) -> "Settings":
        """Return the settings of the environment, and make the folders that it names.

        That of the token and the store is made for what `keeps_state`. Raises `UsageError`.
        """
        for name in ("JUDGE_CACHE_DIR", "JUDGE_STATE_DIR")[: 1 + keeps_state]:
            settings.ready_folder(self.environment, name)
        return settings.Settings.from_environment(self.environment)

    def data_dir(self) -> Path:
        """Return the folder of what this user has practised; it may not be there yet."""
        folder: Path = settings.DATA_DIR.read(self.environment)
        return folder

    def met_dir(self) -> Path | None:
        """Return the folder of the inputs met before; None where no history is kept."""
        return self.data_dir() / settings.MET_FOLDER if self.keeps_history() else None

    def keeps_history(self) -> bool:
        """Whether what this user does is recorded."""
        return settings.keeps_history(self.environment)

    def may_have_round(self) -> bool:
        """Whether a round may go on: asked before a verdict, so it loads next to nothing."""
        return self.keeps_history() and practice.may_have_round(self.data_dir())

    def catalog(self) -> "Catalog":
        """Return the problems to choose from."""
        return self.packages or problems.catalog_of(self.settings())

    def problem(self, slug: str) -> "Problem":
        """Return one problem. Raises `UsageError` with the nearest names, or `ProblemError`."""
        return self.catalog().get(slug)

    def token(self, *, loopback: bool) -> str:
        """Return the bearer token: JUDGE_TOKEN's, or the local server's for its own machine."""
        given = self.environment.get("JUDGE_TOKEN")
        if given:
            return _sendable(given, "JUDGE_TOKEN")
        if not loopback:
            raise UsageError("another machine's server wants its own token: set JUDGE_TOKEN")
        path = service.token_path(self.settings())
        try:
            text = path.read_text("ascii").strip()
        except (OSError, ValueError):
            raise UsageError(
                f"there is no token in {path}: start `judge serve` once, or set JUDGE_TOKEN"
            ) from None
        return _sendable(text, str(path))


def _sendable(token: str, place: str) -> str:
    """Return a token that a header can carry. Raises `UsageError`, which does not repeat it."""
    if not token or not all("!" <= letter <= "~" for letter in token):
        raise UsageError(
            f"{place} holds no token: it must be one word of plain ASCII, as `judge token new` "
            "prints it"
        )
    return token
