import json
from typing import Any

import pytest

from judge.execution.outcome import Outcome
from judge.reports.excerpt import SHOWN_BYTES, Excerpt, fitting
from judge.reports.replay import unwritable
from judge.values.interface import Interface, Parameter, Shape
from judge.verdict import Verdict
from sandbox import Ending
from tests.judge.cli.reports import LCA, LIMITER, failure, report

TOTAL = 60_001
LOG = Interface("function", ("f",), (Parameter("log", "list[str]", Shape.FILE),))


def calls(total: int = TOTAL) -> dict[str, Any]:
    """Return a sequence of calls: too large for a report if it is not short."""
    names = ["Counter", *["count"] * (total - 1)]
    return {"calls": names, "arguments": [[], *[[n] for n in range(1, total)]]}


def of_calls(
    given: dict[str, Any], expected: Any = None, actual: Any = None, call: int | None = None
) -> tuple[dict[str, Any], Any, Any]:
    """Return calls and both results as a report has them."""
    return Excerpt(LIMITER).case(given, expected, actual, call)


def returned(value: Any, size: int) -> Outcome:
    """Return what was seen of a call that gave this answer of so many bytes."""
    return Outcome(Ending.REPLY, "read", True, value, answer_bytes=size)


def test_what_can_be_read_is_in_the_report_as_it_is() -> None:
    """Only large values are cut, and nothing is said to be."""
    given, excerpt = calls(100), Excerpt(LIMITER)
    assert excerpt.case(given, [None], 7, None) == (given, [None], 7)
    assert excerpt.cut == []
    assert fitting([None, True, {"a": 1}]) == [None, True, {"a": 1}]


def test_a_large_value_is_shown_by_its_ends() -> None:
    """In the words of Python, and with the number of items left out."""
    assert fitting([728, None, True, *range(20_000)]) == (
        "[728, None, True, 0, 1, 2, 3, 4, ... 19,991 more ..., 19996, 19997, 19998, 19999]"
    )


def test_an_answer_of_many_names_is_cut_as_well() -> None:
    """A dict of small values can be large too."""
    text = fitting({str(n): n for n in range(10_000)})
    assert text.startswith('{"0": 0, "1": 1')
    assert text.endswith('"9999": 9999}')


def test_each_value_is_cut_alone_and_named() -> None:
    """A large tree does not take the small arguments with it."""
    excerpt = Excerpt(LCA)
    large = [1, None] * 20_000
    given, want, got = excerpt.case({"root": large, "p": 1}, large, 2, None)
    assert given["root"].startswith("[1, None, ")
    assert want == given["root"]
    assert (given["p"], got) == (1, 2)
    assert excerpt.cut == ["arguments.root", "expected"]


@pytest.mark.parametrize("value", ["x" * 197 + "...", {"data": 1}, [{"data": "a"}]])
def test_a_value_that_only_looks_cut_is_whole(value: Any) -> None:
    """What was shortened is told, never guessed from the value."""
    excerpt = Excerpt(LCA)
    assert excerpt.case({"root": value}, value, value, None) == ({"root": value}, value, value)
    assert excerpt.cut == []


def test_the_name_of_a_data_file_stands_for_its_lines() -> None:
    """Such an argument is not all there; lines that are given themselves are."""
    by_name, by_lines = Excerpt(LOG), Excerpt(LOG)
    assert by_name.case({"log": {"data": "day"}}, 1, 2, None)[0] == {"log": {"data": "day"}}
    assert by_name.cut == ["arguments.log"]
    by_lines.case({"log": ["a line"]}, 1, 2, None)
    assert by_lines.cut == []


def test_a_very_long_answer_is_cut_without_being_turned_into_json() -> None:
    """Its beginning as Python writes it; of results of calls a few are chosen later."""
    excerpt = Excerpt(LCA)
    answer = excerpt.answer(returned([1, None] * 900_000, 5_000_000))
    assert answer.startswith("[1, None, ")
    assert answer.endswith("... 1,799,988 more ..., 1, None, 1, None]")
    assert excerpt.cut == ["actual"]
    assert Excerpt(LIMITER).results(returned([1, None], 5_000_000)) == [1, None]


