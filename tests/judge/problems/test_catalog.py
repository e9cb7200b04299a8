import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.errors import ProblemError, UsageError
from judge.problems.catalog import Catalog, default_catalog

SOUND = Path(__file__).parent / "folders" / "sound"


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """Three sound packages, and a folder that is none."""
    for slug in ("sum", "product", "prime-product"):
        shutil.copytree(SOUND / "problem", tmp_path / "problems" / slug)
        shutil.copytree(SOUND / "solutions", tmp_path / "solutions" / slug)
    for path in [*tmp_path.rglob("*.py.txt")]:
        path.replace(path.with_suffix(""))
    (tmp_path / "problems" / "notes").mkdir()
    return Catalog(tmp_path / "problems", tmp_path / "solutions")


def test_the_packages_are_listed_by_name(catalog: Catalog) -> None:
    """A folder with a problem.toml is a package; nothing is registered anywhere."""
    assert catalog.slugs() == ["prime-product", "product", "sum"]


def test_a_package_is_found_by_its_slug(catalog: Catalog) -> None:
    """The problem comes with the solutions of the same name."""
    problem = catalog.get("product")
    assert (problem.slug, problem.solutions) == ("product", catalog.solutions / "product")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("prodcut", "product"), ("summ", "sum"), ("SUM", "sum"), ("prime_product", "prime-product")],
)
def test_an_unknown_name_is_answered_with_the_nearest(
    typed: str, meant: str, catalog: Catalog
) -> None:
    """A slip of the finger costs one glance at the message."""
    with pytest.raises(UsageError, match=rf"{typed}.*did you mean [^?]*\b{meant}\b"):
        catalog.get(typed)


def test_part_of_a_name_is_answered_with_the_names_that_hold_it(catalog: Catalog) -> None:
    """Who remembers one word of a name finds it."""
    with pytest.raises(UsageError, match="did you mean prime-product"):
        catalog.get("me-p")


def test_a_name_near_to_none_is_answered_with_the_way_to_the_list(catalog: Catalog) -> None:
    """There is always a next step."""
    with pytest.raises(UsageError, match="`judge list` shows them all"):
        catalog.get("zzzzzzzz")


@pytest.mark.parametrize(
    "typed",
    ["", ".", "..", "/", "../problems/sum", "sum/", "sum/../sum", "./sum", "notes", "sum\0", "*"],
)
def test_a_name_is_never_taken_for_a_path(typed: str, catalog: Catalog) -> None:
    """What the caller types is looked up among known names and joined to no folder."""
    with pytest.raises(UsageError, match="there is no problem"):
        catalog.get(typed)


def test_an_absolute_path_to_a_package_is_no_name(catalog: Catalog) -> None:
    """Not even the true path of a package names it."""
    with pytest.raises(UsageError, match="there is no problem"):
        catalog.get(str(catalog.problems / "sum"))


@given(st.text(max_size=300))
def test_any_text_is_a_known_name_or_a_mistake_of_the_user(typed: str) -> None:
    """Hostile names, long ones and lone surrogates end in one short printable line."""
    catalog = default_catalog()
    if typed in catalog.slugs():
        return
    with pytest.raises(UsageError) as caught:
        catalog.get(typed)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 1000


def test_a_faulty_package_is_listed_and_its_faults_told_when_asked_for(catalog: Catalog) -> None:
    """One broken folder does not hide the others, nor itself."""
    (catalog.problems / "sum" / "statement.md").unlink()
    assert "sum" in catalog.slugs()
    with pytest.raises(ProblemError, match=r"statement\.md: the file is missing"):
        catalog.get("sum")
    assert catalog.get("product").title


def test_a_folder_that_is_not_there_holds_no_packages(tmp_path: Path) -> None:
    """An empty catalogue is a plain answer to `judge list`."""
    assert Catalog(tmp_path / "none", tmp_path / "none").slugs() == []


def test_the_default_catalogue_holds_the_packages_of_this_checkout() -> None:
    """A fresh clone works without any configuration."""
    assert {"lca", "kth-largest"} <= set(default_catalog().slugs())
