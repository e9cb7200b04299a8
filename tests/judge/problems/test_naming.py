"""Which problem a file is of."""

import functools
import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from judge.errors import ProblemError
from judge.problems.catalog import default_catalog
from judge.problems.naming import (
    SHARERS,
    FoundBy,
    UnknownProblemError,
    commented_problem,
    find_problem,
)
from judge.problems.problem import Problem
from judge.values import Interface


class Bundled:
    """The packages of this checkout, each loaded once."""

    def slugs(self) -> list[str]:
        return default_catalog().slugs()

    @functools.cache  # noqa: B019 - there is one of it
    def get(self, slug: str, /) -> Problem:
        return default_catalog().get(slug)


BUNDLED = Bundled()


def found(path: str, source: bytes = b"") -> tuple[str, str]:
    """Return the slug of a bundled problem, and what told it."""
    told = find_problem(path, source, BUNDLED)
    return told.slug, told.by.value


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("lca.py", "lca"),
        ("test_lca.py", "test-lca"),
        ("my/LCA.py", "lca"),
        ("course_schedule_ii.py", "course-schedule"),
        ("coursescheduleii.py", "course-schedule"),
        ("210.course-schedule-ii.py", "course-schedule"),
        ("kth_largest.py", "kth-largest"),
        ("KthLargest.py", "kth-largest"),
        ("lowestCommonAncestor.py", "lca"),
        ("LRUCache.py", "lru-cache"),
        ("find_kth_largest_2.py", "kth-largest"),
        ("lca-brute.py", "lca"),
        ("lca_second_try.py", "lca"),
        ("lca-try.py", "lca"),
        ("lca-attempt-2.py", "lca"),
        ("lca_old_3.py", "lca"),
        ("lca (2).py", "lca"),
        ("lca_v2.py", "lca"),
        ("lca.txt", "lca"),
        ("lca", "lca"),
        ("dir with spaces/ünï/lca.py", "lca"),
        ("C:\\rounds\\Kth Largest.py", "kth-largest"),
        ("lowest-common-ancestor-of-a-binary-tree.py", "lca"),
        ("Lowest Common Ancestor of a Binary Tree.py", "lca"),
        ("LongestSubstringWithoutRepeatingCharacters.py", "longest-unique-substring"),
        ("236.lowest-common-ancestor-of-a-binary-tree.py", "lca"),
        ("236.lowest-common-ancestor-of-a-binary-tree", "lca"),
        ("0236_lca.py", "lca"),
        ("236.py", "lca"),
        ("lc-236.py", "lca"),
        ("LeetCode236.py", "lca"),
        ("3.longest-substring.py", "longest-unique-substring"),
        ("17-second-words.py", "letter-combinations"),
    ],
)
def test_a_name_tells_the_problem(path: str, slug: str) -> None:
    """A slug, an entry's name or an alias as people write file names, or LeetCode's number."""
    assert found(path) == (slug, "name")


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("lca/solution.py", "lca"),
        ("/home/me/news_feed/main.py", "news-feed"),
        ("url-shortener/attempt2.py", "url-shortener"),
        ("lca/answer_old.py", "lca"),
        ("lca/Solution2.py", "lca"),
        ("0236.whatever/solution.py", "lca"),
        ("./lca/./solution.py", "lca"),
        ("lca/x/../solution.py", "lca"),
        ("lca_2/solution.py", "lca"),
    ],
)
def test_a_folder_tells_it_where_the_file_says_nothing(path: str, slug: str) -> None:
    """Under the same rules."""
    assert found(path) == (slug, "folder")


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "..",
        ".py",
        "/",
        "solution.py",
        "lca/../solution.py",
        "lca/mainframe.py",
        "mine.py",
        "lca2.py",
        "test_two_sum.py",
        "lca_counterexample_test.py",
        "lca/solution_counterexample_test.py",
        "207.lca.py",
        "207.py",
        "207.course-schedule.py",
        "coursescheduleiii.py",
        "lc207.py",
        "2024-11-29-lca.py",
        "course_schedule_iii.py",
        "lowest_common_ancestor_of_a_binary_tree_ii.py",
        "LowestCommonAncestorOfABinaryTreeIII.py",
        "lowest-common-ancestor-of-a-binary-tree-2.py",
        "lowest-common-ancestor-of-a-binary-tree-2-brute.py",
        "lowest-common-ancestor-of-a-binary-search-tree.py",
        "kth-largest-element-in-a-stream.py",
        "decode-ways.py",
        "3sum.py",
        "3-sum.py",
        "3_sum_closest.py",
        "lca\0.py",
        "lca" * 60 + ".py",
    ],
)
def test_a_name_that_equals_nothing_names_no_problem(path: str) -> None:
    """A part of a name, another number and another problem's name are no name."""
    with pytest.raises(UnknownProblemError):
        find_problem(path, b"", BUNDLED)