def test_the_calls_around_the_failing_one_are_left() -> None:
    """Two parallel lists as always, and results parallel to them, with the places they had."""
    expected = [None, *range(1, TOTAL)]
    actual = [*expected[:50_001], -1, *expected[50_002:]]
    excerpt = Excerpt(LIMITER)
    given, want, got = excerpt.case(calls(), expected, actual, 50_001)
    numbers = given["numbers"]
    assert numbers == [0, 1, 2, 3, *range(49_993, 50_004)]
    assert given["total"] == TOTAL
    assert given["calls"] == ["Counter", *["count"] * (len(numbers) - 1)]
    assert given["arguments"] == [[], *[[number] for number in numbers[1:]]]
    assert want == [None, *numbers[1:]]
    assert [number for number, result in zip(numbers, got, strict=True) if result == -1] == [50_001]
    assert excerpt.cut == ["arguments.calls", "arguments.arguments", "expected", "actual"]


def test_without_a_failing_call_the_first_ones_are_left() -> None:
    """Where time ran out, there is no answer and no one call to blame."""
    given, want, got = of_calls(calls())
    assert given["numbers"] == list(range(8))
    assert given["total"] == TOTAL
    assert (want, got) == (None, None)


def test_a_call_whose_result_is_taken_is_there() -> None:
    """A reader can follow an argument that stands for an earlier result."""
    many = calls()
    many["arguments"][40_000] = [{"result": 777}]
    given, _, _ = of_calls(many, [], [], 40_000)
    assert 777 in given["numbers"]


@pytest.mark.parametrize("named", [0, 5, TOTAL - 1, TOTAL, 999_999_999])
def test_any_failing_call_gives_rising_places(named: int) -> None:
    """At either end, and where a submission names a call that is none."""
    given, _, _ = of_calls(calls(), call=named)
    assert given["numbers"] == sorted(set(given["numbers"]))
    assert named in given["numbers"] or named >= TOTAL
    assert given["numbers"][-1] < TOTAL


def test_few_calls_with_large_arguments_stay_small() -> None:
    """A report is for reading, whatever makes the calls large."""
    given = {"calls": ["C", "f"], "arguments": [[], ["x" * SHOWN_BYTES]]}
    shown = of_calls(given, None, [None, "y" * SHOWN_BYTES], 1)
    assert len(json.dumps(shown)) < 2_000
    assert shown[0]["arguments"][1][0].startswith('"xxx')


def test_an_argument_of_a_call_that_is_cut_is_named() -> None:
    """So that it is shown as it is, and not as a text that the call was given."""
    given = {"calls": ["C", "f"], "arguments": [[], [1, "x" * SHOWN_BYTES]]}
    excerpt = Excerpt(LIMITER)
    excerpt.case(given, None, [None, "y" * SHOWN_BYTES], 1)
    assert {"arguments.arguments.1.1", "actual.1"} <= {*excerpt.cut}


def test_the_calls_of_a_leak_are_cut_by_name_as_well() -> None:
    """Each of the two inputs has its own path."""
    excerpt = Excerpt(LCA)
    excerpt.arguments({"root": 1}, "calls.0")
    excerpt.arguments({"root": list(range(20_000))}, "calls.1")
    assert excerpt.cut == ["calls.1.root"]
    sequence = Excerpt(LIMITER)
    assert sequence.arguments(calls(), "calls.0")["total"] == TOTAL
    assert sequence.cut == ["calls.0.calls", "calls.0.arguments"]


@pytest.mark.parametrize(
    ("interface", "given"),
    [(LIMITER, calls()), (LCA, {"root": list(range(20_000))}), (LOG, {"log": {"data": "day"}})],
)
def test_no_test_is_written_of_a_part(interface: Interface, given: dict[str, Any]) -> None:
    """Of an input that is not all there, a pytest file would play something else."""
    excerpt = Excerpt(interface)
    arguments, _, _ = excerpt.case(given, None, None, None)
    found = failure(arguments=arguments, cut=excerpt.cut)
    assert "too large for a test" in unwritable(report(Verdict.WRONG_ANSWER, failure=found))
