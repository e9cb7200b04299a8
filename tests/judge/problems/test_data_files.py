"""The large files of a package: made once, believed only whole, and nobody's to change."""

import json
import os
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from judge.errors import HangError, HostError, ProblemError
from judge.events import DataBuilding
from judge.problems import data_making
from judge.problems.author.process import end_author_code
from judge.problems.data_files import FILES, MARKER, data_folder, ready_data
from judge.problems.problem import Problem, load_package
from judge.records import replace
from judge.settings import Settings
from judge.verdict import Verdict
from sandbox import Tier
from tests.packages import LINES, count_lines, double
from tests.practice import Practice

MAKER = """
def make(folder):
    with (folder / "numbers.txt").open("w") as file:
        for i in range(4):
            file.write(f"{i}\\n" * 1000)
            yield i + 1, 4
"""
NUMBERS = b"".join(b"%d\n" % i * 1000 for i in range(4))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(cache_dir=tmp_path / "cache", state_dir=tmp_path / "state")


def with_data(folder: Path, maker: str = MAKER) -> Problem:
    """Write a small package whose data.py is `maker`."""
    problem = double(folder)
    (problem.folder / "data.py").write_text(maker)
    return load_package(problem.folder, problem.solutions)


def made(problem: Problem, settings: Settings) -> tuple[Path, int]:
    """Return the folder of a package's data, and how many steps it took to make."""
    folder: Path | None = None

    def making() -> Iterator[DataBuilding]:
        nonlocal folder
        folder = yield from ready_data(problem, settings)

    count = len(list(making()))
    assert folder is not None
    return folder, count


def kept(settings: Settings) -> list[str]:
    """Return the names of all that lies where data is kept."""
    return sorted(path.name for path in (settings.cache_dir / "data").iterdir())


def test_a_package_without_a_maker_has_no_data(tmp_path: Path, settings: Settings) -> None:
    """Most packages: nothing is made, and no folder either."""
    problem = double(tmp_path)
    assert data_folder(problem, settings) is None
    assert list(ready_data(problem, settings)) == []
    assert not settings.cache_dir.exists()


def test_data_is_made_once(tmp_path: Path, settings: Settings) -> None:
    """The first run waits and sees how far it is; all others find the files."""
    problem = with_data(tmp_path)
    folder, steps = made(problem, settings)
    assert (folder / "numbers.txt").read_bytes() == NUMBERS
    before = (folder / "numbers.txt").stat()
    assert (steps, made(problem, settings)) == (4, (folder, 0))
    assert (folder / "numbers.txt").stat().st_ino == before.st_ino


def test_a_change_of_the_maker_alone_makes_other_data(tmp_path: Path, settings: Settings) -> None:
    """Not a change of the statement: 200 MB are not made anew for a comma."""
    problem = with_data(tmp_path)
    folder, _ = made(problem, settings)
    (problem.folder / "statement.md").write_text("# Double, and a comma\n")
    assert made(load_package(problem.folder, problem.solutions), settings) == (folder, 0)
    (problem.folder / "data.py").write_text(MAKER.replace("range(4)", "range(3)"))
    # Python tells a module from its cached bytecode by size and second.
    os.utime(problem.folder / "data.py", (0, 0))
    other, steps = made(load_package(problem.folder, problem.solutions), settings)
    assert (other != folder, steps) == (True, 3)


def test_nobody_may_write_and_everybody_may_read(tmp_path: Path, settings: Settings) -> None:
    """Programs run as another user than whoever made the files."""
    before = os.umask(0o077)
    try:
        folder, _ = made(with_data(tmp_path), settings)
    finally:
        os.umask(before)
    assert (folder / "numbers.txt").stat().st_mode & 0o777 == 0o444
    assert folder.stat().st_mode & 0o777 == folder.parent.stat().st_mode & 0o777 == 0o755


def cut(folder: Path) -> None:
    rewrite(folder / FILES / "numbers.txt", NUMBERS[:-1])


def cut_unnoticed(folder: Path) -> None:
    path = folder / FILES / "numbers.txt"
    seen = path.stat()
    cut(folder)
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def changed(folder: Path) -> None:
    rewrite(folder / FILES / "numbers.txt", b"9" + NUMBERS[1:])


