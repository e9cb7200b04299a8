"""The service as the language server reaches it: found, asked, followed."""

import json
import os
from pathlib import Path

import pytest

from judge.errors import UnreachableError, UsageError
from judge.lsp.remote import RefusedError, Remote
from judge.testing import FakeJudge
from tests.judge.service.apps import SOURCE, TOKEN, listening

DEAD = 2**22 + 1  # above the kernel's highest process number


@pytest.fixture
def fake() -> FakeJudge:
    return FakeJudge()


def remote(folder: Path, **environment: str) -> Remote:
    return Remote(folder, environment)


def write_server(folder: Path, url: str, pid: int) -> None:
    (folder / "server.json").write_text(json.dumps({"url": url, "pid": pid}))


def test_it_is_found_by_the_file_that_it_leaves(tmp_path: Path, fake: FakeJudge) -> None:
    """With the token beside it, read anew at each request."""
    with listening(tmp_path, fake) as url:
        write_server(tmp_path, url, os.getpid())
        asked = remote(tmp_path)
        assert asked.runs()
        with pytest.raises(RefusedError, match="JUDGE_TOKEN"):
            asked.document("GET", "/v1/problems")
        (tmp_path / "token").write_text(TOKEN + "\n")
        slugs = [one["slug"] for one in asked.document("GET", "/v1/problems")["problems"]]
        assert "lca" in slugs


def test_a_server_that_is_gone_is_not_asked(tmp_path: Path) -> None:
    """Killed, it leaves its file behind, and its port may be a stranger's."""
    write_server(tmp_path, "http://127.0.0.1:9", DEAD)
    assert not remote(tmp_path).runs()
    write_server(tmp_path, "http://judge.example.org", os.getpid())
    assert not remote(tmp_path).runs()


def test_the_events_end_with_the_report(tmp_path: Path, fake: FakeJudge) -> None:
    """Each is a name and its data."""
    with listening(tmp_path, fake) as url:
        asked = remote(tmp_path, JUDGE_SERVER=url, JUDGE_TOKEN=TOKEN)
        id_ = asked.document("POST", "/v1/submissions", SOURCE)["id"]
        *_, last = asked.events(id_)
        assert last.name == "report"
        assert last.data["id"] == id_
        with pytest.raises(RefusedError, match="no such submission"):
            list(asked.events("0" * 32))


def test_what_is_refused_has_the_words_of_the_service(tmp_path: Path, fake: FakeJudge) -> None:
    """And the problems that it thinks are meant."""
    with listening(tmp_path, fake) as url:
        asked = remote(tmp_path, JUDGE_SERVER=url, JUDGE_TOKEN=TOKEN)
        with pytest.raises(RefusedError, match="lac") as refused:
            asked.document("GET", "/v1/problems/lac")
        assert refused.value.status == 404


def test_a_named_server_that_is_away_is_not_started(tmp_path: Path) -> None:
    """It is another machine's, or somebody else's."""
    with pytest.raises(UnreachableError, match=r"127\.0\.0\.1:9 does not answer"):
        remote(tmp_path, JUDGE_SERVER="http://127.0.0.1:9").document("GET", "/v1/problems")
    with pytest.raises(UsageError, match="no address"):
        remote(tmp_path, JUDGE_SERVER="file:///etc").document("GET", "/v1/problems")
