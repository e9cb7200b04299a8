"""A kind of its own, to show that the road asks a kind and nothing else.

`quorum`: the submission names a number, a second program in a second sandbox says whether it is
wanted, and the verdict is a share of all cases.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from judge.errors import ProblemError, UsageError
from judge.events import result_of
from judge.execution.outcome import Outcome
from judge.execution.player import Player
from judge.judging.trial import Trial
from judge.kinds.function import FUNCTION
from judge.kinds.kind import Check, Conclusion, Flaw, GivenCase, Kind, Result, Rules
from judge.kinds.table import KINDS
from judge.measurement.benchmark import bench
from judge.problems.case import Case
from judge.problems.problem import Problem, load_package
from judge.reports.report import to_json
from judge.settings import Settings
from judge.submission import Submission
from judge.values.interface import Interface
from judge.verdict import Verdict
from sandbox import Limit
from tests.packages import LARGEST, largest
from tests.practice import Practice

#: What the second program holds: it wants even numbers.
WANTED = Submission(b"def largest(nums): return nums[0] % 2 == 0\n", "wanted.py")

pytestmark = pytest.mark.needs("full")


def read(table: Any) -> tuple[dict[str, Any], list[Flaw]]:
    """Read `[quorum]`: the share of cases that must be accepted."""
    required = table.get("required") if isinstance(table, dict) else None
    if not isinstance(required, float):
        return {}, [Flaw("quorum.required", "it is not a share", "Write required = 0.5")]
    return {"required": required}, []


def play(trial: Trial, player: Player, case: Case, limit: Limit) -> Outcome:
    """Ask the submission for a number, and a second sandbox whether that is wanted."""
    outcome = player.play(case.arguments_json, limit)
    if not outcome.returned:
        return outcome
    with trial.player_of(WANTED) as other:
        said = other.play(trial.problem.encode({"nums": [outcome.value]}), limit)
    return replace(outcome, value=said.value)


def check(
    _interface: Interface, _rules: Rules, case: GivenCase, value: Any, _: Mapping[str, Any]
) -> Check:
    """Take the second program's word."""
    return Check(value is True, f"nobody wants what it says of {len(case.arguments['nums'])}")


def conclude(interface: Interface, results: Sequence[Result], total: int) -> Conclusion:
    """Accept where the required share is wanted."""
    caught = sum(result.passed for result in results)
    enough = caught >= interface.own["required"] * total
    verdict = Verdict.ACCEPTED if enough else Verdict.WRONG_ANSWER
    summary = f"{caught} of {total} are wanted"
    return Conclusion(verdict, summary, {"score": {"caught": caught, "of": total}})


QUORUM = replace(
    FUNCTION,
    name="quorum",
    read=read,
    play=play,
    check=check,
    conclude=conclude,
    timed=False,
    goes_on=lambda _result: True,
    looks=frozenset(),
    sample_flaw=lambda *_: None,
)


@pytest.fixture
def quorum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Practice:
    """Return a package of the kind, which nothing outside this module knows."""
    monkeypatch.setitem(KINDS, QUORUM.name, QUORUM)
    # Each case starts a second program.
    few = LARGEST.replace("(-99, 99), min_size=1, max_size=20", "(0, 30), min_size=1, max_size=1")
    return Practice(tmp_path, changed(largest(tmp_path, strategies=few), "quorum", "0.5"))


def changed(problem: Problem, kind: str, required: str) -> Problem:
    """Return the package as one of another kind, with the table `[quorum]`."""
    path = problem.folder / "problem.toml"
    text = path.read_text().replace('kind = "function"', f'kind = "{kind}"')
    path.write_text(f"{text}\n[quorum]\nrequired = {required}\n")
    return load_package(problem.folder, problem.solutions)


def test_the_verdict_is_a_share_of_all_cases(quorum: Practice) -> None:
    """Cases fail and judging goes on; what the kind concludes is the verdict and the summary."""
    often = quorum.report("def largest(nums): return 2 if len(nums) < 2000 else 3")
    assert often.verdict is Verdict.ACCEPTED
    total = often.cases.total
    assert often.extras == {"score": {"caught": total - 2, "of": total}}
    assert to_json(often)["score"] == often.extras["score"]
    assert often.summary == f"{total - 2} of {total} are wanted"
    assert (often.cases.passed, often.runtime) == (total - 2, None)


def test_too_few_are_a_wrong_answer(quorum: Practice) -> None:
    """All cases are played, though the first has failed; no fresh input is tried."""
    never = quorum.report("def largest(nums): return 1")
    assert never.verdict is Verdict.WRONG_ANSWER
    assert never.extras["score"]["caught"] == 0
    assert "live" not in never.cases.groups


def test_its_own_table_is_read_and_its_flaws_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table in problem.toml belongs to the kind of that name."""
    monkeypatch.setitem(KINDS, QUORUM.name, QUORUM)
    problem = largest(tmp_path)
    with pytest.raises(ProblemError, match=r"quorum\.required: it is not a share"):
        changed(problem, "quorum", '"half"')


def test_a_kind_without_a_table_has_none(tmp_path: Path) -> None:
    """Another kind's table is an unknown field."""
    problem = largest(tmp_path)
    with pytest.raises(ProblemError, match="quorum"):
        changed(problem, "function", "0.5")


def test_a_command_that_does_not_apply_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The kind has the sentence; the person's mistake is told as one."""
    refused = replace(QUORUM, refuses={"bench": "a quorum has no speed"})
    monkeypatch.setitem(KINDS, QUORUM.name, refused)
    problem = changed(largest(tmp_path), "quorum", "0.5")
    settings = Settings(cache_dir=tmp_path, state_dir=tmp_path)
    with pytest.raises(UsageError, match="largest: a quorum has no speed"):
        result_of(bench(WANTED, problem, settings))


def test_every_kind_is_named_as_its_row() -> None:
    """The table's key is what problem.toml says."""
    kinds: list[tuple[str, Kind]] = list(KINDS.items())
    assert all(name == kind.name for name, kind in kinds)
