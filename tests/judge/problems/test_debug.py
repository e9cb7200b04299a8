"""Packages that give a program to be mended: all that they do not say is their base's."""

from pathlib import Path

import pytest

from judge.errors import ProblemError, UsageError
from judge.problems.catalog import Catalog
from judge.problems.corpus import corpus_path, shipped_corpus_path
from judge.problems.package_files import base_of
from judge.problems.validated import version_of
from tests.packages import GIVEN, MEND_MANIFEST, mend_largest


def test_the_question_is_the_bases_and_the_starter_is_the_given_program(tmp_path: Path) -> None:
    """Statement, hints, samples in verdict folders are its own; what decides is the base's."""
    problem = mend_largest(tmp_path)
    base = problem.base
    assert base is not None
    assert problem.starter == GIVEN
    assert problem.title == "Mend largest"
    assert problem.statement != base.statement
    assert (problem.interface, problem.samples) == (base.interface, base.samples)
    assert (problem.memory_bytes, problem.floor_seconds) == (base.memory_bytes, base.floor_seconds)
    assert problem.reference.source == base.reference.source
    assert problem.file("strategies.py") == base.file("strategies.py")
    assert {sample.path.stem for sample in problem.sample_solutions()} == {
        *("smallest", "anew", "as_given"),
    }


def test_the_corpus_is_the_bases_file(tmp_path: Path) -> None:
    """It is made once for both, and a wheel carries it once."""
    problem = mend_largest(tmp_path)
    assert problem.base is not None
    assert corpus_path(tmp_path, problem) == corpus_path(tmp_path, problem.base)
    assert shipped_corpus_path(problem) == shipped_corpus_path(problem.base)


@pytest.mark.parametrize(
    "changed",
    [
        "problems/mend-largest/broken.py",
        "problems/largest/strategies.py",
        "solutions/largest/accepted/reference.py",
    ],
)
def test_the_version_changes_with_whatever_decides(tmp_path: Path, changed: str) -> None:
    """A report of another base is a report of another version."""
    problem = mend_largest(tmp_path)
    assert problem.base is not None
    assert problem.version != problem.base.version
    with (tmp_path / changed).open("a") as file:
        file.write("\n# changed\n")
    assert version_of(problem.folder, problem.solutions) != problem.version


def test_it_is_loaded_from_the_cache_as_from_its_files(tmp_path: Path) -> None:
    """The catalog remembers what was validated."""
    problem = mend_largest(tmp_path)
    catalog = Catalog(tmp_path / "problems", tmp_path / "solutions", tmp_path / "cache")
    assert catalog.get("mend-largest") == catalog.get("mend-largest")
    assert catalog.get("mend-largest").version == problem.version


def test_mutants_are_the_bases_business(tmp_path: Path) -> None:
    """They try cases, and these are the base's."""
    problem = mend_largest(tmp_path)
    with pytest.raises(UsageError, match="its cases are those of largest"):
        problem.refuse("mutants")
    assert problem.refusal("margins") is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('base = "largest"', 'base = "smallest"', "debug.base: there is no package 'smallest'"),
        ('base = "largest"', 'base = "mend-largest"', "mend-largest has a base itself"),
        ('base = "largest"', 'base = "../largest"', "is no name in small letters"),
        ('base = "largest"', "base = 3", "debug.base: Input should be a valid string"),
        ('given = "broken.py"', 'given = "missing.py"', "missing.py: the file is missing"),
        ('given = "broken.py"', 'given = "broken.sql"', "debug.given: it is no file of python"),
        ('given = "broken.py"', 'given = "../x.py"', "debug.given: String should match"),
        ('tags = ["test"]', 'tags = ["test"]\nchecker = "equal"', "checker: Extra inputs"),
        ("[debug]", "[limits]\nmemory_mib = 64\n[debug]", "limits: Extra inputs"),
        ('title = "Mend largest"', "", "title: Field required"),
    ],
)
def test_faults_are_told_with_place_and_mend(tmp_path: Path, old: str, new: str, said: str) -> None:
    """What the base decides cannot be said a second time."""
    with pytest.raises(ProblemError) as told:
        mend_largest(tmp_path, MEND_MANIFEST.replace(old, new))
    assert said in str(told.value)


def test_faults_of_the_base_are_told(tmp_path: Path) -> None:
    """With the base's path."""
    broken = {"problems/largest/statement.md": ""}
    with pytest.raises(ProblemError, match=r"problems/largest/statement\.md: the file is empty"):
        mend_largest(tmp_path, files=broken)


def test_without_an_accepted_solution_no_mend_is_known(tmp_path: Path) -> None:
    """The smallest mend is the least of them."""
    mend_largest(tmp_path)
    for name in ("smallest", "anew"):
        (tmp_path / f"solutions/mend-largest/accepted/{name}.py").unlink()
    with pytest.raises(ProblemError, match="no accepted solution says how few lines"):
        Catalog(tmp_path / "problems", tmp_path / "solutions").get("mend-largest")


def test_a_package_without_a_base_is_told_by_its_file(tmp_path: Path) -> None:
    """Even where the word occurs, or the file is none."""
    problem = mend_largest(tmp_path)
    assert base_of(problem.folder) == "largest"
    assert base_of(tmp_path / "problems" / "largest") is None
    for text in ('title = "debug"', "debug = 3", "[debug]\nbase = []", "[debug", "\udc80debug"):
        (problem.folder / "problem.toml").write_text(text, "utf-8", "surrogateescape")
        assert base_of(problem.folder) is None
