"""A submission that prints its answer, as for standard output, and returns nothing."""

from types import SimpleNamespace
from typing import Any

import pytest

from judge.execution.outcome import Outcome
from judge.judging.decision import CaseResult
from judge.judging.printed_answer import tell_printed_answer
from judge.kinds import explain
from judge.verdict import Verdict
from sandbox import Ending, Printed


def told(expected: Any, printed: bytes, call: int | None = None, **changes: Any) -> str:
    """Return the message about a submission that printed this and gave None."""
    who = "" if call is None else f"call {call}, get(1): "
    message = who + explain.nothing("an int")
    fields = {"verdict": Verdict.WRONG_ANSWER, "message": message, **changes}
    outcome = Outcome(Ending.REPLY, "call", printed=Printed(printed, b"", len(printed)))
    result = CaseResult(outcome=outcome, call=call, **fields)
    case = SimpleNamespace(arguments={}, expected=expected, size=None, figures={})
    return tell_printed_answer(case, result).message


@pytest.mark.parametrize(
    ("expected", "printed", "shown"),
    [
        (1, b"1\n", "1"),
        (-3, b"debug\nmore\n-3\n\n", "-3"),
        ("abc", b"abc", '"abc"'),
        ("abc", b"'abc'\n", '"abc"'),
        (["ad", "bd"], b"['ad', 'bd']\n", '["ad", "bd"]'),
        ([1, None], b"[1,null]\n", "[1, None]"),
        (True, b"True\r\n", "True"),
        (True, b"true", "True"),
    ],
)
def test_a_printed_answer_is_to_be_returned(expected: Any, printed: bytes, shown: str) -> None:
    """Both are known, so both are said."""
    assert told(expected, printed) == f"it printed {shown}: return it"


def test_the_call_is_named_as_before() -> None:
    """Its own result is the one that counts."""
    assert told([None, 7, 8], b"7\n", call=1) == "call 1, get(1): it printed 7: return it"
    assert "returned None" in told([None, 7, 8], b"8\n", call=1)


@pytest.mark.parametrize(
    ("expected", "printed"),
    [
        (1, b""),
        (1, b"2\n"),
        (1, b"1\nlast words\n"),
        (1, b"the answer is 1"),
        ("", b"\n"),
        (1, b"\xff\x1b[2J"),
        (1, b"1" * 100_000),
        (list(range(2_000)), b"[0]"),
        (1, b"True"),
    ],
)
def test_other_prints_leave_the_message(expected: Any, printed: bytes) -> None:
    """A guess would be worse than nothing."""
    assert told(expected, printed) == explain.nothing("an int")


@pytest.mark.parametrize(
    "changes",
    [{"message_by": "checker"}, {"verdict": Verdict.RUN_TIME_ERROR}, {"message": "expected 1"}],
)
def test_other_failures_keep_their_message(changes: dict[str, Any]) -> None:
    """Only ours about a None is made plainer."""
    assert "printed" not in told(1, b"1", **changes)
