import json
from typing import Any

import pytest

from judge.reports.build import SHOWN_BYTES, fitting, shown_values
from judge.reports.replay import unwritable
from judge.verdict import Verdict
from tests.judge.cli.reports import failure, report

TOTAL = 60_001


def calls(total: int = TOTAL) -> dict[str, Any]:
    """Return a sequence of calls: too large for a report if it is not short."""
    names = ["Counter", *["count"] * (total - 1)]
    return {"calls": names, "arguments": [[], *[[n] for n in range(1, total)]]}


def test_what_can_be_read_is_in_the_report_as_it_is() -> None:
    """Only large values are cut."""
    given = calls(100)
    assert shown_values("class", given, [None], 7, "") == (given, [None], 7)
    assert fitting([None, True, {"a": 1}]) == [None, True, {"a": 1}]


def test_a_large_value_is_json_that_breaks_off() -> None:
    """`null` and not `None`; its end says of how much it is the beginning."""
    text = fitting([728, None, True, *range(20_000)])
    assert text.startswith("[728, null, true, 0, 1, ")
    assert text.endswith(" ... cut from 128907 characters of JSON...")
    assert len(text) == 200


def test_an_answer_of_many_names_is_cut_as_well() -> None:
    """A dict of small values can be large too."""
    assert fitting({str(n): n for n in range(10_000)}).startswith('{"0": 0, "1": 1')


def test_each_argument_is_cut_alone() -> None:
    """A large tree does not take the small arguments with it."""
    given, _, _ = shown_values(
        "function", {"root": [1, None] * 20_000, "p": 1}, 1, 2, "expected 1, got 2"
    )
    assert given["root"].startswith("[1, null, ")
    assert given["p"] == 1


def test_the_calls_around_the_failing_one_are_left() -> None:
    """Two parallel lists as always, and results parallel to them, with the places they had."""
    expected = [None, *range(1, TOTAL)]
    actual = [*expected[:50_001], -1, *expected[50_002:]]
    given, want, got = shown_values(
        "class", calls(), expected, actual, "call 50001, count(50001): expected 50001, got -1"
    )
    numbers = given["numbers"]
    assert numbers == [0, 1, 2, 3, *range(49_993, 50_004)]
    assert given["total"] == TOTAL
    assert given["calls"] == ["Counter", *["count"] * (len(numbers) - 1)]
    assert given["arguments"] == [[], *[[number] for number in numbers[1:]]]
    assert want == [None, *numbers[1:]]
    assert [number for number, result in zip(numbers, got, strict=True) if result == -1] == [50_001]


def test_without_a_failing_call_the_first_ones_are_left() -> None:
    """Where time ran out, there is no answer and no one call to blame."""
    given, want, got = shown_values("class", calls(), None, None, "it took over 1 s of CPU time")
    assert given["numbers"] == list(range(8))
    assert given["total"] == TOTAL
    assert (want, got) == (None, None)


def test_a_call_whose_result_is_taken_is_there() -> None:
    """A reader can follow an argument that stands for an earlier result."""
    many = calls()
    many["arguments"][40_000] = [{"result": 777}]
    given, _, _ = shown_values("class", many, [], [], "call 40000, count(777): no")
    assert 777 in given["numbers"]


@pytest.mark.parametrize("named", [0, 5, TOTAL - 1, TOTAL, 999_999_999])
def test_any_failing_call_gives_rising_places(named: int) -> None:
    """At either end, and where a message names a call that is none."""
    given, _, _ = shown_values("class", calls(), None, None, f"call {named}, f(): no")
    assert given["numbers"] == sorted(set(given["numbers"]))
    assert named in given["numbers"] or named >= TOTAL
    assert given["numbers"][-1] < TOTAL


def test_few_calls_with_large_arguments_stay_small() -> None:
    """A report is for reading, whatever makes the calls large."""
    given = {"calls": ["C", "f"], "arguments": [[], ["x" * SHOWN_BYTES]]}
    shown = shown_values("class", given, None, [None, "y" * SHOWN_BYTES], "call 1, f(x): no")
    assert len(json.dumps(shown)) < 2_000
    assert shown[0]["arguments"][1][0].startswith('"xxx')


def test_no_test_is_written_of_a_part() -> None:
    """Of calls that are not all there, a pytest file would play something else."""
    for kind, given in (("class", calls()), ("function", {"nums": list(range(20_000))})):
        arguments, _, _ = shown_values(kind, given, None, None, "")
        found = report(Verdict.WRONG_ANSWER, failure=failure(arguments=arguments))
        assert "too large for a test" in unwritable(found)
