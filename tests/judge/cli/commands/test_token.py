import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from judge.cli.main import commands
from judge.cli.setup import Setup
from judge.storage.tokens import Scope, Tokens
from tests.judge.service.apps import settings, store


def invoke(folder: Path, *arguments: str) -> Result:
    environment = {"JUDGE_STATE_DIR": str(settings(folder).state_dir)}
    return CliRunner().invoke(commands, ["token", *arguments], obj=Setup(environment=environment))


def test_a_token_is_shown_once_and_kept_as_a_digest(tmp_path: Path) -> None:
    """Whoever reads the store, or a copy of it, can say no token."""
    made = invoke(tmp_path, "new", "ann")
    text = made.stdout.strip()
    assert made.exit_code == 0
    database = store(tmp_path)
    found = Tokens(database).find(text)
    assert found is not None
    assert (found.name, found.scopes) == ("ann", frozenset({Scope.READ, Scope.SUBMIT}))
    database.close()
    kept = b"".join(path.read_bytes() for path in settings(tmp_path).state_dir.iterdir())
    secret = text.split("_", 2)[2]  # it may hold underscores itself
    assert secret.encode() not in kept
    assert text not in invoke(tmp_path, "list", "--json").stdout


def test_a_revoked_token_is_none_any_more(tmp_path: Path) -> None:
    """At once, and it stays in the list."""
    text = invoke(tmp_path, "new", "ann", "--scope", "metrics").stdout.strip()
    (listed,) = json.loads(invoke(tmp_path, "list", "--json").stdout)
    assert (listed["scopes"], listed["revoked_at"]) == (["metrics"], None)
    assert invoke(tmp_path, "revoke", listed["id"]).exit_code == 0
    database = store(tmp_path)
    assert Tokens(database).find(text) is None
    database.close()
    assert "revoked" in invoke(tmp_path, "list").stdout


def test_a_token_is_bound_to_problems_a_moment_and_attempts(tmp_path: Path) -> None:
    """The list says to what; an unknown problem is told before anything is made."""
    bound = ["--problems", "lca, lru-cache", "--until", "2027-01-15 18:00", "--attempts", "3"]
    assert invoke(tmp_path, "new", "ann", *bound).exit_code == 0
    (listed,) = json.loads(invoke(tmp_path, "list", "--json").stdout)
    assert (listed["problems"], listed["attempts"]) == (["lca", "lru-cache"], 3)
    assert listed["until"].startswith("2027-01-1")
    assert "for lca,lru-cache  until 2027-01-1" in invoke(tmp_path, "list").stdout
    assert invoke(tmp_path, "new", "bob", "--problems", "no-such").exit_code == 2
    assert invoke(tmp_path, "new", "bob", "--problems", ",").exit_code == 2
    assert len(json.loads(invoke(tmp_path, "list", "--json").stdout)) == 1


@pytest.mark.parametrize("arguments", [["new", "a\x1b[2J"], ["new", ""], ["revoke", "0" * 16]])
def test_a_mistake_is_told_in_words(tmp_path: Path, arguments: list[str]) -> None:
    """Exit status 2, no traceback, and nothing hostile on the terminal."""
    result = invoke(tmp_path, *arguments)
    assert result.exit_code == 2
    assert "\x1b" not in result.output


@pytest.mark.parametrize(
    "change", [lambda t: t[:-1] + "x", lambda t: t + "x", str.upper, str.lower]
)
def test_a_token_is_exact(tmp_path: Path, change: "type[str]") -> None:
    """One character more, less or other is another token."""
    text = invoke(tmp_path, "new", "ann").stdout.strip()
    other = change(text) if change(text) != text else text[:-1] + "y"
    database = store(tmp_path)
    assert Tokens(database).find(other) is None
    database.close()


def test_the_command_line_starts_without_the_store() -> None:
    """SQLAlchemy and the web framework cost more than judging a small submission."""
    heavy = ("sqlalchemy", "alembic", "fastapi", "limits", "prometheus_client", "uvicorn")
    code = f"import sys, judge.cli.main; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