@pytest.mark.parametrize(
    ("source", "slug"),
    [
        (b"# judge: news-feed\nclass Solution: ...\n", "news-feed"),
        (b"\xef\xbb\xbf#judge:news_feed", "news-feed"),
        (b"# judge: News-Feed\n", "news-feed"),
        (b"import x\r\n\r\n\r\n\r\nf = 1  # judge: lca\r\n", "lca"),
        (b"\r\r\r# judge: lca\rpass", "lca"),
        (b"-- judge: lca\nSELECT 1", "lca"),
        (b"\n\n\n\n\n# judge: lca\n", None),
        (b"'judge: lca'", None),
        (b"# the judge: lca", None),
        (b"\xff\x00# nothing", None),
    ],
)
def test_a_comment_in_the_first_lines_names_the_problem(source: bytes, slug: str | None) -> None:
    """It beats the file's name, and LeetCode's header."""
    assert commented_problem(source) == slug
    wanted = (slug, "comment") if slug else ("kth-largest", "name")
    assert found("kth_largest.py", source) == wanted
    if slug:
        assert found("x.py", b"# @lc app=leetcode id=215 lang=python3 " + source) == wanted


HEADER = b"#\n# @lc app=leetcode.cn id=236 lang=python3\n#\n# [236] Lowest Common Ancestor\n#\n"
DEBUG = b"# @before-stub-for-debug-begin\nimport x\n# @before-stub-for-debug-end\n\n"


@pytest.mark.parametrize("source", [HEADER, DEBUG + HEADER, HEADER.replace(b"\n", b"\r\n")])
def test_the_header_of_leetcode_tells_the_problem(source: bytes) -> None:
    """It beats the file's name; the lines for its debugger may stand before it."""
    assert found("kth_largest.py", source) == ("lca", "leetcode")


def test_a_header_of_another_problem_decides_too() -> None:
    """Whatever the file is called."""
    with pytest.raises(UnknownProblemError, match="LeetCode's number 207 is no problem here"):
        find_problem("lca.py", HEADER.replace(b"236", b"207"), BUNDLED)


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("kth_largets.py", "kth-largest"),
        ("lowest-common-ancestor-of-binary-tree.py", "lca"),
        ("lca2.py", "lca"),
        ("lru/solution.py", "lru-cache"),
        ("news_fed_2.py", "news-feed"),
    ],
)
def test_the_nearest_problems_are_named(path: str, near: str) -> None:
    """By every name that they have, attempts and folders included."""
    with pytest.raises(UnknownProblemError, match=f"did you mean .*{near}") as raised:
        find_problem(path, b"", BUNDLED)
    assert near in raised.value.near


def test_the_message_says_how_a_file_names_its_problem() -> None:
    """In the comment of its own language."""
    for file, mark in (("mine.py", "#"), ("mine.sql", "--")):
        with pytest.raises(UnknownProblemError, match=f"no problem for '{file}'.*`{mark} judge: "):
            find_problem(f"work/{file}", b"", BUNDLED)


class Some:
    """Packages whose names meet.

    a-b and ab share a folded slug; a-b, test-a and debug-a an entry and a number, walk and other an
    alias; coin-change says what it is not; schedule is a sequel; faulty does not load.
    """

    ENTRIES = {  # noqa: RUF012 - read only
        "a-b": ("go", (), (), 900),
        "ab": ("run", (), (), None),
        "coin-change": ("coins", (), ("coin-change-2",), 322),
        "debug-a": ("go", ("debugged",), (), 900),
        "other": ("others", ("two-words",), (), 901),
        "schedule": ("order", ("course-schedule-ii",), (), 210),
        "test-a": ("go", (), (), 900),
        "walk": ("walks", ("two-words",), (), 901),
    }

    def __init__(self) -> None:
        self.loaded: list[str] = []

    def slugs(self) -> list[str]:
        return sorted([*self.ENTRIES, "faulty"])

    def get(self, slug: str, /) -> Problem:
        self.loaded.append(slug)
        if slug == "faulty":
            raise ProblemError(slug, [])
        entry, aliases, not_names, number = self.ENTRIES[slug]
        return replace(
            BUNDLED.get("lca"),
            slug=slug,
            aliases=aliases,
            not_names=not_names,
            leetcode=number,
            interface=Interface("function", (entry,), ()),
        )


