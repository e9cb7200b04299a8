"""`judge serve`: where it listens."""

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from judge.cli.main import commands
from judge.cli.setup import Setup


def test_serve_listens_on_this_machine_alone(tmp_path: Path) -> None:
    """Another address is refused without a name for it, before anything is opened."""
    setup = Setup(environment={"JUDGE_STATE_DIR": str(tmp_path)})
    arguments = ["serve", "--host", "0.0.0.0"]  # noqa: S104 - it is refused
    result = CliRunner().invoke(commands, arguments, obj=setup)
    assert result.exit_code == 2
    assert "this machine only" in result.stderr


@pytest.mark.needs("full")
def test_serve_listens_where_it_is_told(tmp_path: Path) -> None:
    """On loopback, unless told otherwise; a port that is taken is said."""
    setup = Setup(environment={"JUDGE_STATE_DIR": str(tmp_path)})
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(commands, ["serve", "--port", port], obj=setup)
    assert result.exit_code in (2, 3)
    assert f"127.0.0.1:{port}" in result.stderr
