"""A host's table: one result for each candidate and problem."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from click.testing import Result as Typed

from judge.cli.main import commands
from judge.cli.setup import Setup
from judge.storage import NewRow, Scope, Submissions, Tokens, open_store
from judge.storage.results import Attempt, attempts_in, results_of
from judge.verdict import Verdict

AC, WA, IE = Verdict.ACCEPTED, Verdict.WRONG_ANSWER, Verdict.INTERNAL_ERROR


def test_the_best_verdict_the_attempts_and_the_fastest_count() -> None:
    """What is the judge's own fault is no attempt; without AC the last verdict stands."""
    found = results_of(
        [
            Attempt("b", "lca", WA, 1.0),
            Attempt("b", "lca", AC, 2.0, 3.0, "n^2"),
            Attempt("b", "lca", IE, 3.0),
            Attempt("b", "lca", AC, 4.0, 1.5, "n"),
            Attempt("b", "lca", WA, 5.0),
            Attempt("a", "lca", WA, 6.0),
            Attempt("a", "lca", Verdict.TIME_LIMIT_EXCEEDED, 7.0),
            Attempt("a", "lru-cache", IE, 8.0),
        ]
    )
    rows = [(one.owner, one.verdict, one.attempts, one.ratio, one.growth) for one in found]
    assert rows == [
        ("a", Verdict.TIME_LIMIT_EXCEEDED, 2, None, None),
        ("b", AC, 4, 1.5, "n"),
    ]
    assert [one.accepted_at for one in found] == [None, 2.0]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Make a store of two candidates; the name of one would be a formula."""
    folder = tmp_path / "state"
    folder.mkdir(mode=0o700)
    database = open_store(None, folder)
    token, _ = Tokens(database).issue("Ann", [Scope.SUBMIT])
    submissions = Submissions(database)
    timed = {"runtime": {"ratio": 1.25}, "growth": {"time": {"measured": "n"}}}
    for owner, verdict, report in ((token.id, AC, timed), ("=cmd()", WA, {})):
        row, _ = submissions.add(NewRow(owner=owner, problem="lca", language="python", source=b""))
        assert submissions.start(row.id, "lease", 1) is not None
        submissions.finish(row.id, "lease", verdict, json.dumps(report))
    assert len(attempts_in(database)) == 2
    database.close()
    return folder


def types(state: Path, *arguments: str) -> Typed:
    environment = {"JUDGE_STATE_DIR": str(state), "JUDGE_CACHE_DIR": str(state.parent / "cache")}
    return CliRunner().invoke(commands, ["results", *arguments], obj=Setup(environment=environment))


def test_a_host_reads_them_as_text_as_json_and_in_a_spreadsheet(state: Path) -> None:
    """No cell of the table can be a formula."""
    shown = types(state)
    assert shown.exit_code == 0, shown.output
    assert "Ann" in shown.stdout
    assert "1.25x" in shown.stdout
    found = json.loads(types(state, "--json").stdout)
    assert {one["candidate"]: one["verdict"] for one in found} == {"Ann": "AC", "=cmd()": "WA"}
    lines = types(state, "--csv").stdout.splitlines()
    assert lines[0].startswith('"candidate","problem","verdict"')
    assert any(line.startswith('"\'=cmd()","lca","WA","1",') for line in lines)
    assert any(line.startswith('"Ann","lca","AC","1","1.250","n","20') for line in lines)


def test_an_empty_store_says_so(tmp_path: Path) -> None:
    assert "Nobody has submitted" in types(tmp_path / "state").stdout
