"""A package from a zip file: whole or not at all, and nothing outside its folder."""

import stat
import zipfile
from pathlib import Path

import pytest

from judge.authoring import add_archive, write_skeleton
from judge.authoring.package_archive import MOST_BYTES
from judge.errors import UsageError


def packed(folder: Path, *more: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    """Pack a skeleton, and further members."""
    write_skeleton(folder / "source", "first-one")
    archive = folder / "first-one.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted((folder / "source").rglob("*")):
            made.write(path, path.relative_to(folder / "source"))
        for name, content in more:
            made.writestr(name, content)
    return archive


def link(name: str) -> zipfile.ZipInfo:
    found = zipfile.ZipInfo(name)
    found.external_attr = (stat.S_IFLNK | 0o777) << 16
    return found


def test_a_package_is_unpacked_whole(tmp_path: Path) -> None:
    place = add_archive(packed(tmp_path), tmp_path / "mine")
    assert place == tmp_path / "mine" / "first-one"
    assert (place / "solutions" / "accepted" / "reference.py").is_file()
    assert [one.name for one in (tmp_path / "mine").iterdir()] == ["first-one"]
    with pytest.raises(UsageError, match="there already"):
        add_archive(tmp_path / "first-one.zip", tmp_path / "mine")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("first-one/../../out.py", b"x", "leads out"),
        ("/etc/out.py", b"x", "leads out"),
        ("first-one\\..\\out.py", b"x", "leads out"),
        ("out.py", b"x", "leads out"),
        (link("first-one/out.py"), b"/etc/passwd", "no regular file"),
        ("second-one/problem.toml", b"x", "one folder"),
        ("first-one/bell\a.py", b"x", "no name"),
        ("first-one/bomb.py", bytes(MOST_BYTES + 1), "more than any package"),
    ],
)
def test_what_leads_out_or_is_too_large_leaves_nothing(
    tmp_path: Path, name: str | zipfile.ZipInfo, content: bytes, reason: str
) -> None:
    archive = packed(tmp_path, (name, content))
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UsageError, match=reason):
        add_archive(archive, tmp_path / "mine")
    assert [one for one in sorted(tmp_path.rglob("*")) if one not in before] == []


def test_a_broken_archive_is_told(tmp_path: Path) -> None:
    """Cut short, not a zip file, or not there."""
    archive = packed(tmp_path)
    for name, content in (("cut", archive.read_bytes()[:-200]), ("text", b"no archive")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UsageError, match="cannot unpack"):
            add_archive(tmp_path / name, tmp_path / "mine")
    with pytest.raises(UsageError, match="No such file"):
        add_archive(tmp_path / "nix.zip", tmp_path / "mine")
