"""`judge rejudge`, over a store whose rows stand for a service's."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from judge.cli.main import commands
from judge.cli.setup import Setup
from judge.storage import KeepSources, LeaseQueue, NewRow, Submissions, open_store
from judge.verdict import Verdict

AC, WA = Verdict.ACCEPTED, Verdict.WRONG_ANSWER


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Make a store of three judged submissions, one of an owner whose name is hostile."""
    folder = tmp_path / "state"
    folder.mkdir(mode=0o700)
    with submissions(folder) as (kept, _):
        for owner in ("ann", "bob", "\x1b[2Jeve"):
            row, _ = kept.add(NewRow(owner=owner, problem="lca", language="python", source=b"x"))
            assert kept.start(row.id, "lease", 1) is not None
            assert kept.finish(row.id, "lease", WA, "{}")
    return folder


@contextmanager
def submissions(folder: Path) -> Iterator[tuple[Submissions, LeaseQueue]]:
    database = open_store(None, folder)
    yield Submissions(database, keep=KeepSources.ALL), LeaseQueue(database)
    database.close()


def judge_again(folder: Path, *verdicts: Verdict) -> None:
    """Do what the workers of a service do."""
    with submissions(folder) as (kept, queue):
        for verdict in verdicts:
            lease = queue.lease("w", 60)
            assert lease is not None
            assert kept.start(lease.id, lease.token, lease.attempt) is not None
            assert kept.finish(lease.id, lease.token, verdict, "{}")
            queue.ack(lease)


def rejudge(state: Path, *words: str, problem: str = "lca") -> Result:
    environment = {"JUDGE_STATE_DIR": str(state), "JUDGE_CACHE_DIR": str(state.parent / "cache")}
    setup = Setup(environment=environment)
    return CliRunner().invoke(commands, ["rejudge", problem, *words], obj=setup)


def test_an_evening_of_a_host(state: Path) -> None:
    """A preview, a stop, a resumption, the change; nothing is changed before."""
    begun = rejudge(state, "--why", "case 7 was wrong")
    assert begun.exit_code == 0
    assert "0 done, 3 wait." in begun.output
    judge_again(state, AC)
    assert rejudge(state, "--apply").exit_code == 2
    assert "1 done, 2 are stopped." in rejudge(state, "--stop").output
    assert "1 done, 2 wait." in rejudge(state, "--resume").output
    judge_again(state, WA, AC)
    seen = rejudge(state, "--preview")
    assert "case 7 was wrong" in seen.output
    assert "WA -> AC" in seen.output
    assert "judge rejudge lca --apply" in seen.output
    assert "\x1b" not in seen.output
    document = json.loads(rejudge(state, "--json").output)
    assert document["verdicts"] == [
        {"before": "WA", "after": "AC", "count": 2},
        {"before": "WA", "after": "WA", "count": 1},
    ]
    assert len(document["changes"]) == 2
    assert "Changed: 2." in rejudge(state, "--apply").output
    assert "3 wait" in rejudge(state).output, "the next one begins"


def test_what_cannot_be_done_is_said(state: Path) -> None:
    """Each with what to do instead."""
    assert "begin with `judge rejudge lca`" in rejudge(state, "--apply").output
    rejudge(state, "--verdict", "WA")
    refused = rejudge(state, "--verdict", "AC")
    assert (refused.exit_code, "--again" in refused.output) == (2, True)
    assert "0 done." in rejudge(state, "--again", "--verdict", "AC").output
    assert rejudge(state, problem="nope").exit_code == 2


def test_a_reason_is_kept_whatever_bytes_it_has(
    state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An argument that is no UTF-8, or a name of a user, reaches the store as text."""
    monkeypatch.setenv("LOGNAME", "host\udcff")
    begun = rejudge(state, "--why", "caf\udce9 \x1b[2J", "--json")
    assert begun.exit_code == 0, begun.exception
    found = json.loads(begun.output)
    assert (found["why"], found["who"]) == (r"caf\udce9 \x1b[2J", r"host\udcff")
