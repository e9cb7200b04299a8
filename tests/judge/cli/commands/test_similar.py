"""`judge similar`: a host sees whose programs are alike."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from judge.cli.main import commands
from judge.cli.setup import Setup
from judge.storage import KeepSources, NewRow, Scope, Submissions, Tokens, open_store
from judge.verdict import Verdict

pytestmark = pytest.mark.needs("full")

ACCEPTED = Path(__file__).parents[4] / "solutions" / "lca" / "accepted"
MINE = (ACCEPTED / "reference.py").read_bytes()
COPY = MINE.replace(b"root", b"knot") + b"# \x1b[31mall mine\n"
OTHER = (ACCEPTED / "parent_map_and_set.py").read_bytes()


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Make a store: Ann, a copy of hers by a hostile name, and a stranger."""
    folder = tmp_path / "state"
    folder.mkdir(mode=0o700)
    database = open_store(None, folder)
    token, _ = Tokens(database).issue("Ann", [Scope.SUBMIT])
    submissions = Submissions(database, keep=KeepSources.ALL)
    for owner, source in ((token.id, MINE), ("\x1b[2Jx", COPY), ("stranger", OTHER)):
        new = NewRow(owner=owner, problem="lca", language="python", source=source)
        row, _ = submissions.add(new)
        assert submissions.start(row.id, "lease", 1) is not None
        assert submissions.finish(row.id, "lease", Verdict.ACCEPTED, "{}")
    database.close()
    return folder


def similar(state: Path, *arguments: str) -> Result:
    environment = {"JUDGE_STATE_DIR": str(state), "JUDGE_CACHE_DIR": str(state / "cache")}
    setup = Setup(environment=environment)
    return CliRunner().invoke(commands, ["similar", "lca", *arguments], obj=setup)


def test_a_copy_under_other_names_is_found(state: Path) -> None:
    """With the names of the candidates, and the command that shows both texts."""
    (row,) = json.loads(similar(state, "--json").stdout)
    assert row["percent"] == 100
    assert {row[side]["candidate"] for side in ("first", "second")} == {"Ann", "\x1b[2Jx"}
    said = similar(state)
    assert said.exit_code == 0, said.output
    assert "\x1b" not in said.stdout
    assert "no proof" in said.stdout
    ids = said.stdout.split("judge similar lca ")[1].split()
    both = similar(state, *ids)
    assert both.exit_code == 0, both.output
    assert "\x1b" not in both.stdout
    assert "knot" in both.stdout
    assert "root" in both.stdout


def test_nothing_alike_and_mistakes_are_said(state: Path) -> None:
    """The bound is in the sentence; an id that is not kept is named."""
    assert "Of 3 programs that are kept no two share 100 %" not in similar(state).stdout
    few = similar(state, "nope", "never")
    assert (few.exit_code, "'nope'" in few.stderr) == (2, True)
    assert similar(state, "one").exit_code == 2
