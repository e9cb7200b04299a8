"""The accepted solutions of a package, to be read beside one's own, with time, growth and idea."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from judge import reports
from judge.errors import HostError
from judge.practice.history import Events
from judge.practice.recorded import declared_facts
from judge.problems import Problem
from judge.records import dataclass, replace
from judge.reports import Report
from judge.verdict import Verdict

#: The first sentence of a sample says what is wrong with it, or that nothing is.
_IDEA = re.compile(r'^\s*(?:"""|\'\'\'|--|#)\s*(?:Accepted:\s*)?(.+?)(?:"""|\'\'\')?\s*$')


@dataclass(frozen=True, slots=True)
class KnownSolution:
    """One accepted solution of a package.

    `ratio` is its time over the reference's, None where it was not measured; `growth` the class of
    time that it declares, of the reference that the package does, or None; `idea` its first
    sentence, which may be empty.
    """

    name: str
    ratio: float | None
    growth: str | None
    idea: str
    text: str


def known_solutions(problem: Problem, rungs: Mapping[str, float]) -> list[KnownSolution]:
    """Return the accepted solutions, the fastest first, those without a ratio at the end.

    `rungs` are ratios by name. Raises `HostError` where a file cannot be read.
    """
    found = []
    for one in problem.sample_solutions():
        if one.verdict is Verdict.ACCEPTED:
            try:
                source = one.read()
            except OSError as error:
                raise HostError(f"{one.path} cannot be read ({error}); run it again") from None
            known = _known(one.path.stem, source, rungs.get(one.path.stem))
            if known.name == "reference" and known.growth is None:
                whole = f"# Time: {problem.complexity.time}"
                known = replace(known, growth=declared_facts(whole.encode())["time"])
            found.append(known)
    return sorted(found, key=lambda one: (one.ratio is None, one.ratio or 0.0, one.name))


def _known(name: str, source: bytes, ratio: float | None) -> KnownSolution:
    text = source.decode("utf-8", "backslashreplace")
    matched = _IDEA.match(text.splitlines()[0]) if text.strip() else None
    idea = matched[1] if matched else ""
    return KnownSolution(name, ratio, declared_facts(source)["time"], idea, text)


def accepted_reports(events: Events, problem: str) -> Iterator[Report]:
    """Yield the reports that a history has kept of accepted submissions, the newest first."""
    for event in reversed(events.read(problem)):
        digest = event.facts.get("report") if event.verdict == Verdict.ACCEPTED else None
        text = events.text(digest) if isinstance(digest, str) else None
        if text is None:
            continue
        try:
            yield reports.read_report(json.loads(text))
        except (reports.ReportError, ValueError, RecursionError):
            continue


def rungs_of(found: Iterable[Report]) -> dict[str, float]:
    """Return the ratios of the first report that has a ladder, by the solutions' names."""
    for report in found:
        if report.ladder is not None and report.ladder.rungs:
            return {rung.name: rung.ratio for rung in report.ladder.rungs}
    return {}
