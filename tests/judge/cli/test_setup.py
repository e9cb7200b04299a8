"""What the environment says is taken, or refused as the person's mistake."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from judge.cli.main import commands
from judge.cli.setup import Setup
from judge.errors import UsageError


@pytest.mark.parametrize("token", ["a\nb", "secret word", "\udcff", "secr\u00e9t", " ", "a\r"])
def test_a_token_that_no_header_can_carry_is_refused_and_not_repeated(token: str) -> None:
    """A secret stands in no message, nor in a traceback's file."""
    with pytest.raises(UsageError) as caught:
        Setup(environment={"JUDGE_TOKEN": token}).token(loopback=False)
    assert str(caught.value).startswith("JUDGE_TOKEN holds no token")
    assert "secr" not in str(caught.value)


@pytest.mark.parametrize("text", ["secret\nsecond\n", "", "two words\n"])
def test_a_file_of_more_than_a_token_is_refused_and_not_repeated(text: str, tmp_path: Path) -> None:
    """It is named, so that it can be mended."""
    (tmp_path / "token").write_text(text)
    with pytest.raises(UsageError, match="token holds no token") as caught:
        Setup(environment={"JUDGE_STATE_DIR": str(tmp_path)}).token(loopback=True)
    assert "secret" not in str(caught.value)


def test_a_token_is_taken_from_the_variable_or_the_file(tmp_path: Path) -> None:
    """The variable wins; the file is for this machine alone."""
    (tmp_path / "token").write_text("of-the-file\n")
    environment = {"JUDGE_STATE_DIR": str(tmp_path)}
    assert Setup(environment=environment).token(loopback=True) == "of-the-file"
    with pytest.raises(UsageError, match="set JUDGE_TOKEN"):
        Setup(environment=environment).token(loopback=False)
    assert (
        Setup(environment=environment | {"JUDGE_TOKEN": "own_1-2"}).token(loopback=False)
        == "own_1-2"
    )


def test_a_folder_that_cannot_be_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    """A wrong setting is a mistake, status 2; what was not asked for is not looked at."""
    (tmp_path / "file").touch()
    place = str(tmp_path / "file")
    with pytest.raises(UsageError, match="JUDGE_CACHE_DIR"):
        Setup(environment={"JUDGE_CACHE_DIR": place}).catalog()
    setup = Setup(
        environment={"JUDGE_STATE_DIR": place, "JUDGE_CACHE_DIR": str(tmp_path / "cache")}
    )
    assert "lca" in setup.catalog().slugs()
    with pytest.raises(UsageError, match="JUDGE_STATE_DIR"):
        setup.settings(keeps_state=True)
    for command in (["serve"], ["token", "list"]):
        result = CliRunner().invoke(commands, command, obj=setup)
        assert result.exit_code == 2
        assert "JUDGE_STATE_DIR" in result.stderr
