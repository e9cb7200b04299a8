import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from judge.languages.python.guest import faults, values
from judge.values.replies import Raised, decode_reply

#: A busy machine is no failure.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def raised(source: str) -> dict[str, Any]:
    """Run a submission's source and describe what it raises."""
    code = compile(source, faults.FILENAME, "exec")
    try:
        exec(code, {})  # noqa: S102 - a submission, written below
    except BaseException as error:  # noqa: BLE001 - whatever it raises is the subject
        return faults.describe(error, source.split("\n"))
    raise AssertionError("nothing was raised")


def test_an_exception_is_told_as_python_tells_it() -> None:
    """Type, message, line, column and the lines that led there."""
    told = raised("def g(x):\n    return 1 + [0][x]\ndef f(a):\n    return g(a)\nf(5)\n")
    assert told["type"] == "IndexError"
    assert told["message"] == "list index out of range"
    assert (told["line"], told["column"]) == (2, 16)
    assert told["traceback"] == (
        "Traceback (most recent call last):\n"
        '  File "solution.py", line 5, in <module>\n    f(5)\n'
        '  File "solution.py", line 4, in f\n    return g(a)\n'
        '  File "solution.py", line 2, in g\n    return 1 + [0][x]\n'
        "IndexError: list index out of range"
    )


def test_only_the_submission_s_own_frames_are_shown() -> None:
    """Frames of the library and of the runner would only hide the line that matters."""
    told = raised("import json\njson.loads('{')")
    assert "solution.py" in told["traceback"]
    assert "decoder.py" not in told["traceback"]
    assert (told["type"], told["line"]) == ("JSONDecodeError", 2)


def test_columns_count_characters() -> None:
    """A line with characters of several bytes still points at the right place."""
    assert raised("é = 'üü'; é.x")["column"] == 11


def test_long_recursion_is_shortened() -> None:
    """The first and last frames are enough to see what recursed."""
    told = raised("def f(n):\n    f(n + 1)\nf(0)")
    assert told["type"] == "RecursionError"
    assert told["traceback"].count("\n") < 30
    assert " more frames ..." in told["traceback"]


def test_frames_of_any_long_chain_are_capped() -> None:
    """The first and last twenty frames are shown, and how many were left out."""
    told = raised("def f(n):\n    if n == 0: 1 / 0\n    f(n - 1)\nf(100)")
    assert told["traceback"].count('File "solution.py"') == 40
    assert "... 62 more frames ..." in told["traceback"]
    told = raised("def f(n):\n    if n == 0: 1 / 0\n    f(n - 1)\nf(38)")
    assert told["traceback"].count('File "solution.py"') == 40
    assert "more frames" not in told["traceback"]


def test_what_led_to_an_exception_is_shown_first() -> None:
    """Causes and contexts are told in Python's own sentences, three at most."""
    told = raised("try:\n    {}[1]\nexcept KeyError as e:\n    raise ValueError('x') from e")
    first, sentence, second = told["traceback"].split("\n\n")
    assert first.endswith("KeyError: 1")
    assert sentence.endswith("was the direct cause of the following exception:")
    assert second.endswith("ValueError: x")
    told = raised("try:\n    {}[1]\nexcept KeyError:\n    1 / 0")
    assert "During handling of the above exception" in told["traceback"]
    told = raised("try:\n    {}[1]\nexcept KeyError:\n    raise ValueError from None")
    assert "KeyError" not in told["traceback"].replace("except KeyError", "")


def test_a_circle_of_causes_ends() -> None:
    """An exception that is its own distant cause is told in bounded text."""
    told = raised(
        "a, b = ValueError('a'), ValueError('b')\na.__cause__, b.__cause__ = b, a\nraise a"
    )
    assert told["traceback"].count("ValueError: ") == 3


def test_members_of_a_group_are_listed() -> None:
    """An exception group shows its first members."""
    told = raised("raise ExceptionGroup('many', [ValueError(i) for i in range(9)])")
    assert "  + ValueError: 0\n" in told["traceback"]
    assert told["traceback"].endswith("  ... 4 more")


def test_nested_groups_are_bounded() -> None:
    """A group nested a thousand deep is told by its outermost level."""
    told = raised("e = ValueError(1)\nfor _ in range(1000): e = ExceptionGroup('g', [e])\nraise e")
    assert told["type"] == "ExceptionGroup"
    assert len(told["traceback"]) < 1_000


