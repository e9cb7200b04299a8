"""Folders as people keep them: links, loops, pipes, environments, odd names."""

import os
import threading
from pathlib import Path

import pytest

from judge.cli.source_files import find_source_files
from judge.errors import UsageError
from tests.judge.cli.command import write


def names(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in find_source_files(folder).files]


def test_files_are_in_order_and_of_a_language(tmp_path: Path) -> None:
    """A folder's own files come first; a suffix counts in any case."""
    for name in ("b.py", "a.PY", "notes.md", "lca.java", "sub/c.py", "sub/deep/d.py", "z/e.py"):
        write(tmp_path, name, "")
    assert names(tmp_path) == ["a.PY", "b.py", "sub/c.py", "sub/deep/d.py", "z/e.py"]


def test_what_nobody_wrote_for_a_problem_is_passed_over(tmp_path: Path) -> None:
    """Hidden folders and files, environments, and folders of packages."""
    write(tmp_path, "mine.py", "")
    for name in (".git/a.py", ".#mine.py", "node_modules/b.py", "__pycache__/c.py"):
        write(tmp_path, name, "")
    write(tmp_path, "env/pyvenv.cfg", "")
    write(tmp_path, "env/lib/d.py", "")
    assert names(tmp_path) == ["mine.py"]


def test_links(tmp_path: Path) -> None:
    """A link to a file counts, once; one to a folder is not followed; one to nothing is told."""
    folder = tmp_path / "solutions"
    write(folder, "lca.py", "")
    write(tmp_path, "elsewhere/other.py", "")
    (folder / "same.py").symlink_to("lca.py")
    os.link(folder / "lca.py", folder / "twin.py")
    (folder / "outside.py").symlink_to("../elsewhere/other.py")
    (folder / "loop").symlink_to(".")
    (folder / "away").symlink_to("../elsewhere")
    (folder / "lost.py").symlink_to("nothing.py")
    (folder / "round.py").symlink_to("round.py")
    found = find_source_files(folder)
    assert [path.name for path in found.files] == ["lca.py", "outside.py"]
    assert {path.name: why for path, why in found.unread.items()} == {
        "lost.py": "no such file or directory",
        "round.py": "too many levels of symbolic links",
    }


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    """A pipe would wait for its writer for ever."""
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "folder.py").mkdir()
    looker = threading.Thread(target=names, args=[tmp_path], daemon=True)
    looker.start()
    looker.join(10)
    assert not looker.is_alive()
    assert names(tmp_path) == []


def test_names_of_any_bytes(tmp_path: Path) -> None:
    """Names that are not UTF-8, and names with line breaks, are names."""
    odd = [b"\xff.py", b"a\nb.py", b"-n.py", b"\x1b[2J.py"]
    for name in odd:
        (tmp_path / os.fsdecode(name)).touch()
    assert sorted(map(os.fsencode, names(tmp_path))) == sorted(odd)


def test_too_much_is_refused_early(tmp_path: Path) -> None:
    """Whoever names a home folder is told, whether it is wide or deep."""
    for number in range(8):
        write(tmp_path, f"wide/{number}.py", "")
        write(tmp_path, f"deep/{number}/x.py", "")
    assert len(find_source_files(tmp_path, most=26).files) == 16
    with pytest.raises(UsageError, match=r"holds more than 25 files; name the folder"):
        find_source_files(tmp_path, most=25)


def test_a_folder_as_deep_as_the_system_allows(tmp_path: Path) -> None:
    """What lies too deep to be named is told; the rest is found."""
    write(tmp_path, "lca.py", "")
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(25):  # a path has at most 4,096 bytes
        os.mkdir("d" * 200, dir_fd=here)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    found = find_source_files(tmp_path)
    assert [path.name for path in found.files] == ["lca.py"]
    assert list(found.unread.values()) == ["file name too long"]


@pytest.mark.parametrize(
    ("name", "said"), [("nope", "is not there"), ("file.py", "is a file: `judge submit` takes it")]
)
def test_what_is_no_folder(tmp_path: Path, name: str, said: str) -> None:
    write(tmp_path, "file.py", "")
    with pytest.raises(UsageError, match=said):
        find_source_files(tmp_path / name)
