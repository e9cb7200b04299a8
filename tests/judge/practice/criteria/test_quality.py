import os
import re
import stat
from pathlib import Path
from statistics import median

import pytest

from judge.practice.criteria.quality import linter, quality_of
from judge.practice.criteria.weights import BITES, ERRORS, SELECTED, SHAPE, points_of, weight_of
from judge.submission import MAX_SOURCE_BYTES

ROOT = Path(__file__).resolve().parents[4]
ACCEPTED = sorted(ROOT.glob("solutions/*/accepted/*.py"))


def test_each_code_of_the_list_is_found_once() -> None:
    """Of what bites, of shape, and of the rest."""
    source = b"""
import os, re
import os
class Memo:
    seen = {}
total = 0
def f(items=[], l=0):
    global total
    total = total
    items == None
    try:
        len("a") is 3
    except:
        pass
    for i in range(3):
        lambda: i
    input = l
    return [lambda: x for x in items if total == total]
"""
    biting = "B006 B015 B018 B023 E722 F632 F811 PLR0124 PLW0127 PLW0603 RUF012 S110"
    rest = "A001 E711 E741 F401 F841"
    assert quality_of(source) == sorted(f"{biting} {rest}".split())


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"def f(n):\n    n.m\n    return n\n", "B018"),
        (b"for n in []:\n    for n.m in []:\n        pass\n", None),
        (b"import json\nfor json in []:\n    print(json)\n", "F402"),
        (b"def f(n):\n    return n == n\n", "PLR0124"),
        (b"class A:\n    def __init__(self):\n        return 1\n", "PLE0101"),
        (b"def f(n):\n" + b"    if n:\n        n = n - 1\n" * 11, "C901"),
        (b"def f(n):\n" + b"    if n:\n        n = n - 1\n" * 9 + b"    return n\n", None),
        (b"def f(n):\n" + b"    n = n - 1\n" * 51 + b"    return n\n", "PLR0915"),
        (
            b"def f(n):\n"
            + b"".join(b"    " * depth + b"for _ in n:\n" for depth in range(1, 7))
            + b"    " * 7
            + b"n.pop()\n",
            "PLR1702",
        ),
    ],
)
def test_what_bites_and_what_has_no_shape_is_found(source: bytes, code: str | None) -> None:
    """C901 over 10; PLR1702 though the linter calls it a preview."""
    found = quality_of(source)
    assert found is not None
    assert code in found if code is not None else found == []


def test_every_named_code_is_known_to_the_linter() -> None:
    """A code that it does not know would end it, and nothing would be judged."""
    assert len(SELECTED) > len(BITES) + len(SHAPE)
    assert ERRORS in SELECTED
    assert quality_of(b"") == []


def test_the_page_lists_the_codes_with_their_points() -> None:
    """docs/practice.md says what is looked for."""
    page = (ROOT / "docs" / "practice.md").read_text("utf-8")
    table = page.partition("| points | codes |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (\d)[^|]*\|([^|]*)\|$", table, re.MULTILINE)
    assert [int(points) for points, _ in rows] == [3, 2, 1]
    codes = {points: re.findall(r"[A-Z]+\d*", names) for points, names in rows}
    assert sorted(code for named in codes.values() for code in named) == sorted(SELECTED)
    for points, named in codes.items():
        assert {weight_of(code) for code in named} == {int(points)}


def test_names_that_the_preload_gives_are_no_findings() -> None:
    """As on LeetCode; a name that nobody gives is one."""
    source = b"""
class Solution:
    def f(self, root: Optional[TreeNode], head: ListNode) -> List[int]:
        heapq.heappush(defaultdict(list)[0], SortedList([inf]))
        return deque(gcd(1, 2) for _ in string.digits)
"""
    assert quality_of(source) == []
    assert quality_of(source + b"nobody\n") == ["B018", "F821"]


def test_comments_that_silence_a_linter_are_not_obeyed() -> None:
    """Nor is any configuration beside the person."""
    source = b"# ruff: noqa\n# flake8: noqa\ndef f(a=[]):  # noqa: B006\n    return a\n"
    assert quality_of(source) == ["B006"]


@pytest.mark.parametrize(
    "source",
    [
        b"def f(:\n",
        b"SELECT 1",
        b"\0",
        b"x = 1\0\n",
        b"\xff\xfe",
        b"x = '\xff'",
        b"(" * 3_000,
        b"#" * (MAX_SOURCE_BYTES + 1),
    ],
    ids=["no Python", "SQL", "NUL", "NUL later", "UTF-16", "Latin-1", "nested", "huge"],
)
def test_what_is_no_python_text_is_not_judged(source: bytes) -> None:
    """And nothing fails."""
    assert quality_of(source) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    "source",
    [
        b"x=" + b"-" * 200_000 + b"1",
        b"[" * 90_000 + b"]" * 90_000,
        b"x" + b".x" * 100_000,
        b"import a\n" * 29_000,
        b"a=1\n" * 60_000,
    ],
    ids=["minus", "lists", "attributes", "imports", "lines"],
)
def test_hostile_texts_are_survived(source: bytes) -> None:
    """The linter may overflow its stack: a text is judged then, or it is not."""
    assert quality_of(source) in (None, [], ["F811"], ["F401", "F811"])


def test_nothing_of_the_text_runs_and_nothing_is_written(tmp_path: Path) -> None:
    """The text is read, and that is all."""
    mark = tmp_path / "mark"
    source = f"open({str(mark)!r}, 'w').close()\nimport antigravity, this\nexit(3)\n".encode()
    assert quality_of(source) == ["F401"]
    assert not list(tmp_path.iterdir())


def program(folder: Path, text: str) -> str:
    path = folder / "ruff"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.parametrize(
    "text",
    ["exit 2", "kill -9 $$", "echo nothing", "echo 3", "echo '[3]'", "echo '[{\"code\": null}]'"],
)
def test_a_linter_that_fails_judges_nothing(tmp_path: Path, text: str) -> None:
    """It may be another program of that name."""
    assert quality_of(b"x = 1\n" * 20_000, program(tmp_path, text)) is None
    assert quality_of(b"", str(tmp_path / "gone")) is None
    assert quality_of(b"", str(tmp_path)) is None


def test_without_the_linter_nothing_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes with the extra `practice`; beside this Python it is found first, then on PATH."""
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(tmp_path / "scripts"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (linter(), quality_of(b"x = 1")) == (None, None)
    path = program(tmp_path, 'cat > /dev/null; echo \'[{"code": "B006"}]\'')
    assert (linter(), quality_of(b"x = 1")) == (path, ["B006"])
    (tmp_path / "scripts").mkdir()
    other = program(tmp_path / "scripts", "exit 1")
    assert linter() == other
    assert os.access(other, os.X_OK)


def points(path: Path) -> int:
    found = quality_of(path.read_bytes())
    assert found is not None, path
    return points_of(found)


def test_accepted_samples_are_clean() -> None:
    """A few of them; the slow test takes all."""
    assert {path: points(path) for path in ACCEPTED[::20] if points(path) > 2} == {}


@pytest.mark.slow
def test_all_accepted_samples_have_at_most_two_points() -> None:
    """Median 0, at most 2: the list finds what is wrong, not what is usual."""
    found = {path: points(path) for path in ACCEPTED}
    assert median(found.values()) == 0
    assert {path: n for path, n in found.items() if n > 2} == {}