HOSTILE = {
    "str raises": "def __str__(self): raise ValueError",
    "str exits": "def __str__(self): raise SystemExit",
    "str is no text": "def __str__(self): return 5",
    "str is long": "def __str__(self): return 'x' * 50_000_000",
    "str is a subclass": "def __str__(self):\n  class S(str):\n   __len__ = None\n"
    "  return S('y' * 9)",
    "repr raises": "__str__ = BaseException.__repr__\n def __repr__(self): raise KeyboardInterrupt",
    "class lies": "@property\n def __class__(self): raise SystemExit",
    "attributes lie": "def __getattribute__(self, name): raise SystemExit",
    "traceback lies": "__traceback__ = property(lambda self: 5)",
    "cause lies": "__cause__ = __context__ = property(lambda self: 5)",
    "args lie": "args = property(lambda self: 1 / 0)",
    "endless context": "__context__ = property(lambda self: self)",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_exceptions_are_told_all_the_same(body: str) -> None:
    """No method of an exception class can break, hide or lengthen what is told."""
    told = raised(f"class E(Exception):\n {body}\ndef f():\n raise E\nf()")
    assert told["type"] == "E"
    assert told["line"] is not None
    assert "in f" in told["traceback"]
    assert len(told["message"]) <= faults.MESSAGE_CHARS
    assert len(told["traceback"]) <= faults.TRACEBACK_CHARS


def test_a_metaclass_cannot_hide_the_type() -> None:
    """The name comes from the type itself."""
    source = (
        "class M(type):\n __name__ = property(lambda c: 1 / 0)\n"
        "class Odd(Exception, metaclass=M): pass\nraise Odd(3)"
    )
    assert raised(source)["type"] == "Odd"


@pytest.mark.parametrize(
    ("raise_it", "code"),
    [
        (lambda: sys.exit(3), "exit"),
        (lambda: int("x"), "exception"),
        (lambda: (_ for _ in ()).throw(faults.SoftLimitError()), "soft_limit"),
    ],
)
def test_ends_of_a_program_are_told_apart(raise_it: Callable[[], object], code: str) -> None:
    """An exit and our own soft limit have codes of their own."""
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - SystemExit is one of them
        raise_it()
    assert faults.describe(caught.value, [])["code"] == code


@patient
@given(st.text(st.characters(codec=None, exclude_categories=())), st.integers(0, 4_000))
def test_every_message_reaches_the_judge(text: str, times: int) -> None:
    """Whatever an exception says, the judge's decoder takes the words."""
    told = faults.describe(ValueError(text * times), []) | {"call": None}
    reply = decode_reply(values.plain({"error": told}))
    assert isinstance(reply, Raised)
    assert reply.info.message == told["message"]


def test_a_syntax_error_is_told_with_its_caret() -> None:
    """The compiler's own words, the line and the place in it."""
    with pytest.raises(SyntaxError) as caught:
        compile("x = (1,\n", "solution.py", "exec")
    told = faults.describe_syntax(caught.value)
    assert told["message"] == "'(' was never closed"
    assert (told["line"], told["column"]) == (1, 5)
    assert told["traceback"].split("\n")[1:3] == ["    x = (1,", "        ^"]


LINELESS = """
import sys
def f():
    try:
        return sys._getframe()
    except ValueError as error:
        pass
"""


def test_an_instruction_without_a_line_is_told_by_the_line_before() -> None:
    """An alarm may find a program at one, such as the end of an `except`."""
    space: dict[str, Any] = {}
    exec(compile(LINELESS, faults.FILENAME, "exec"), space)  # noqa: S102 - written above
    frame = space["f"]()
    lines = list(frame.f_code.co_lines())
    first = min(start for start, _, line in lines if line is not None)
    lineless = [start for start, _, line in lines if line is None and start > first]
    assert lineless
    for instruction in lineless:
        step = TracebackType(None, frame, instruction, -1)
        told = faults.describe(ValueError("x").with_traceback(step), LINELESS.split("\n"))
        assert told["line"] in (5, 6, 7)
        assert "None" not in told["traceback"]


def test_a_line_that_cannot_be_is_no_line() -> None:
    """A traceback can be made up; the judge takes no negative number from an honest runner."""
    space: dict[str, Any] = {}
    exec(compile(LINELESS, faults.FILENAME, "exec"), space)  # noqa: S102 - written above
    step = TracebackType(None, space["f"](), 0, -7)
    told = faults.describe(ValueError("x").with_traceback(step), [])
    assert told["line"] is None
    assert "line" not in told["traceback"]
