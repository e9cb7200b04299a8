"""A package from elsewhere cannot have files of the person's own shown or sent by a link."""

import shutil
from pathlib import Path

import pytest

from judge.authoring import write_skeleton
from judge.errors import ProblemError
from judge.problems.catalog import Catalog
from judge.problems.own_packages import Trusted
from tests.packages import mend_largest

FILES = (
    "problem.toml",
    "statement.md",
    "editorial.md",
    "starter.py",
    "strategies.py",
    "solutions/accepted/reference.py",
    "solutions/wrong_answer/first_three.py",
)


def catalog(folder: Path, *, trusted: bool = False) -> Catalog:
    nowhere = folder / "nowhere"
    own = (folder / "mine",)
    return Catalog(nowhere, nowhere, own=own, trusted=lambda: Trusted(everything=trusted))


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package, with every file that may be a link, in a folder of packages."""
    write_skeleton(tmp_path / "mine", "first-one")
    package = tmp_path / "mine" / "first-one"
    more = package / "solutions" / "wrong_answer" / "first_three.py"
    more.parent.mkdir(exist_ok=True)
    more.write_text("def first_one(nums): return max(nums[:3])\n")
    return package


@pytest.mark.parametrize("name", FILES)
def test_a_link_out_of_a_package_is_named_and_not_followed(
    name: str, package: Path, tmp_path: Path
) -> None:
    """Whoever trusts the package may link what they like."""
    secret = tmp_path / "secret"
    (package / name).rename(secret)
    (package / name).symlink_to(secret)
    with pytest.raises(ProblemError, match="a link that leads out of its folder") as caught:
        catalog(tmp_path).get("first-one")
    [fault] = caught.value.faults
    assert fault.path == str(package / name)
    assert f"judge trust {package}" in fault.mend
    assert catalog(tmp_path, trusted=True).get("first-one").slug == "first-one"


@pytest.mark.parametrize("name", ["statement.md", "solutions/accepted/reference.py"])
def test_a_link_inside_a_package_is_followed(name: str, package: Path, tmp_path: Path) -> None:
    beside = (package / name).with_name(f"beside{Path(name).suffix}")
    (package / name).rename(beside)
    (package / name).symlink_to(beside.name)
    assert catalog(tmp_path).get("first-one").statement.startswith("# ")


def test_solutions_elsewhere_are_named(package: Path, tmp_path: Path) -> None:
    """In either layout, and where a link leads round and round."""
    shutil.move(package / "solutions", tmp_path / "elsewhere")
    (package / "solutions").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ProblemError, match=r"first-one/solutions: it is a link"):
        catalog(tmp_path).get("first-one")
    (package / "solutions").unlink()
    for name in ("problems", "solutions"):
        (tmp_path / "mine" / name).mkdir()
    shutil.move(package, tmp_path / "mine" / "problems" / "first-one")
    there = tmp_path / "mine" / "solutions" / "first-one"
    there.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ProblemError, match=r"solutions/first-one: it is a link"):
        catalog(tmp_path).get("first-one")
    there.unlink()
    shutil.move(tmp_path / "elsewhere", there)
    assert catalog(tmp_path).get("first-one").slug == "first-one"
    (there / "accepted" / "round.py").symlink_to("round.py")
    with pytest.raises(ProblemError, match=r"round\.py: it is a link"):
        catalog(tmp_path).get("first-one")


def test_what_packages_share_lies_beside_them(package: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (package.parent / "_shared").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ProblemError, match=r"_shared: it is a link"):
        catalog(tmp_path).get("first-one")


def test_a_base_may_link_no_more_than_the_package_itself(tmp_path: Path) -> None:
    """Its files are shown as the package's."""
    mend_largest(tmp_path / "mine")
    assert catalog(tmp_path).get("mend-largest").base is not None
    reference = tmp_path / "mine" / "solutions" / "largest" / "accepted" / "reference.py"
    reference.rename(tmp_path / "secret.py")
    reference.symlink_to(tmp_path / "secret.py")
    with pytest.raises(ProblemError, match=r"reference\.py: it is a link"):
        catalog(tmp_path).get("mend-largest")


def test_a_package_that_is_a_link_itself_may_be_read(package: Path, tmp_path: Path) -> None:
    """Whoever has the folder has put it there."""
    shutil.move(package, tmp_path / "elsewhere")
    package.symlink_to(tmp_path / "elsewhere")
    assert not catalog(tmp_path).get("first-one").trusted
