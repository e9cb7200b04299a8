import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from judge.errors import HostError
from judge.service.process import local_token as tokens
from judge.service.process.local_token import ensure_token, token_path
from tests.judge.service.apps import settings


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_token_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    """The file is 0600 in a folder of 0700, and nothing else is left there."""
    before = os.umask(0)
    try:
        token = ensure_token(settings(tmp_path))
    finally:
        os.umask(before)
    path = token_path(settings(tmp_path))
    assert path.read_text() == token + "\n"
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)
    assert [one.name for one in path.parent.iterdir()] == ["token"]


def test_tokens_are_long_and_differ(tmp_path: Path) -> None:
    """At least 128 random bits, of characters that fit in a header."""
    made = {ensure_token(settings(tmp_path / str(i))) for i in range(8)}
    assert len(made) == 8
    assert all(len(token) >= 43 and token.isascii() for token in made)


def test_the_token_stays_from_one_start_to_the_next(tmp_path: Path) -> None:
    """An editor that was set up once stays set up."""
    assert ensure_token(settings(tmp_path)) == ensure_token(settings(tmp_path))


@pytest.mark.parametrize("lax", [0o644, 0o640, 0o602, 0o660])
def test_a_token_that_others_could_read_or_write_is_replaced(tmp_path: Path, lax: int) -> None:
    """What somebody else may know, or may have chosen, is no token any more."""
    old = ensure_token(settings(tmp_path))
    path = token_path(settings(tmp_path))
    path.chmod(lax)
    new = ensure_token(settings(tmp_path))
    assert new != old
    assert path.read_text() == new + "\n"
    assert mode(path) == 0o600


@pytest.mark.parametrize("text", [b"", b"short\n", b"x" * 43, b"\xff" * 43 + b"\n", b"a" * 10_000])
def test_a_broken_token_is_replaced(tmp_path: Path, text: bytes) -> None:
    """A file cut short by a full disk does not become an empty password."""
    ensure_token(settings(tmp_path))
    token_path(settings(tmp_path)).write_bytes(text)
    assert len(ensure_token(settings(tmp_path))) >= 43


def test_a_link_in_the_tokens_place_is_not_followed(tmp_path: Path) -> None:
    """Nobody makes the server read, or write, a file of their choice."""
    path = token_path(settings(tmp_path))
    path.parent.mkdir(mode=0o700)
    other = tmp_path / "other"
    other.write_text("a" * 43 + "\n")
    other.chmod(0o600)
    path.symlink_to(other)
    with pytest.raises(HostError, match="token"):
        ensure_token(settings(tmp_path))
    assert other.read_text() == "a" * 43 + "\n"


@pytest.mark.parametrize("lax", [0o777, 0o770, 0o1777])
def test_a_folder_that_others_write_to_is_refused(tmp_path: Path, lax: int) -> None:
    """Whoever may replace the token could drive the judge; the message says what mends it."""
    folder = settings(tmp_path).state_dir
    folder.mkdir()
    folder.chmod(lax)
    with pytest.raises(HostError, match="chmod go-w"):
        ensure_token(settings(tmp_path))
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """The message names the place and the variable that changes it."""
    (tmp_path / "state").write_text("")
    with pytest.raises(HostError, match="JUDGE_STATE_DIR"):
        ensure_token(settings(tmp_path))


def test_servers_that_start_together_agree_on_one_token(tmp_path: Path) -> None:
    """Whichever was quicker: the token in the file is the one that all of them ask for."""
    with ThreadPoolExecutor(8) as pool:
        asked = set(pool.map(lambda _: ensure_token(settings(tmp_path)), range(64)))
    assert {token + "\n" for token in asked} == {token_path(settings(tmp_path)).read_text()}


def test_a_server_that_came_second_takes_the_first_ones_token(tmp_path: Path) -> None:
    """The token that clients may have read already is never replaced by a good one."""
    first = ensure_token(settings(tmp_path))
    assert tokens._make(token_path(settings(tmp_path))) == first
    assert token_path(settings(tmp_path)).read_text() == first + "\n"
