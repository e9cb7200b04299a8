from collections.abc import Callable
from itertools import islice
from pathlib import Path

from judge.cli.watch import changes, folder_changes


def test_the_file_is_judged_at_once_and_after_each_change(tmp_path: Path) -> None:
    """The first look counts, then each change: in place, by renaming, and after being gone."""
    file = tmp_path / "a.py"
    file.write_text("1")
    steps = iter(
        (
            lambda: None,
            lambda: file.write_text("12"),
            lambda: None,
            file.unlink,
            lambda: file.write_text("12"),
            lambda: (tmp_path / "b").write_text("12"),
            lambda: (tmp_path / "b").replace(file),
        )
    )
    looks: list[float] = []

    def sleep(seconds: float) -> None:
        looks.append(seconds)
        next(steps)()

    assert len(list(islice(changes(file, sleep), 4))) == 4
    assert next(steps, None) is None


def test_a_file_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    """A file that appears later is a change."""
    file = tmp_path / "a.py"

    def sleep(_: float) -> None:
        file.write_text("x")

    assert len(list(islice(changes(file, sleep), 2))) == 2


def test_every_file_below_a_folder_is_watched(tmp_path: Path) -> None:
    """A new one, a changed one and one that has gone; what Python compiled is no change."""
    folder = tmp_path / "package"
    (folder / "__pycache__").mkdir(parents=True)
    (folder / "a.py").write_text("1")
    done: list[Callable[[], object]] = [
        lambda: (folder / "__pycache__" / "a.pyc").write_text("1"),
        lambda: (folder / "b.py").write_text("1"),
        lambda: (folder / "a.py").write_text("12"),
        (folder / "a.py").unlink,
    ]
    steps = iter(done)

    def sleep(_: float) -> None:
        next(steps)()

    assert len(list(islice(folder_changes([folder], sleep), 4))) == 4
    assert next(steps, None) is None
