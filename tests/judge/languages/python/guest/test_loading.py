import json
from typing import Any

import pytest

from judge.kinds import kind_of
from judge.values.replies import Loaded, Raised, decode_load
from sandbox import frames
from tests.judge.languages.python.guest.driver import KTH, LCA, Guest

GOOD = "def find_kth_largest(nums, k):\n    return sorted(nums)[-k]\n"


def load(source: str | bytes) -> Any:
    with Guest() as guest:
        return guest.load(source, KTH)


def answer(source: str | bytes, nums: list[int] | None = None, k: int = 1) -> Any:
    with Guest() as guest:
        assert isinstance(guest.load(source, KTH), Loaded)
        return guest.play(nums or [1, 2], k)


@pytest.mark.parametrize(
    "source",
    [
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
        b"# -*- coding: latin-1 -*-\n" + GOOD.encode() + "x = 'ü'\n".encode(),
        b"# coding: rot13\n" + GOOD.encode(),
        b"#!/usr/bin/env python3\n\f" + GOOD.encode(),
    ],
    ids=["bom", "crlf", "cr", "cookie", "rot13 cookie", "form feed"],
)
def test_odd_but_honest_files_load(source: bytes) -> None:
    """One byte order mark, any line ends and any coding cookie are fine: it is UTF-8."""
    assert answer(source).value == 2


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        ("def f(:\n    pass\n", 1, 7),
        ("x = 1\n  y = 2\n", 2, None),
        ("if True:\n\tx = 1\n        y = 2\n", 3, None),
        ("print 'hello'\n", 1, 1),
        ("é = 'ü' + §\n", 1, 11),
    ],
    ids=["caret", "indentation", "tabs", "python 2", "non-ASCII before the caret"],
)
def test_a_syntax_error_tells_line_column_and_text(
    source: str, line: int, column: int | None
) -> None:
    """The fault is shown as Python shows it, with the line and a caret under the place."""
    info = load(source).info
    assert (info.code, info.line) == ("syntax", line)
    if column is not None:
        assert info.column == column
        assert info.traceback.splitlines()[2] == "    " + " " * (column - 1) + "^"
    assert source.splitlines()[line - 1].strip() in info.traceback


@pytest.mark.parametrize(
    ("source", "part"),
    [
        (b"x = '\xff'\n", "byte 0xff at offset 5"),
        ("x = 1\n".encode("utf-16"), "not UTF-8"),
        (b"x = 1\x00\n", "null"),
        (b"x = " + b"-" * 100_000 + b"1", ""),
        (b"x = " + b"(" * 1_000 + b")" * 1_000, "too many nested"),
        (b"x = a" + b".b" * 100_000, "nested too deeply"),
        (b"x = 1" + b"0" * 5_000, "limit"),
    ],
    ids=["bytes", "utf-16", "nul", "minuses", "brackets", "attributes", "long integer"],
)
def test_what_no_compiler_takes_does_not_load(source: bytes, part: str) -> None:
    """Hostile files are refused inside, in words; the runner lives on to say so."""
    info = load(source).info
    assert info.code == "syntax"
    assert part.lower() in info.message.lower()


def test_a_failure_before_the_entry_exists_tells_its_line() -> None:
    """Nothing can be judged: the exception is the verdict, with its place."""
    info = load("import nothing_like_this\n" + GOOD).info
    assert (info.code, info.type, info.line) == ("exception", "ModuleNotFoundError", 1)
    assert "import nothing_like_this" in info.traceback


def test_a_helper_defined_before_the_failure_is_not_taken_for_the_entry() -> None:
    """What would have had the name was still to come."""
    helper = "def helper(a, b):\n    return a\n"
    assert load(helper + "1 / 0\n" + GOOD).info.type == "ZeroDivisionError"
    assert load(helper + "1 / 0\nclass Solution:\n pass\n").info.type == "ZeroDivisionError"


