"""One outcome becomes one verdict, with words that say where it went wrong."""

from dataclasses import replace
from typing import Any, NoReturn

import pytest

from judge.execution.outcome import Outcome, load_message
from judge.judging.decision import decide
from judge.values.interface import Method, Parameter
from judge.values.replies import RaisedInfo
from judge.verdict import Verdict
from sandbox import Ending
from tests.answers import StubCase, problem

METHODS = (Method("get", (Parameter("key", "int"),), "int"),)
CALLS = {"calls": ["Thing", "get", "get"], "arguments": [[], [1], [2]]}


def unasked() -> NoReturn:
    raise AssertionError("nobody may ask for costly arguments here")


def raised(**fields: Any) -> Outcome:
    known: dict[str, Any] = {"type": "KeyError", "message": "2", "line": 7}
    info = RaisedInfo(**(known | fields))
    return Outcome(Ending.REPLY, "call", raised=info)


def returned(value: Any) -> Outcome:
    return Outcome(Ending.REPLY, "read", returned=True, value=value)


@pytest.mark.parametrize(
    ("ending", "verdict"),
    [
        (Ending.CPU_LIMIT, "TLE"),
        (Ending.WALL_LIMIT, "TLE"),
        (Ending.MEMORY_LIMIT, "MLE"),
        (Ending.PRINTED_LIMIT, "OLE"),
        (Ending.ANSWER_LIMIT, "OLE"),
        (Ending.EXITED, "RTE"),
        (Ending.VIOLATION, "RV"),
        (Ending.BREACH, "RV"),
    ],
)
@pytest.mark.parametrize("stage", ["load", "prepare", "call", "read"])
def test_each_ending_has_its_verdict(ending: Ending, verdict: str, stage: str) -> None:
    """Whatever the stage; a message is always there."""
    result = decide(problem(), StubCase(unasked, 1), Outcome(ending, stage, detail="seen"))
    assert result.verdict == verdict
    assert ("over 5 s of CPU time" if ending is Ending.CPU_LIMIT else "seen") in result.message
    clocks = {Ending.CPU_LIMIT: "cpu", Ending.WALL_LIMIT: "wall"}
    assert result.clock == clocks.get(ending)


@pytest.mark.parametrize(
    ("ending", "verdict"),
    [(Ending.REPLY, "TLE"), (Ending.VIOLATION, "RV"), (Ending.MEMORY_LIMIT, "MLE")],
)
def test_an_alarm_inside_hides_nothing_that_the_sandbox_saw(ending: Ending, verdict: str) -> None:
    """On a busy host a forbidden act may be tried until the alarm rings."""
    rang = raised(code="soft_limit")
    late = replace(rang, ending=ending, detail="seen", wall_seconds=rang.limit.wall_seconds + 1)
    assert decide(problem(), StubCase(unasked, 1), late).verdict == verdict


def test_a_value_is_checked_without_its_arguments() -> None:
    """Those of a scale case are costly to decode."""
    assert decide(problem(), StubCase(unasked, 1), returned(1)).passed
    wrong = decide(problem(), StubCase(unasked, 1), returned(2))
    assert (wrong.verdict, wrong.message) == (Verdict.WRONG_ANSWER, "expected 1, got 2")


def test_a_wrong_result_names_its_call() -> None:
    """Here the arguments are asked for, since something is wrong."""
    result = decide(
        problem(methods=METHODS), StubCase(lambda: CALLS, [None, 5, -1]), returned([None, 5, 5])
    )
    assert result.message == "call 2, get(2): expected -1, got 5"


def test_an_exception_names_its_line_and_its_call() -> None:
    """The call's index is the submission's word, and believed only where it can be one."""
    asked = problem(methods=METHODS)
    result = decide(asked, StubCase(lambda: CALLS, []), raised(call=2))
    assert result.verdict is Verdict.RUN_TIME_ERROR
    assert result.message == "call 2, get(2), raised KeyError at line 7: 2"
    assert result.exception is not None
    assert result.exception.line == 7
    beyond = decide(asked, StubCase(lambda: CALLS, []), raised(call=10**6))
    assert beyond.message == "it raised KeyError at line 7: 2"
    plain = decide(problem(), StubCase(unasked, 1), raised())
    assert plain.message == "it raised KeyError at line 7: 2"


def test_an_alarm_inside_is_time_where_the_clock_outside_agrees() -> None:
    """A host too busy to give it its CPU limit is no error of the program; a forged word is."""
    rang = raised(type="TimeoutError", message="the time limit had passed", code="soft_limit")
    late = replace(rang, wall_seconds=rang.limit.wall_seconds + 1)
    result = decide(problem(), StubCase(unasked, 1), late)
    assert (result.verdict, result.clock) == (Verdict.TIME_LIMIT_EXCEEDED, "wall")
    assert decide(problem(), StubCase(unasked, 1), rang).verdict is Verdict.RUN_TIME_ERROR