def rewrite(path: Path, content: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(content)
    os.utime(path, ns=(1, 1))


def fewer(folder: Path) -> None:
    (folder / FILES / "numbers.txt").unlink()


def more(folder: Path) -> None:
    (folder / FILES / "more.txt").write_text("more")


def unmarked(folder: Path) -> None:
    (folder / MARKER).unlink()


def marked(text: str) -> Callable[[Path], None]:
    def harm(folder: Path) -> None:
        (folder / MARKER).write_text(text)

    return harm


@pytest.mark.parametrize(
    "harm",
    [
        cut,
        cut_unnoticed,
        changed,
        fewer,
        more,
        unmarked,
        marked(""),
        marked("[]"),
        marked("{}"),
        marked("7"),
        marked('{"numbers.txt": 7}'),
        marked('{"numbers.txt": {"size": 8000, "modified": 1}}'),
    ],
)
def test_what_is_not_whole_is_never_believed(
    tmp_path: Path, settings: Settings, harm: Callable[[Path], None]
) -> None:
    """Cut, changed, half there, or without a marker that can be read: it is made again."""
    problem = with_data(tmp_path)
    folder, _ = made(problem, settings)
    harm(folder.parent)
    assert made(problem, settings) == (folder, 4)
    assert {path.name for path in folder.iterdir()} == {"numbers.txt"}
    assert (folder / "numbers.txt").read_bytes() == NUMBERS
    assert len(kept(settings)) == 1


def test_a_copy_of_the_cache_is_believed_when_its_content_is_the_same(
    tmp_path: Path, settings: Settings
) -> None:
    """Another time alone is no reason to make it again: then the checksum decides."""
    problem = with_data(tmp_path)
    folder, _ = made(problem, settings)
    rewrite(folder / "numbers.txt", NUMBERS)
    assert made(problem, settings) == (folder, 0)


def test_half_made_data_is_seen_by_nobody(tmp_path: Path, settings: Settings) -> None:
    """Until all is there, its place is empty; who gives up leaves nothing."""
    problem = with_data(tmp_path)
    steps = ready_data(problem, settings)
    assert next(steps) == DataBuilding(1, 4)
    folder = data_folder(problem, settings)
    assert folder is not None
    assert not folder.parent.exists()
    assert len(kept(settings)) == 1
    steps.close()
    assert kept(settings) == []


@pytest.mark.parametrize("unsound", [False, True])
def test_two_at_once_make_the_same_data(
    tmp_path: Path, settings: Settings, *, unsound: bool
) -> None:
    """The second to be ready takes what the first has put there; so over broken data."""
    problem = with_data(tmp_path)
    if unsound:
        cut(made(problem, settings)[0].parent)
    first, second = (ready_data(problem, settings) for _ in range(2))
    for _ in range(4):
        next(first)
        next(second)
    folder = finished(first)
    inode = (folder / "numbers.txt").stat().st_ino
    assert finished(second) == folder
    assert (folder / "numbers.txt").stat().st_ino == inode
    assert len(kept(settings)) == 1
    assert made(problem, settings) == (folder, 0)


def finished(steps: Generator[DataBuilding, None, Path | None]) -> Path:
    with pytest.raises(StopIteration) as ready:
        next(steps)
    assert isinstance(ready.value.value, Path)
    return ready.value.value


@pytest.mark.needs("linux")
def test_a_full_disk_is_told_in_words(tmp_path: Path, settings: Settings) -> None:
    """What, where, why, and what to do; and nothing is left on it."""
    full = "__import__('pathlib').Path('/dev/full').write_text('x')"
    maker = MAKER.replace("yield", f"{full}\n            yield")
    with pytest.raises(HostError, match=r"cannot keep the data of double in .*No space left") as it:
        made(with_data(tmp_path, maker), settings)
    assert "Set JUDGE_CACHE_DIR" in str(it.value)
    assert kept(settings) == []


def test_a_cache_that_is_no_folder_is_told_in_words(tmp_path: Path, settings: Settings) -> None:
    """The same words for whatever the system refuses."""
    settings.cache_dir.write_text("in the way")
    with pytest.raises(HostError, match="Not a directory"):
        made(with_data(tmp_path), settings)


def test_a_maker_that_fails_is_the_authors_fault(tmp_path: Path, settings: Settings) -> None:
    """The message names the file, and nothing half made is left."""
    with pytest.raises(ProblemError, match=r"data\.py.*ZeroDivisionError"):
        made(with_data(tmp_path, "def make(folder):\n    yield 1 // 0, 1\n"), settings)
    assert kept(settings) == []


def test_data_of_old_versions_goes_when_nobody_has_used_it_for_a_week(
    tmp_path: Path, settings: Settings
) -> None:
    """What was used lately stays: another version of the judge may be at work with it."""
    problem = with_data(tmp_path)
    folder, _ = made(problem, settings)
    lately, other = "double-" + "1" * 16, "double-entry-" + "1" * 16
    old, alien = "double-" + "2" * 16, "double-notes"
    for name, days in ((lately, 6), (old, 8), (other, 8), (alien, 8)):
        place = folder.parent.parent / name
        place.mkdir()
        (place / MARKER).write_text("{}")
        aged(place / MARKER, days)
    (problem.folder / "data.py").write_text(MAKER + "\n")
    changed_maker, _ = made(load_package(problem.folder, problem.solutions), settings)
    left = {folder.parent.name, changed_maker.parent.name, lately, other, alien}
    assert set(kept(settings)) == left


def test_each_use_counts_as_one(tmp_path: Path, settings: Settings) -> None:
    """Data that is old and still judged with is not cleared away."""
    problem = with_data(tmp_path)
    folder, _ = made(problem, settings)
    aged(folder.parent / MARKER, 8)
    made(problem, settings)
    assert time.time() - (folder.parent / MARKER).stat().st_mtime < 60


def test_what_a_killed_judge_left_half_made_goes_after_a_day(
    tmp_path: Path, settings: Settings
) -> None:
    """A younger one may still be at work."""
    place = settings.cache_dir / "data"
    for name, days in ((".old.new", 2), (".young.new", 0.5), (".aside.old", 2)):
        (place / name / FILES).mkdir(parents=True)
        aged(place / name, days)
    folder, _ = made(with_data(tmp_path), settings)
    assert kept(settings) == [".young.new", folder.parent.name]


def aged(path: Path, days: float) -> None:
    then = time.time() - days * 86_400
    os.utime(path, (then, then))


BIG = """
def make(folder):
    (folder / "big.txt").write_bytes(b"a line of the log\\n" * 300_000)
    yield 1, 1
"""
LARGE = (
    LINES.replace("validate(arguments):", "checked(arguments):")
    + """

def validate(arguments):
    return None if arguments["log"] == {"data": "big.txt"} else checked(arguments)


def scales():
    yield 300_000, {"log": {"data": "big.txt"}}
"""
)


@pytest.fixture(scope="module")
def practice() -> Iterator[Practice]:
    """`count_lines` with a log of 5 MB, in a folder that everybody may enter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield Practice(folder, count_lines(folder, LARGE, files={"data.py": BIG}))


@pytest.mark.needs("full")
@pytest.mark.parametrize("tier", list(Tier))
def test_a_submission_reads_the_large_file_by_its_path(practice: Practice, tier: Tier) -> None:
    """In every tier, and without a copy: the file is larger than what a program may write."""
    source = "def count_lines(path): return sum(l != b'\\n' for l in open(path, 'rb'))\n"
    report = practice.report(source, tier=tier)
    assert report.verdict is Verdict.ACCEPTED, report.summary


@pytest.mark.needs("full", "root")
def test_data_out_of_the_programs_reach_is_told_in_words(
    practice: Practice, tmp_path: Path
) -> None:
    """Without namespaces root's programs are another user, who must get there too."""
    (tmp_path / "roots").mkdir(mode=0o700)
    with pytest.raises(HostError, match=r"cannot enter .*Set JUDGE_CACHE_DIR"):
        practice.report("", tier=Tier.LANDLOCK, cache_dir=tmp_path / "roots")


@pytest.mark.needs("full")
@pytest.mark.parametrize(
    ("act", "verdict"),
    [
        ("open(path, 'ab')", Verdict.RULE_VIOLATION),
        ("os.truncate(path, 0)", Verdict.RUN_TIME_ERROR),
        ("os.unlink(path)", Verdict.RULE_VIOLATION),
    ],
)
def test_a_submission_cannot_change_what_all_runs_share(
    practice: Practice, act: str, verdict: Verdict
) -> None:
    """It is refused, and the next submission reads the same file."""
    source = "import os\ndef count_lines(path):\n"
    source += f"  if os.path.getsize(path) > 10**6: {act}\n"
    source += "  return sum(l != b'\\n' for l in open(path, 'rb'))\n"
    report = practice.report(source)
    assert report.verdict is verdict, report.summary
    assert report.failure is not None
    assert json.loads(json.dumps(report.failure.arguments)) == {"log": {"data": "big.txt"}}
    folder = data_folder(practice.problem, practice.settings)
    assert folder is not None
    assert (folder / "big.txt").read_bytes() == b"a line of the log\n" * 300_000


@pytest.mark.parametrize(
    "trusted", [True, pytest.param(False, marks=pytest.mark.needs("full"), id="untrusted")]
)
def test_endless_quick_steps_have_a_bound_together(
    trusted: bool, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though each is far within its own."""
    monkeypatch.setattr(data_making, "MAKE_SECONDS", 0.3)
    maker = "def make(folder):\n    while True:\n        yield 1, 2\n"
    problem = replace(with_data(tmp_path, maker), trusted=trusted)
    try:
        with pytest.raises(HangError, match=r"data\.py: make: it had not ended after 0 s"):
            made(problem, settings)
    finally:
        end_author_code()
    assert kept(settings) == []
