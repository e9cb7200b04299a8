"""What lies in a package's folder by accident is a fault of that package alone, or none."""

import os
import tempfile
import warnings
from contextlib import suppress
from pathlib import Path

import pytest

from judge.errors import ProblemError
from judge.problems import package_files
from judge.problems.catalog import Catalog
from judge.problems.problem import Problem, load_package
from tests.packages import double, largest

#: Of a user who owns nothing.
NOBODY = 65534


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return largest(tmp_path)


def stray(folder: Path, kind: str) -> None:
    """Put something into a folder that no package holds."""
    match kind:
        case "name":
            Path(os.fsdecode(os.fsencode(folder) + b"/notes-\xff")).write_text("x")
        case "control":
            (folder / "two\nlines").write_text("x")
        case "pipe":
            os.mkfifo(folder / "pipe")
        case "dangling":
            (folder / "words.txt").symlink_to("/nowhere/words.txt")
        case "device":
            (folder / "zero").symlink_to("/dev/zero")
        case "huge":
            with (folder / "video.bin").open("wb") as file:
                file.truncate(3 * 2**30)
        case "folder":
            (folder / "words").symlink_to("/etc")
        case "many":
            (folder / "node_modules").mkdir()
            for number in range(package_files.MOST_FILES + 1):
                (folder / "node_modules" / str(number)).touch()


KINDS = ("name", "control", "pipe", "dangling", "device", "huge", "folder", "many")


@pytest.mark.parametrize("kind", KINDS)
def test_a_stray_file_is_a_fault_of_that_package_alone(
    kind: str, problem: Problem, tmp_path: Path
) -> None:
    """By its name, at once, and the other packages load."""
    double(tmp_path)
    stray(problem.folder, kind)
    catalog = Catalog(problem.folder.parent, problem.solutions.parent, tmp_path / "cache")
    with pytest.raises(ProblemError) as caught:
        catalog.get("largest")
    [fault] = caught.value.faults
    assert fault.path.startswith(str(problem.folder))
    assert fault.mend
    assert catalog.get("double").slug == "double"


def test_other_faults_are_told_with_it(problem: Problem) -> None:
    """All faults of a package come together."""
    stray(problem.folder, "pipe")
    (problem.folder / "editorial.md").unlink()
    with pytest.raises(ProblemError) as caught:
        load_package(problem.folder, problem.solutions)
    assert {Path(fault.path).name for fault in caught.value.faults} == {"pipe", "editorial.md"}


@pytest.mark.parametrize("name", [".strategies.py.swp", "strategies.py~", "#a#", ".DS_Store"])
def test_what_tools_leave_behind_is_no_part_of_a_package(name: str, problem: Problem) -> None:
    """Not even where nobody may read it."""
    (problem.folder / name).symlink_to("/nowhere")
    (problem.folder / ".git").mkdir()
    (problem.folder / ".git" / "index").write_text("x")
    assert load_package(problem.folder, problem.solutions).version == problem.version


def test_a_file_in_a_folder_of_the_package_is_a_part_of_it(problem: Problem) -> None:
    """A changed word list makes another version."""
    (problem.folder / "words").mkdir()
    (problem.folder / "words" / "en.txt").write_text("a\n")
    before = load_package(problem.folder, problem.solutions).version
    assert before != problem.version
    (problem.folder / "words" / "en.txt").write_text("b\n")
    assert load_package(problem.folder, problem.solutions).version not in (before, problem.version)


@pytest.mark.parametrize("name", ["problem.toml", "strategies.py"])
def test_a_pipe_in_place_of_a_part_is_waited_for_by_nobody(name: str, problem: Problem) -> None:
    """Reading it would never end."""
    (problem.folder / name).unlink()
    os.mkfifo(problem.folder / name)
    with pytest.raises(ProblemError, match="it is no regular file"):
        load_package(problem.folder, problem.solutions)


@pytest.mark.parametrize("name", ["problem.toml", "statement.md", "strategies.py", "reference.py"])
def test_what_this_user_may_not_read_is_named(name: str) -> None:
    """Root may read all, so another user tries it in a process of its own."""
    with tempfile.TemporaryDirectory() as place:  # that of pytest is root's alone
        folder = Path(place)
        folder.chmod(0o755)
        problem = largest(folder)
        found = [one for one in folder.rglob(name) if one.parent.name != "wrong_answer"]
        found[0].chmod(0o000)
        assert f"{found[0]}: it cannot be read: Permission denied" in as_nobody(problem)


def as_nobody(problem: Problem) -> str:
    """Return what another user than root is told of a package; it has what is imported here."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads that other tests have left
        child = os.fork()
    if child == 0:
        with suppress(BaseException):
            if os.geteuid() == 0:
                os.setgroups([])
                os.setresgid(NOBODY, NOBODY, NOBODY)
                os.setresuid(NOBODY, NOBODY, NOBODY)
            try:
                load_package(problem.folder, problem.solutions)
            except ProblemError as error:
                os.write(writing, str(error).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        said = told.read().decode()
    os.waitpid(child, 0)
    return said


def test_a_reference_that_is_a_pipe_is_waited_for_by_nobody(problem: Problem) -> None:
    """It belongs to the version, too."""
    path = problem.solutions / "accepted" / "reference.py"
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(ProblemError, match="reference"):
        load_package(problem.folder, problem.solutions)


def test_a_byte_order_mark_is_named_where_it_matters(problem: Problem) -> None:
    """TOML knows none; Python and readers of Markdown skip it."""
    for name in ("strategies.py", "statement.md", "starter.py"):
        path = problem.folder / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    loaded = load_package(problem.folder, problem.solutions)
    assert (loaded.statement, loaded.starter) == (problem.statement, problem.starter)
    assert list(loaded.strategies().edges()) == list(problem.strategies().edges())
    manifest = problem.folder / "problem.toml"
    manifest.write_bytes(b"\xef\xbb\xbf" + manifest.read_bytes())
    with pytest.raises(ProblemError) as caught:
        load_package(problem.folder, problem.solutions)
    [fault] = caught.value.faults
    assert fault.reason == "it begins with a byte order mark, which TOML does not allow"
