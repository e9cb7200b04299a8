import json
import os
from pathlib import Path

import pytest

from judge.cache import JsonCache, read_own_file, write_atomically


def test_a_file_is_written_whole_for_its_owner_alone(tmp_path: Path) -> None:
    """Folders are made, the old content is gone, nobody else may read."""
    path = tmp_path / "a" / "b" / "file"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """What a cache's file was made to point to stays as it is."""
    other = tmp_path / "other"
    other.write_bytes(b"theirs")
    path = tmp_path / "file"
    path.symlink_to(other)
    write_atomically(path, b"ours")
    assert not path.is_symlink()
    assert other.read_bytes() == b"theirs"


def test_nothing_is_left_where_it_cannot_be_done(tmp_path: Path) -> None:
    """A folder stands in the way: an error, and no half file beside it."""
    path = tmp_path / "file"
    (path / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match=str(path)):
        write_atomically(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_value_is_kept_for_its_origin_alone(tmp_path: Path) -> None:
    """Another origin finds nothing, and takes the file over when it keeps a value of its own."""
    ours, theirs = (JsonCache(tmp_path / "sub" / "file", origin) for origin in ("1", "2"))
    assert ours.load() is None
    ours.save({"n": [1, None]})
    assert ours.load() == {"n": [1, None]}
    assert theirs.load() is None
    theirs.save(3)
    assert (ours.load(), theirs.load()) == (None, 3)


@pytest.mark.parametrize(
    "content",
    ["", "{}", "[]", "null", '{"origin": "1"}', '{"value": 1}', "\0", "[" * 100_000, "\udcff"],
)
def test_a_broken_file_is_as_if_it_were_not_there(tmp_path: Path, content: str) -> None:
    """Whatever is wrong with it, nothing is kept; the next value is."""
    path = tmp_path / "file"
    path.write_text(content, errors="surrogateescape")
    cache = JsonCache(path, "1")
    assert cache.load() is None
    cache.save(2)
    assert cache.load() == 2


def test_a_cache_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    """A value that is not kept is made again; that is no error."""
    (tmp_path / "file").write_text("")
    cache = JsonCache(tmp_path / "file" / "below", "1")
    cache.save(1)
    assert cache.load() is None


def test_only_plain_files_of_moderate_size_are_read(tmp_path: Path) -> None:
    """A pipe must not make the judge wait, nor a giant fill its memory."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ValueError, match="not a file"):
        read_own_file(pipe, 10)
    assert JsonCache(pipe, "1").load() is None
    large = tmp_path / "large"
    large.write_bytes(b"12345678901")
    with pytest.raises(ValueError, match="not a file"):
        read_own_file(large, 10)
    assert read_own_file(large, 11) == b"12345678901"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_another_users_file_is_not_believed(tmp_path: Path) -> None:
    """Who may write a file of the cache may say what it holds."""
    path = tmp_path / "file"
    path.write_text(json.dumps({"origin": "1", "value": 2}))
    assert JsonCache(path, "1").load() == 2
    os.chown(path, 12345, 12345)
    assert JsonCache(path, "1").load() is None
