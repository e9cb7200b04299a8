"""What the commands need of the judge, imported only when a command asks for it.

Hypothesis, FastAPI and the sandbox cost more to import than `judge list` takes to run.
"""
# ruff: noqa: PLC0415 - importing late is what this module is for

import gc
import os
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from judge.authoring import Margins, MutationReport, Verification
    from judge.events import MutantsPlayed
    from judge.execution import Sandboxes
    from judge.measurement import BenchSteps
    from judge.problems import Catalog, Problem
    from judge.reports import Judging, Played
    from judge.settings import Settings
    from judge.storage import Tokens
    from judge.submission import Submission
    from sandbox import Host, Launched


def _ending(steps: "Judging", sandboxes: "Sandboxes") -> "Judging":
    with sandboxes:
        return (yield from steps)


@dataclass
class Road:
    """The judge of this machine, as the environment sets it up."""

    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    #: An interpreter that was started ahead of time, for the first sandbox that is wanted.
    launched: "Launched | None" = None

    def settings(self) -> "Settings":
        from judge.settings import Settings, ready_folder

        ready_folder(self.environment, "JUDGE_CACHE_DIR")
        return Settings.from_environment(self.environment)

    def _hosting_settings(self) -> "Settings":
        """Return the settings of what keeps a token or a store."""
        from judge.settings import ready_folder

        ready_folder(self.environment, "JUDGE_STATE_DIR")
        return self.settings()

    def catalog(self) -> "Catalog":
        from judge.problems import default_catalog

        return default_catalog(self.settings().cache_dir)

    def judge(
        self, submission: "Submission", problem: "Problem", *, timing: bool = False
    ) -> "Judging":
        from judge.execution import Sandboxes

        settings = replace(self.settings(), timing=timing)
        launched, self.launched = self.launched, None
        sandboxes = Sandboxes(problem, settings, launched)
        # The fork server starts in a process of its own while the rest is imported here.
        sandboxes.begin()
        from judge.pipeline import judge

        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        return _ending(judge(submission, problem, settings, sandboxes), sandboxes)

    def close(self) -> None:
        """End what was started and not used."""
        if self.launched is not None:
            self.launched.close()

    def run(
        self, submission: "Submission", problem: "Problem", arguments: dict[str, Any] | None
    ) -> "Iterator[Played]":
        from judge.pipeline import run

        return run(submission, problem, self.settings(), arguments)

    def bench(self, submission: "Submission", problem: "Problem") -> "BenchSteps":
        from judge.measurement import bench

        return bench(submission, problem, self.settings())

    def entry(self, submission: "Submission", problem: "Problem") -> str:
        from judge.reports import entry_of

        return entry_of(submission, problem, self.settings())

    def verify(self, problem: "Problem") -> "Iterator[Verification]":
        from judge.authoring import verify

        return verify(problem, self.settings())

    def margins(self, problem: "Problem") -> "Margins":
        from judge.authoring import measure_margins

        return measure_margins(problem, self.settings())

    def play_mutants(
        self, problem: "Problem", count: int | None
    ) -> "Generator[MutantsPlayed, None, MutationReport]":
        from judge.authoring import play_mutants

        return play_mutants(problem, self.settings(), count=count)

    def host(self) -> "Host":
        from judge.languages import python_guest
        from sandbox import probe

        return probe(python_guest())

    def serve(self, host: str, port: int, names: tuple[str, ...] = ()) -> None:
        from judge.service import serve

        serve(self._hosting_settings(), self.environment, host, port, names)

    @contextmanager
    def tokens(self) -> "Iterator[Tokens]":
        from judge.service import private_folder
        from judge.storage import Tokens, open_database

        settings = self._hosting_settings()
        private_folder(settings.state_dir)
        database = open_database(settings.state_dir / "judge.db")
        try:
            yield Tokens(database)
        finally:
            database.close()

    def token(self, *, loopback: bool) -> str:
        """Return the bearer token: JUDGE_TOKEN's, or the local server's for its own machine."""
        from judge.errors import UsageError
        from judge.service import token_path

        given = self.environment.get("JUDGE_TOKEN")
        if given:
            return _sendable(given, "JUDGE_TOKEN")
        if not loopback:
            raise UsageError("another machine's server wants its own token: set JUDGE_TOKEN")
        path = token_path(self.settings())
        try:
            text = path.read_text("ascii").strip()
        except (OSError, ValueError):
            raise UsageError(
                f"there is no token in {path}: start `judge serve` once, or set JUDGE_TOKEN"
            ) from None
        return _sendable(text, str(path))


def _sendable(token: str, place: str) -> str:
    """Return a token that a header can carry. Raises `UsageError`, which does not repeat it."""
    from judge.errors import UsageError

    if not token or not all("!" <= letter <= "~" for letter in token):
        raise UsageError(
            f"{place} holds no token: it must be one word of plain ASCII, as `judge token new` "
            "prints it"
        )
    return token
