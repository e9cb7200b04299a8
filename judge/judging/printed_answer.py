"""Tell a submission that printed its answer and returned nothing what is missing."""

import json
from typing import Any

from judge.judging.decision import CaseResult
from judge.kinds import GivenCase
from judge.records import replace
from judge.values import show
from judge.verdict import Verdict

#: What `judge.kinds.explain` says of a None begins so, after the call if there is one.
NOTHING = "it returned None where "
#: A longer answer is not compared.
ITEMS, LINE_BYTES = 1_000, 10_000


def tell_printed_answer(case: GivenCase, result: CaseResult) -> CaseResult:
    """Return the result with a message that says so, where the answer was printed and None came."""
    who, found, _ = result.message.rpartition(NOTHING)
    if not found or result.verdict is not Verdict.WRONG_ANSWER or result.message_by != "judge":
        return result
    expected = case.expected
    if result.call is not None:
        if not isinstance(expected, list) or result.call >= len(expected):
            return result
        expected = expected[result.call]
    printed = result.outcome.printed
    line = (printed.first + printed.last).rstrip().rpartition(b"\n")[2]
    if len(line) > LINE_BYTES or not _says(line.decode("utf-8", "replace"), expected):
        return result
    return replace(result, message=f"{who}it printed {show(expected)}: return it")


def _says(line: str, expected: Any) -> bool:
    """Whether a printed line is the expected value, as Python or JSON writes it, or bare text."""
    if isinstance(expected, list | dict) and len(expected) > ITEMS:
        return False
    if isinstance(expected, str):
        return line.strip() in {expected.strip(), repr(expected), json.dumps(expected)} - {""}
    return _bare(line) in {_bare(repr(expected)), _bare(json.dumps(expected))}


def _bare(text: str) -> str:
    """Return a text without blanks, its strings in quotes of one kind."""
    return "".join(text.split()).replace("'", '"')