def test_a_refused_allocation_is_memory_and_a_raised_memory_error_is_not() -> None:
    """Only what was counted outside makes it MLE."""
    info = RaisedInfo(type="MemoryError", message="", line=3)
    counted = Outcome(Ending.REPLY, "call", raised=info, refused_bytes=2**40)
    assert decide(problem(), StubCase(unasked, 1), counted).verdict is Verdict.MEMORY_LIMIT_EXCEEDED
    said = Outcome(Ending.REPLY, "call", raised=info)
    assert decide(problem(), StubCase(unasked, 1), said).verdict is Verdict.RUN_TIME_ERROR


def test_a_mapping_that_was_refused_is_memory_too() -> None:
    """mmap raises OSError where a list raises MemoryError; another OSError is none of it."""
    info = RaisedInfo(type="OSError", message="[Errno 12] Cannot allocate memory", line=3)
    counted = Outcome(Ending.REPLY, "call", raised=info, refused_bytes=2**40)
    assert decide(problem(), StubCase(unasked, 1), counted).verdict is Verdict.MEMORY_LIMIT_EXCEEDED
    for outcome in (
        Outcome(Ending.REPLY, "call", raised=info),
        replace(counted, raised=replace(info, message="[Errno 13] Permission denied")),
    ):
        assert decide(problem(), StubCase(unasked, 1), outcome).verdict is Verdict.RUN_TIME_ERROR


def test_an_answer_too_large_to_encode_is_output() -> None:
    result = decide(
        problem(), StubCase(unasked, 1), raised(code="answer_limit", message="too large")
    )
    assert result.verdict is Verdict.OUTPUT_LIMIT_EXCEEDED


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"code": "no_entry", "message": "no function f"}, "no function f"),
        ({"code": "exception", "message": "m"}, "KeyError at line 7: m"),
        ({"code": "syntax", "type": "SyntaxError", "message": ""}, "SyntaxError at line 7"),
    ],
)
def test_what_does_not_load_says_why(fields: dict[str, Any], words: str) -> None:
    """Entry faults are sentences of ours; exceptions are named with their line."""
    outcome = replace(raised(**({"message": ""} | fields)), stage="load")
    assert decide(problem(), StubCase(unasked, 1), outcome).verdict is Verdict.DOES_NOT_LOAD
    assert load_message(outcome) == words


@pytest.mark.parametrize(
    ("returns", "rule", "expected", "value"),
    [
        ("list[list[str]]", "equal", [["a"], ["b"]], (("a",), ("b",))),
        ("list[list[str]]", "any-order", [["a"], ["b"]], (["b"], ("a",))),
        ("list[int]", "any-order", [], None),
        ("float", "equal", 2.0, 2),
        ("float", "equal", 2.5, 2.500009),
        ("bool", "equal", True, 1),
    ],
)
def test_a_habit_passes_where_the_package_is_loose(
    returns: str, rule: str, expected: Any, value: Any
) -> None:
    """And nowhere else: the declared type is the rule."""
    case = StubCase(lambda: {"n": 1}, expected)
    loose, exact = (problem(returns, checker=rule, loose=one) for one in (True, False))
    assert decide(loose, case, returned(value)).passed
    assert not decide(exact, case, returned(value)).passed


@pytest.mark.parametrize(
    ("returns", "expected", "value"),
    [("int", 1, True), ("float", 2.5, 2.6), ("bool", True, 2), ("list[int]", [1], {1})],
)
def test_a_mistake_fails_where_the_package_is_loose(
    returns: str, expected: Any, value: Any
) -> None:
    case = StubCase(lambda: {"n": 1}, expected)
    assert not decide(problem(returns, loose=True), case, returned(value)).passed


def test_a_loose_answer_is_shown_as_it_was_read() -> None:
    """The difference that is marked is the one that counts: no tuple, no 1 for True."""
    case = StubCase(lambda: {"n": 1}, [[1], [2]])
    result = decide(problem("list[list[int]]", loose=True), case, returned(((1,), (3,))))
    assert result.message == "item [1][0] is 3, expected 2"
    assert result.outcome.value == [[1], [3]]
    again = decide(problem("list[list[int]]", loose=True), case, result.outcome)
    assert again == result


def test_calls_are_loose_by_the_type_of_each() -> None:
    methods = (Method("has", (Parameter("key", "int"),), "bool"), Method("mean", (), "float"))
    arguments = {"calls": ["Thing", "has", "mean", "has"], "arguments": [[], [1], [], [2]]}
    case = StubCase(lambda: arguments, [None, True, 2.0, False])
    loose, exact = (problem(methods=methods, loose=one) for one in (True, False))
    for answer in ([None, 1, 2, 0], [7, True, 2.000001, False]):
        assert decide(loose, case, returned(answer)).passed
        assert not decide(exact, case, returned(answer)).passed
    failed = decide(loose, case, returned([None, 1, 2, 1]))
    assert (failed.call, failed.outcome.value) == (3, [None, True, 2.0, True])
    assert not decide(loose, case, returned([None, 1, True, 0])).passed
