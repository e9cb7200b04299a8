"""The fork servers of one problem, each started when it is first needed.

Programs are single-use, but a server serves any number of submissions for as long as its owner
keeps it. Makes the processes of `sandbox.Sandbox`; `close` ends them.
"""

import os
from collections.abc import Callable, Generator
from pathlib import Path
from types import TracebackType
from typing import Self

from judge.errors import HostError
from judge.events import DataBuilding, result_of
from judge.languages import Language
from judge.problems import Problem, data_folder, ready_data
from judge.records import dataclass, replace
from judge.settings import Settings
from judge.values import Shape
from sandbox import Guest, Launched, Policy, Sandbox, SandboxError, Session, Tier, strongest

#: Ready programs of the main sandbox: the next one starts while one is in use.
WARM = 2
#: How much larger the memory cap is when a MemoryError is checked.
WIDER = 4
#: The second of the two fixed hash seeds; the first is the policy's default.
OTHER_SEED = 2


@dataclass(frozen=True, slots=True)
class Figures:
    """How many programs were started in all, and how many wait for a submission now."""

    started: int = 0
    waiting: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(self.started + other.started, self.waiting + other.waiting)


class Sandboxes:
    """The sandboxes of one problem. Use as a context manager; not for two threads at once.

    `launched` is an interpreter that was started ahead of time for the main sandbox, which takes
    ownership of it. `watch` is called with the session of each program that has ended.
    """

    watch: Callable[[Session], None] | None = None

    def __init__(
        self, problem: Problem, settings: Settings, launched: Launched | None = None
    ) -> None:
        if settings.tier is Tier.LIMITS_ONLY:
            problem.require_trust(f"tier {settings.tier} is no boundary")
        self._launched = launched
        self._problem = problem
        self._settings = settings
        self._begun: Sandbox | None = None
        self._main: Sandbox | None = None
        self._others: dict[str, Sandbox] = {}
        self._started_before = 0

    def begin(self) -> None:
        """Start the main sandbox and return at once; `main` waits until it is ready.

        Errors are raised there too. For a problem with data files it does nothing, since these must
        be made first.
        """
        data = data_folder(self._problem, self._settings)
        if data is None and self._main is None and self._begun is None:
            tier = self._settings.tier or Tier.FULL
            policy = replace(self._policy(None), tier=tier)
            launched, self._launched = self._launched, None
            self._begun = Sandbox(
                policy, self._problem.played_in.guest(), warm=WARM, launched=launched
            )
            self._begun.prove_ahead()

    def opened(self) -> Generator[DataBuilding, None, Sandbox]:
        """Make the problem's data files if need be; return the main sandbox, ready for programs.

        Its tier is the one in the settings, or else the strongest that works on this host. Raises
        `HostError` with the step that failed if none works (fail closed).
        """
        if self._main is not None and not self._main.alive:
            self.close()
        if self._main is None:
            data = yield from ready_data(self._problem, self._settings)
            begun, self._begun = self._begun, None
            self._main = self._strongest(data, begun)
            self._main.watch = self._ended
        return self._main

    @property
    def main(self) -> Sandbox:
        """The main sandbox, opened without reporting progress."""
        return result_of(self.opened())

    def of(self, language: Language) -> Sandbox:
        """Return the sandbox of a language; the main one has the language of the reference."""
        if language == self._problem.language:
            return self.main
        return self._other("plain", self.main.policy, language)

    def beside(self, language: Language) -> Sandbox:
        """Return a sandbox where no submission runs, with the plain guest of a language."""
        return self._other("beside", self.main.policy, language, language.guest())

    def reseeded(self, language: Language) -> Sandbox:
        """Return the sandbox of a language with the second hash seed.

        It starts in the background; its first use waits for it.
        """
        policy = replace(self.main.policy, hash_seed=OTHER_SEED)
        return self._other("reseeded", policy, language)

    def wider(self, language: Language) -> Sandbox:
        """Return the sandbox of a language with a larger memory cap."""
        policy = self.main.policy
        larger = replace(policy, memory_bytes=policy.memory_bytes * WIDER)
        return self._other("wider", larger, language)

    def expect(self) -> None:
        """Start to make the programs ready that the next submission begins with."""
        if self._main is not None:
            self._main.expect(WARM)

    def close(self) -> None:
        """End every server. Safe to call twice; later uses start new ones."""
        running, launched = self._running(), self._launched
        self._launched = self._begun = self._main = None
        self._others = {}
        for sandbox in running:
            self._end(sandbox)
        if launched is not None:
            launched.close()

    def figures(self) -> Figures:
        """Count the started and the waiting programs. Safe from any thread."""
        running = self._running()
        started = sum(sandbox.started for sandbox in running)
        return Figures(self._started_before + started, sum(s.waiting for s in running))

    def _running(self) -> list[Sandbox]:
        every = (self._begun, self._main, *list(self._others.values()))
        return [sandbox for sandbox in every if sandbox is not None]

    def _end(self, sandbox: Sandbox) -> None:
        sandbox.close()
        self._started_before += sandbox.started

    def _other(
        self, variant: str, policy: Policy, language: Language, guest: Guest | None = None
    ) -> Sandbox:
        name = f"{variant} {language.name}"
        known = self._others.get(name)
        if known is not None and known.alive:
            return known
        if known is not None:
            self._end(known)
        if guest is None:
            own = language == self._problem.language
            guest = self._problem.played_in.guest() if own else language.guest()
        made = self._others[name] = Sandbox(policy, guest)
        made.watch = self._ended
        return made

    def _ended(self, session: Session) -> None:
        if self.watch is not None:
            self.watch(session)

    def _policy(self, data: Path | None) -> Policy:
        parameters = self._problem.interface.parameters
        return Policy(
            tier=Tier.FULL,
            memory_bytes=self._problem.memory_bytes,
            data_dir=None if data is None else str(data),
            own_file=any(parameter.shape is Shape.FILE for parameter in parameters),
        )

    def _strongest(self, data: Path | None, begun: Sandbox | None) -> Sandbox:
        tier = self._settings.tier
        tiers = tuple(Tier) if tier is None else (tier,)
        if not self._problem.trusted:
            # Its reference is a stranger's program.
            tiers = tuple(tier for tier in tiers if tier is not Tier.LIMITS_ONLY)
        if data is not None and _out_of_reach(data):
            tiers = tuple(tier for tier in tiers if tier is Tier.FULL)
        try:
            return strongest(
                self._policy(data), self._problem.played_in.guest(), tiers, warm=WARM, begun=begun
            )
        except SandboxError as error:
            if not tiers or (data is not None and _out_of_reach(data)):
                raise HostError(
                    f"programs are run as another user than root, who cannot enter {data}. "
                    "Set JUDGE_CACHE_DIR to a folder below one that everybody may enter"
                ) from error
            self._problem.require_trust(str(error))
            raise HostError(f"{error}. `judge doctor` tells what this host gives") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _out_of_reach(data: Path) -> bool:
    """Whether other users cannot reach a folder: root's programs run as one without namespaces."""
    return os.geteuid() == 0 and not all(p.stat().st_mode & 0o001 for p in data.resolve().parents)
