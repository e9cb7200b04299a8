import json
import subprocess
import sys
from pathlib import Path

import pytest

from judge.errors import ProblemError
from judge.problems.problem import Problem, load_package
from judge.problems.validated import State, load_manifest, validating_modules, version_of
from tests.packages import largest


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return largest(tmp_path / "package")


def load(problem: Problem, cache: Path) -> Problem:
    return load_package(problem.folder, problem.solutions, cache)


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def kept(cache: Path) -> Path:
    return cache / "packages" / "largest.json"


def test_a_sound_package_is_the_same_from_the_folder_and_from_what_is_kept(
    problem: Problem, tmp_path: Path
) -> None:
    """Nothing is lost on the way: names, shapes, samples, limits."""
    assert load(problem, tmp_path) == problem
    written = kept(tmp_path).stat().st_mtime_ns
    assert load(problem, tmp_path) == problem
    assert kept(tmp_path).stat().st_mtime_ns == written


def test_what_is_kept_is_read(problem: Problem, tmp_path: Path) -> None:
    """The second load believes the first, so that pydantic need not be imported."""
    load(problem, tmp_path)
    file = json.loads(kept(tmp_path).read_text())
    file["value"]["title"] = "Kept"
    kept(tmp_path).write_text(json.dumps(file))
    assert load(problem, tmp_path).title == "Kept"


@pytest.mark.parametrize("broken", ["", "{}", "[]", "null", '{"key": 1}', "\0", "[" * 10_000])
def test_a_broken_file_is_as_if_it_were_not_there(
    problem: Problem, tmp_path: Path, broken: str
) -> None:
    """Whatever stands in the cache, the package decides."""
    load(problem, tmp_path)
    kept(tmp_path).write_text(broken)
    assert load(problem, tmp_path) == problem
    assert load_manifest(tmp_path, "largest", State("no such", "accepted")) is None


def test_a_new_fault_is_found_after_a_package_was_sound(problem: Problem, tmp_path: Path) -> None:
    """A changed file, a changed reference and a misplaced solution: each is looked at anew."""
    load(problem, tmp_path)
    (problem.solutions / "wrong.py").write_text("pass\n")
    with pytest.raises(ProblemError, match="in no folder"):
        load(problem, tmp_path)
    (problem.solutions / "wrong.py").unlink()
    manifest = problem.folder / "problem.toml"
    manifest.write_text(manifest.read_text().replace('difficulty = "easy"', 'difficulty = "so"'))
    with pytest.raises(ProblemError, match="difficulty"):
        load(problem, tmp_path)


def test_a_cache_that_cannot_be_written_is_no_fault(problem: Problem, tmp_path: Path) -> None:
    """It only saves time."""
    closed = tmp_path / "file"
    closed.write_text("")
    assert load(problem, closed) == problem


def test_the_version_hangs_on_the_package_and_its_reference_alone(problem: Problem) -> None:
    """Not on other solutions, and not on what interpreters leave behind."""
    before = version_of(problem.folder, problem.solutions)
    (problem.folder / "__pycache__").mkdir()
    (problem.folder / "__pycache__" / "x.pyc").write_bytes(b"x")
    (problem.solutions / "accepted" / "other.py").write_text("pass\n")
    assert version_of(problem.folder, problem.solutions) == before
    (problem.solutions / "accepted" / "reference.py").write_text("def largest(nums): return 1\n")
    assert version_of(problem.folder, problem.solutions) != before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("statement.md", "", "Another sentence.\n"),
        ("editorial.md", "", "Another way.\n"),
        ("starter.py", "", "# Write here.\n"),
        ("problem.toml", 'title = "', 'title = "The '),
        ("problem.toml", "tags = [", 'tags = ["array", '),
        ("problem.toml", "", 'hints = ["Look at each number once."]\n'),
        ("problem.toml", "", 'aliases = ["greatest"]\n'),
        ("problem.toml", "{ arguments = ", '{ explanation = "Look.", arguments = '),
    ],
)
def test_what_people_read_is_no_new_version(
    problem: Problem, tmp_path: Path, name: str, old: str, new: str
) -> None:
    """Nothing is made anew for it, and everybody sees it at once."""
    rewrite(problem.folder / name, old, new)
    changed = load(problem, tmp_path)
    assert changed.version == problem.version
    assert changed != problem


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("strategies.py", "", "# another input\n"),
        ("problem.toml", "floor_seconds = 0.3", "floor_seconds = 0.4"),
        ("problem.toml", "", "loose = true\n"),
        ("problem.toml", "names = [", 'names = ["greatest", '),
        ("problem.toml", 'expected = "3"', 'expected = "4"'),
    ],
)
def test_what_decides_is_a_new_version(
    problem: Problem, tmp_path: Path, name: str, old: str, new: str
) -> None:
    """Whatever may change a verdict, or an input."""
    rewrite(problem.folder / name, old, new)
    assert load(problem, tmp_path).version != problem.version


def test_a_change_of_any_module_that_validates_is_a_reason_to_validate_again() -> None:
    """The modules that a validation loads are all among those whose state is in the key."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from judge.problems import load_package\n"
        "for slug in ('lca', 'rate-limiter'):\n"
        "    load_package(Path('problems', slug), Path('solutions', slug))\n"
        "print(*(m.__file__ for n, m in sys.modules.items() if n.partition('.')[0] == 'judge'))\n"
    )
    root = Path(__file__).parents[3]
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert {Path(name) for name in loaded.stdout.split()} <= set(validating_modules())


def test_what_packages_share_belongs_to_the_version_of_those_that_import_it(
    problem: Problem,
) -> None:
    """And to no other's: a change of it makes their cases anew, and theirs alone."""
    shared = problem.folder.parent / "_shared"
    shared.mkdir()
    (shared / "numbers.py").write_text("LEAST = 1\n")
    before = version_of(problem.folder, problem.solutions)
    assert before == problem.version
    strategies = problem.folder / "strategies.py"
    strategies.write_text(f"from _shared import numbers\n{strategies.read_text()}")
    sharing = version_of(problem.folder, problem.solutions)
    (shared / "numbers.py").write_text("LEAST = 2\n")
    assert len({before, sharing, version_of(problem.folder, problem.solutions)}) == 3


def test_a_package_imports_what_is_shared_as_it_is_now(problem: Problem) -> None:
    """The process lives on between two versions of the folder."""
    shared = problem.folder.parent / "_shared"
    shared.mkdir()
    strategies = problem.folder / "strategies.py"
    text = strategies.read_text()
    strategies.write_text(
        f"from _shared import bounds\n{text}\n\nSIZES = bounds.SIZES\nsized = 1\n"
    )
    for sizes in ((1, 5), (2, 60)):
        (shared / "bounds.py").write_text(f"SIZES = {sizes}\n")
        found = load_package(problem.folder, problem.solutions).strategies()
        assert found.sizes == sizes