@pytest.mark.parametrize(
    ("path", "both"),
    [("A_B.py", "a-b or ab"), ("two_words.py", "other or walk"), ("901.x.py", "other or walk")],
)
def test_what_two_packages_share_is_nobodys(path: str, both: str) -> None:
    """A name or a number; both are named."""
    with pytest.raises(UnknownProblemError, match=f"may be {both}") as raised:
        find_problem(path, b"", Some())
    assert list(raised.value.near) == both.split(" or ")


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("go.py", "a-b"),
        ("900.go.py", "a-b"),
        ("debug_a.py", "debug-a"),
        ("debug-a_2.py", "debug-a"),
        ("debugged.py", None),
        ("faulty.py", "faulty"),
        ("coin_change.py", "coin-change"),
        ("coin-change-3.py", "coin-change"),
        ("coin-change-2.py", None),
        ("CoinChangeII.py", None),
        ("coin_change_ii_brute.py", None),
        ("coin-change-2/solution.py", None),
        ("course_schedule_ii.py", "schedule"),
        ("CourseScheduleII.py", "schedule"),
        ("course-schedule-2-old.py", "schedule"),
        ("course-schedule.py", None),
    ],
)
def test_packages_keep_their_names_apart(path: str, slug: str | None) -> None:
    """Variants of a problem share its entry, sequels its name; a number counts as its numeral."""
    if slug is None:
        with pytest.raises(UnknownProblemError):
            find_problem(path, b"", Some())
    else:
        assert find_problem(path, b"", Some()).slug == slug


def test_a_file_of_a_packages_own_name_loads_no_package() -> None:
    """The first verdict is waited for."""
    packages = Some()
    assert find_problem("walk.py", b"", packages).slug == "walk"
    assert packages.loaded == []


NAMES = st.one_of(
    st.text(max_size=200),
    st.text("/\\._- \0lca2367iI()", max_size=400),
    st.sampled_from(["lca", "236", "solution", ".py", "/", "_2", "ii", "-try"]).flatmap(
        lambda one: st.lists(st.sampled_from([one, "lca", "_", ".", "/"])).map("".join)
    ),
)
SOURCES = st.one_of(
    st.binary(max_size=300),
    st.lists(
        st.sampled_from([b"#", b"--", b" judge: ", b"lca", b"@lc app=x id=", b"236", b"\n", b"\r"]),
        max_size=30,
    ).map(b"".join),
)


@given(NAMES, SOURCES)
@example("\ud800/" + "_" * 5_000, b"# judge: " + b"x" * 10_000)
@example("lca" + " -_" * 40, b"#" * 16_000 + b" @lc app=")
@example("1" * 128, b"# @lc app=a id=" + b"9" * 400)
def test_any_path_and_source_name_one_problem_or_none(path: str, source: bytes) -> None:
    """Quickly, the same each time, and for a reason that is told."""
    packages = Some()
    try:
        told = find_problem(path, source, packages)
    except UnknownProblemError as error:
        assert set(error.near) <= set(packages.slugs())  # noqa: PT017 - either way is right
        assert len(str(error)) < 1_000  # noqa: PT017 - likewise
    else:
        assert told.by is FoundBy.COMMENT or told.slug in packages.slugs()
        assert find_problem(path, source, packages) == told


# The first example of a slug loads all packages.
@settings(deadline=None)
@given(st.sampled_from(BUNDLED.slugs()), st.data())
def test_every_package_is_known_by_each_of_its_names(slug: str, data: st.DataObject) -> None:
    """However it is written, and as one of several attempts."""
    problem = BUNDLED.get(slug)
    # The entry of a program to mend, or to test, is that of another problem.
    entries = () if slug.startswith(SHARERS) else problem.interface.names
    name = data.draw(st.sampled_from([slug, *entries, *problem.aliases]))
    between = data.draw(st.sampled_from(["-", "_", " ", ""]))
    attempt = data.draw(st.sampled_from(["", "_2", "-3", "-try", "_second_try", "-brute", "_old"]))
    written = data.draw(st.sampled_from([str.lower, str.upper, str.title]))
    file = written(name.replace("-", between).replace("_", between)) + attempt + ".py"
    if _folded(name + attempt) in map(_folded, problem.not_names):
        with pytest.raises(UnknownProblemError):
            find_problem(file, b"", BUNDLED)
    else:
        assert find_problem(file, b"", BUNDLED).slug == slug


def _folded(name: str) -> str:
    """Fold a name as files' names are: `two-sum-ii` is `two-sum-2`."""
    plain = re.sub(r"(?<=-)i{1,3}$", lambda roman: str(len(roman[0])), name.lower())
    return plain.replace("-", "").replace("_", "")
