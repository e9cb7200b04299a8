"""What the commands need of the judge, imported only when a command asks for it.

Hypothesis, FastAPI and the sandbox cost more to import than `judge list` takes to run.
"""
# ruff: noqa: PLC0415 - importing late is what this module is for

import gc
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from judge.benching import Step
    from judge.catalog import Catalog
    from judge.events import Event, Played
    from judge.margins import Margins
    from judge.problem import Problem
    from judge.sandboxes import Sandboxes
    from judge.settings import Settings
    from judge.store.tokens import Tokens
    from judge.strength import Strength
    from judge.submission import Submission
    from judge.verifying import Verified
    from sandbox import Host, Launched


def _ending(steps: "Iterator[Event]", sandboxes: "Sandboxes") -> "Iterator[Event]":
    with sandboxes:
        yield from steps


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
        from judge.catalog import default_catalog

        return default_catalog(self.settings().cache_dir)

    def judge(
        self, submission: "Submission", problem: "Problem", *, timing: bool = False
    ) -> "Iterator[Event]":
        from judge.sandboxes import Sandboxes

        settings = replace(self.settings(), timing=timing)
        launched, self.launched = self.launched, None
        sandboxes = Sandboxes(problem, settings, launched)
        # The fork server starts in a process of its own while the rest is imported here.
        sandboxes.begin()
        from judge.judging import judge

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
        from judge.judging import run

        return run(submission, problem, self.settings(), arguments)

    def bench(self, submission: "Submission", problem: "Problem") -> "Iterator[Step]":
        from judge.benching import bench

        return bench(submission, problem, self.settings())

    def entry(self, submission: "Submission", problem: "Problem") -> str:
        from judge.replaying import entry_of

        return entry_of(submission, problem, self.settings())

    def verify(self, problem: "Problem") -> "Iterator[Verified]":
        from judge.verifying import verify

        return verify(problem, self.settings())

    def margins(self, problem: "Problem") -> "Margins":
        from judge.margins import measure_margins

        return measure_margins(problem, self.settings())

    def measure(
        self, problem: "Problem", count: int | None
    ) -> "Iterator[tuple[int, int] | Strength]":
        from judge.strength import measure

        return measure(problem, self.settings(), count=count)

    def host(self) -> "Host":
        from sandbox import probe

        return probe()

    def serve(self, host: str, port: int, names: tuple[str, ...] = ()) -> None:
        from judge.service.http import serve

        serve(self._hosting_settings(), self.environment, host, port, names)

    @contextmanager
    def tokens(self) -> "Iterator[Tokens]":
        from judge.service.tokens import private_folder
        from judge.store.database import open_database
        from judge.store.tokens import Tokens

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
        from judge.service.tokens import token_path

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
