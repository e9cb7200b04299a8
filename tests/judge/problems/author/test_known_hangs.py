"""A function that hung is not called again, unless its package has changed."""

from pathlib import Path

import pytest

from judge.problems.author.call import PackageFile
from judge.problems.author.known_hangs import is_known_to_hang, known_hangs


@pytest.fixture
def file(tmp_path: Path) -> PackageFile:
    return PackageFile("toy", tmp_path / "strategies.py", "1")


def test_a_hang_is_told_again_without_a_call(file: PackageFile) -> None:
    """With the same words; neither another function nor another version is concerned."""
    fault = file.hang("edges()", 60.0, 3)
    with pytest.raises(type(fault)), known_hangs(file, "edges()"):
        raise fault
    called = False
    with pytest.raises(type(fault), match="it had not ended"), known_hangs(file, "edges()"):
        called = True
    assert not called
    others = [(file, "sized()"), (PackageFile(file.slug, file.path, "2"), "edges()")]
    for other, function in others:
        assert not is_known_to_hang(other, function)
        with known_hangs(other, function):
            pass


def test_another_failure_is_not_kept(file: PackageFile) -> None:
    """It costs no time, and may have come from outside: memory ran out, somebody cancelled."""
    fault = file.fault("edges()", "it was interrupted", "Try again")
    with pytest.raises(type(fault)), known_hangs(file, "edges()"):
        raise fault
    with known_hangs(file, "edges()"):
        pass
