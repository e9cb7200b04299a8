"""Which problem a file is for."""

from dataclasses import replace
from pathlib import Path

import pytest

from judge.errors import ProblemError, UsageError
from judge.problems.catalog import default_catalog
from judge.problems.naming import commented_problem, named_problem
from judge.problems.problem import Problem
from judge.values import Interface


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("lca.py", "lca"),
        ("my/LCA.py", "lca"),
        ("kth_largest.py", "kth-largest"),
        ("KthLargest.py", "kth-largest"),
        ("lowestCommonAncestor.py", "lca"),
        ("LRUCache.py", "lru-cache"),
        ("find_kth_largest_2.py", "kth-largest"),
        ("lca-brute.py", "lca"),
        ("lca_second_try.py", "lca"),
        ("lca-attempt-2.py", "lca"),
        ("lca/solution.py", "lca"),
        ("news_feed/main.py", "news-feed"),
        ("url-shortener/attempt2.py", "url-shortener"),
        ("lca/answer_old.py", "lca"),
        ("lca.txt", "lca"),
    ],
)
def test_a_name_tells_the_problem(name: str, slug: str) -> None:
    """The slug or an entry's name, as people write file names, with the number of an attempt."""
    assert named_problem(name, b"", default_catalog()) == slug


@pytest.mark.parametrize(
    "name",
    [
        "solution.py",
        "mine.py",
        "lca2.py",
        "test_lca.py",
        "lca_counterexample_test.py",
        "207.lca.py",
    ],
)
def test_a_name_that_equals_nothing_names_no_problem(name: str) -> None:
    """A part of a name is no name, and the message says what to do."""
    with pytest.raises(UsageError, match="names no problem: name it before the file"):
        named_problem(name, b"", default_catalog())


def test_the_folder_counts_where_the_file_is_named_from_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when nobody wrote the folder's name."""
    (tmp_path / "lca").mkdir()
    monkeypatch.chdir(tmp_path / "lca")
    assert named_problem("solution.py", b"", default_catalog()) == "lca"


@pytest.mark.parametrize(
    ("source", "slug"),
    [
        (b"# judge: news-feed\nclass Solution: ...\n", "news-feed"),
        (b"\xef\xbb\xbf#judge:news_feed", "news-feed"),
        (b"import x\r\n\r\n\r\n\r\nf = 1  # judge: lca\r\n", "lca"),
        (b"-- judge: lca\nSELECT 1", "lca"),
        (b"\n\n\n\n\n# judge: lca\n", None),
        (b"'judge: lca'", None),
        (b"\xff\x00# nothing", None),
    ],
)
def test_a_comment_in_the_first_lines_names_the_problem(source: bytes, slug: str | None) -> None:
    """It beats the file's name."""
    assert commented_problem(source) == slug
    assert named_problem("kth_largest.py", source, default_catalog()) == (slug or "kth-largest")


class Three:
    """Packages a-b and ab share a folded name; test-a and a-b share an entry; one is broken."""

    def slugs(self) -> list[str]:
        return ["a-b", "ab", "broken", "other", "test-a"]

    def get(self, slug: str, /) -> Problem:
        if slug == "broken":
            raise ProblemError(slug, [])
        entry = {"a-b": "go", "test-a": "go", "ab": "walk", "other": "walk"}[slug]
        problem = default_catalog().get("lca")
        return replace(problem, slug=slug, interface=Interface("function", (entry,), ()))


def test_a_name_that_two_packages_share_is_nobodys() -> None:
    """Both are named; packages that only share an entry's name by their kind do not count."""
    for name, both in (("A_B.py", "a-b or ab"), ("walk.py", "ab or other")):
        with pytest.raises(UsageError, match=f"may be {both}"):
            named_problem(name, b"", Three())
    assert named_problem("go.py", b"", Three()) == "a-b"
