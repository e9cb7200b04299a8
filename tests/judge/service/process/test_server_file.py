"""Where the server of a state folder is, and who may believe it."""

import json
import os
import stat
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from judge.client.server_file import RunningServer, is_locked, running_server, server_path
from judge.errors import UsageError
from judge.service.process.detached import _is_older
from judge.service.process.server_file import only_server, told
from tests.judge.service.apps import settings

HERE = RunningServer("http://127.0.0.1:8000", 4242, "0.1.0", "2026-01-01T12:00:00+00:00")


def test_a_server_is_told_while_it_lives(tmp_path: Path) -> None:
    """To its own person alone, and not before it listens."""
    own = settings(tmp_path)
    assert running_server(own.state_dir) is None
    with only_server(own):
        assert is_locked(own.state_dir)
        assert running_server(own.state_dir) is None
        with told(own, HERE):
            assert running_server(own.state_dir) == HERE
            path = server_path(own.state_dir)
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
            assert json.loads(path.read_text())["url"] == HERE.url
        assert not path.exists()
    assert not is_locked(own.state_dir)
    assert [one.name for one in own.state_dir.iterdir()] == ["serve.lock"]


def test_what_a_killed_server_left_behind_is_not_believed(tmp_path: Path) -> None:
    """Somebody else may listen there by now, and would be sent the token."""
    own = settings(tmp_path)
    with only_server(own), told(own, HERE):
        left = server_path(own.state_dir).read_text()
    server_path(own.state_dir).write_text(left)
    assert running_server(own.state_dir) is None
    with only_server(own):
        assert running_server(own.state_dir) is None
        assert not server_path(own.state_dir).exists()


def test_who_looks_does_not_keep_a_server_out(tmp_path: Path) -> None:
    """The lock is only tried, for a moment; a second server is refused."""
    own = settings(tmp_path)
    with only_server(own):
        for _ in range(3):
            assert is_locked(own.state_dir)
        with pytest.raises(UsageError, match="another `judge serve`"), only_server(own):
            pass


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "7",
        "{}",
        "[" * 100_000,
        "\udcff",
        json.dumps({**asdict(HERE), "url": "file:///etc/passwd"}),
        json.dumps({**asdict(HERE), "url": "http://"}),
        json.dumps({**asdict(HERE), "url": "http://[::1"}),
        json.dumps({**asdict(HERE), "url": None}),
        json.dumps({**asdict(HERE), "pid": "4242"}),
    ],
)
def test_a_file_that_is_not_whole_tells_nothing(tmp_path: Path, text: str) -> None:
    """And raises nothing."""
    own = settings(tmp_path)
    with only_server(own):
        server_path(own.state_dir).write_bytes(text.encode("utf-8", "surrogateescape"))
        assert running_server(own.state_dir) is None


def test_a_link_or_a_pipe_tells_nothing(tmp_path: Path) -> None:
    """Nobody waits for the writer of a pipe."""
    own = settings(tmp_path)
    with only_server(own):
        (tmp_path / "elsewhere").write_text(json.dumps(asdict(HERE)))
        server_path(own.state_dir).symlink_to(tmp_path / "elsewhere")
        assert running_server(own.state_dir) is None
        server_path(own.state_dir).unlink()
        os.mkfifo(server_path(own.state_dir))
        assert running_server(own.state_dir) is None


def test_a_newer_judge_may_say_more(tmp_path: Path) -> None:
    """An older client reads what it knows."""
    own = settings(tmp_path)
    more: dict[str, Any] = {**asdict(HERE), "colour": "green"}
    with only_server(own):
        server_path(own.state_dir).write_text(json.dumps(more))
        assert running_server(own.state_dir) == HERE


@pytest.mark.parametrize(
    ("version", "older"),
    [("0.0.9", True), ("0.1.0", False), ("0.1", True), ("0.10.0", False), ("1", False), ("", True)],
)
def test_versions_are_compared_by_their_numbers(version: str, older: bool) -> None:
    """0.10 is newer than 0.9."""
    assert _is_older(version, "0.1.0") is older
