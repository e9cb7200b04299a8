"""The folders that settings name: they are made, or refused in words where none can be."""

import errno
from pathlib import Path

import pytest

from judge.errors import UsageError
from judge.settings import ready_folder


@pytest.mark.parametrize("place", ["/proc/nowhere", "file", "file/below", "\0"])
def test_a_folder_that_cannot_be_is_the_users_mistake_and_named(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Like any other bad value of a setting; not the judge's own failure later."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="JUDGE_CACHE_DIR is "):
        ready_folder({"JUDGE_CACHE_DIR": place}, "JUDGE_CACHE_DIR")


def test_a_folder_that_a_setting_names_is_made_for_its_owner(tmp_path: Path) -> None:
    """With those above it; nothing is made where nothing is named."""
    place = tmp_path / "a" / "b"
    for _ in range(2):
        ready_folder({"JUDGE_STATE_DIR": str(place)}, "JUDGE_STATE_DIR")
    assert place.stat().st_mode & 0o777 == 0o700
    ready_folder({"JUDGE_STATE_DIR": ""}, "JUDGE_STATE_DIR")


def test_a_full_disk_is_no_mistake_of_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes there tells it, as the machine's shortage."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", full)
    ready_folder({"JUDGE_CACHE_DIR": "/somewhere"}, "JUDGE_CACHE_DIR")
