from pathlib import Path

import pytest

from judge.cache import keep


def test_a_file_is_written_whole_for_its_owner_alone(tmp_path: Path) -> None:
    """Folders are made, the old content is gone, nobody else may read."""
    path = tmp_path / "a" / "b" / "file"
    keep(path, b"old")
    keep(path, b"new")
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
    keep(path, b"ours")
    assert not path.is_symlink()
    assert other.read_bytes() == b"theirs"


def test_nothing_is_left_where_it_cannot_be_done(tmp_path: Path) -> None:
    """A folder stands in the way: an error, and no half file beside it."""
    path = tmp_path / "file"
    (path / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match=str(path)):
        keep(path, b"new")
    assert list(tmp_path.iterdir()) == [path]
