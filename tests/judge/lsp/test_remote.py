"""The service as the language server reaches it: found, asked, followed."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from judge.client.asking import RefusedError
from judge.client.server_file import RunningServer
from judge.errors import UnreachableError, UsageError
from judge.lsp.remote import Remote
from judge.service.process.server_file import only_server, told
from judge.testing import FakeJudge
from tests.judge.service.apps import SOURCE, TOKEN, listening, settings


@pytest.fixture
def fake() -> FakeJudge:
    return FakeJudge()


def remote(folder: Path, **environment: str) -> Remote:
    return Remote(folder, environment)


@contextlib.contextmanager
def told_at(folder: Path, url: str) -> Iterator[None]:
    """Hold the state folder and tell an address, as a server does."""
    own = replace(settings(folder), state_dir=folder)
    here = RunningServer(url, os.getpid(), "0.1.0", "2026-01-01T12:00:00+00:00")
    with only_server(own), told(own, here):
        yield


def test_it_is_found_by_the_file_that_it_leaves(tmp_path: Path, fake: FakeJudge) -> None:
    """With the token beside it, read anew at each request."""
    with listening(tmp_path, fake) as url, told_at(tmp_path, url):
        asked = remote(tmp_path)
        assert asked.runs()
        with pytest.raises(RefusedError, match="JUDGE_TOKEN"):
            asked.document("GET", "/v1/problems")
        (tmp_path / "token").write_text(TOKEN + "\n")
        slugs = [one["slug"] for one in asked.document("GET", "/v1/problems")["problems"]]
        assert "lca" in slugs


def test_a_server_that_is_gone_is_not_asked(tmp_path: Path) -> None:
    """Killed, it leaves its file behind; its port and its number may be a stranger's."""
    with told_at(tmp_path, "http://127.0.0.1:9"):
        assert remote(tmp_path).runs()
        left = (tmp_path / "server.json").read_bytes()
    (tmp_path / "server.json").write_bytes(left)
    assert not remote(tmp_path).runs()


@pytest.mark.parametrize(
    "url", ["http://judge.example.org", "http://a@127.0.0.1", "http://[::1]:x"]
)
def test_only_an_address_of_this_machine_is_believed(tmp_path: Path, url: str) -> None:
    """The token is for no other."""
    with told_at(tmp_path, url):
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
    with pytest.raises(UnreachableError, match=r"cannot reach http://127\.0\.0\.1:9"):
        remote(tmp_path, JUDGE_SERVER="http://127.0.0.1:9").document("GET", "/v1/problems")
    with pytest.raises(UsageError, match="no address"):
        remote(tmp_path, JUDGE_SERVER="file:///etc").document("GET", "/v1/problems")