@pytest.mark.parametrize(
    ("driver", "kind"),
    [
        ("print(find_kth_largest([1], 5))", "IndexError"),
        ("n = int(input())", "EOFError"),
        ("import sys; sys.exit(0)", "SystemExit"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("assert False, 'x' * 10_000", "AssertionError"),
    ],
)
def test_a_failure_after_the_entry_is_only_a_note(driver: str, kind: str) -> None:
    """Driver code that fails does not lose the submission; the report says so."""
    with Guest() as guest:
        loaded = guest.load(GOOD + driver, KTH)
        assert isinstance(loaded, Loaded)
        (note,) = loaded.notes
        assert (note.code, note.line) == ("top_level_failure", 3)
        assert kind in note.message
        assert guest.play([1, 2], 1).value == 2  # type: ignore[union-attr]  # Returned


def test_an_exit_before_the_entry_does_not_load() -> None:
    """`sys.exit` at top level is told apart from an ordinary exception."""
    info = load("import sys\nsys.exit(3)\n" + GOOD).info
    assert (info.code, info.type, info.line) == ("exit", "SystemExit", 2)


def test_the_main_block_does_not_run() -> None:
    """The submission is a module with a name of its own."""
    with Guest() as guest:
        guest.load(GOOD + "if __name__ == '__main__':\n    print('main')\nprint(__name__)", KTH)
        assert guest.printed() == b"solution\n"


def test_the_submission_is_a_real_module() -> None:
    """Dataclasses, typing and pickle find it in sys.modules; tracebacks find its lines."""
    source = """
from __future__ import annotations
import dataclasses, pickle, typing, inspect, sys
@dataclasses.dataclass(order=True)
class P:
    x: typing.ClassVar[int] = 1
    y: int = 2
def find_kth_largest(nums, k):
    assert pickle.loads(pickle.dumps(P(5))) == P(5)
    assert typing.get_type_hints(P)["y"] is int
    assert sys.modules["solution"].P is P and P.__module__ == "solution"
    return inspect.getsource(P).splitlines()[1]
"""
    assert answer(source).value == "class P:"


def test_random_is_seeded_before_the_submission_runs() -> None:
    """The same submission draws the same numbers on every run."""
    source = "x = random.random()\ndef find_kth_largest(nums, k): return x"
    assert answer(source) == answer(source)


def test_warnings_of_the_compiler_are_not_printed() -> None:
    """An odd escape sequence is no output of the submission."""
    with Guest() as guest:
        guest.load("x = '\\d'\n1 is 1\n" + GOOD, KTH)
        assert guest.printed() == b""


def test_a_pasted_tree_class_is_the_one_that_is_built() -> None:
    """LeetCode users paste the commented class; `isinstance` with it must hold."""
    pasted = (
        "class TreeNode:\n    def __init__(self, x):\n"
        "        self.val = x\n        self.left = None\n        self.right = None\n"
    )
    entry = (
        "def lowest_common_ancestor(root, p, q):\n    return type(root) is TreeNode and root.val"
    )
    with Guest() as guest:
        guest.load(pasted + entry, LCA)
        assert guest.play([1, 2], 1, 2).value == 1  # type: ignore[union-attr]  # Returned


def test_an_unfit_tree_class_gives_way_to_ours() -> None:
    """A class of another make under that name does not break the building of trees."""
    unfit = "class TreeNode:\n    def __init__(self, a, b): raise SystemExit\n"
    entry = "def lowest_common_ancestor(root, p, q):\n    return root.left.val\n"
    with Guest() as guest:
        guest.load(unfit + entry, LCA)
        assert guest.play([1, 2], 1, 2).value == 2  # type: ignore[union-attr]  # Returned


def test_a_soft_limit_while_loading_tells_the_line() -> None:
    """A submission that never ends loading can be stopped at the running line."""
    with Guest() as guest:
        header = json.dumps({"interface": kind_of(KTH).header(KTH), "soft_seconds": 0.2}).encode()
        source = (GOOD + "while True:\n    pass\n").encode()
        reply = guest.ask(frames.LOAD, frames.load_payload(header, source))
        raised = decode_load(reply)
        assert isinstance(raised, Raised)
        assert raised.info.code == "soft_limit"
        assert raised.info.line in {3, 4}
