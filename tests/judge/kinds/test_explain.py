"""A wrong answer gets the sentence that mends it."""

import time
from typing import Any

import pytest

from judge.values.answers import Foreign, Node
from judge.values.escaping import INVISIBLE
from tests.answers import message


@pytest.mark.parametrize(
    ("returns", "expected", "wrong", "sentence"),
    [
        (
            "int",
            3,
            None,
            (
                "it returned None where 3 was expected: no return on this path, "
                "or the result was only made in place"
            ),
        ),
        (
            "list[int]",
            [1],
            None,
            (
                "it returned None where [1] was expected: no return on this path, "
                "or the result was only made in place"
            ),
        ),
        (
            "list[int]",
            [1],
            Foreign("generator", "a lazy object: make it a list with list(...)"),
            "it returned a generator; make a list of it: list(...)",
        ),
        (
            "list[int]",
            [1],
            Foreign("dict_keys", ""),
            "it returned a dict_keys; make a list of it: list(...)",
        ),
        (
            "int",
            2,
            2.0,
            (
                "return an int: it gave 2.0, a float; divide with // or use int(...) "
                "(the value is right, the type is not)"
            ),
        ),
        (
            "int",
            2,
            2.5,
            "return an int: it gave 2.5, a float; divide with // or use int(...); expected 2",
        ),
        (
            "int",
            1,
            True,
            (
                "return an int: it gave True, which is a bool; use int(...) "
                "(the value is right, the type is not)"
            ),
        ),
        (
            "bool",
            True,
            1,
            ("return True or False: it gave 1, an int (the value is right, the type is not)"),
        ),
        (
            "float",
            2.0,
            2,
            (
                "return a float: it gave 2, an int; use float(...) "
                "(the value is right, the type is not)"
            ),
        ),
        ("list[int]", [1, 2], [1, 2, 2], "the items are right, and 2 is in it more than once"),
        ("list[int]", [1, 2, 3], [3, 1, 2], "the items are right and their order is not"),
        (
            "list[int]",
            [1, 2],
            {1, 2},
            ("return a list: it gave a set ({1, 2}); make it list(...); expected [1, 2]"),
        ),
        (
            "list[int]",
            [1, 2],
            (1, 2),
            ("return a list: it gave a tuple ((1, 2)); make it list(...); expected [1, 2]"),
        ),
        (
            "tuple",
            [1, 2],
            [1, 2],
            ("return a tuple: it gave a list ([1, 2]); make it tuple(...); expected (1, 2)"),
        ),
        (
            "str",
            "ab",
            ["a", "b"],
            (
                'return a string: it gave a list (["a", "b"]); \'\'.join(...) makes one; '
                'expected "ab"'
            ),
        ),
        ("int", 12, "12", 'return an int: it gave the string "12"; expected 12'),
        ("int", 3, 4, "expected 3, got 4"),
        (
            "int",
            10**3009 + 7,
            10**3009 + 10**1000 + 7,
            (
                f"expected 1{'0' * 25} ... 2,958 more digits ... {'0' * 25}7, "
                "and what it got looks alike but is not the same"
            ),
        ),
        ("None", None, 3, "expected None, got 3"),
        ("str", "ab", "ab ", 'expected "ab", got "ab " (only the space around it differs)'),
        ("str", "ab", "aB", 'expected "ab", got "aB" (only capital and small letters differ)'),
        (
            "str",
            "a\u0308",
            "\xe4",
            (
                'expected "a\u0308", got "\xe4" '
                r"(they differ in code points: expected 'a\u0308', got '\xe4')"
            ),
        ),
        (
            "list[str]",
            ["x", "ab"],
            ["x", "a\u200bb"],
            (
                'item [1] is "a\u200bb", expected "ab" '
                r"(they differ in code points: expected 'ab', got 'a\u200bb')"
            ),
        ),
        (
            "str",
            "x" * 99 + "a",
            "x" * 99 + "b",
            (
                "from character 99 on it differs: around there expected "
                f'"{"x" * 20}a", got "{"x" * 20}b"'
            ),
        ),
        ("list[int]", [1, 2, 3], [1, 2, 4], "item [2] is 4, expected 3"),
        ("list[int]", [1, 2, 3], [1, 2], "the answer is too short: 2 items, expected 3"),
        ("list[int]", [1], [1, 2], "the answer is too long: 2 items, expected 1"),
        (
            "list[int]",
            [1, 2],
            [7],
            "the answer is too short: 1 item, expected 2; item [0] is 7, expected 1",
        ),
        ("list[int]", [1, 2], [1, 2.0], "item [1] is 2.0: a float where an int was expected"),
        ("list[int]", [1, 2], [1, None], "item [1] is None where an int was expected"),
        (
            "list[list[int]]",
            [[1], [2]],
            [[1], Foreign("map", "")],
            ("item [1] is a map where a list was expected; make a list of it: list(...)"),
        ),
        ("list[list[int]]", [[1], [2]], [[1], [3]], "item [1][0] is 3, expected 2"),
        ("list[list[int]]", [[1], [2, 3]], [[1], [2]], "item [1][1] is missing"),
        (
            "list[tuple[str, int]]",
            [["a", 1]],
            [["a", 1]],
            'item [0] is ["a", 1]: a list where a tuple was expected',
        ),
        ("dict[str, int]", {"a": 1}, {"a": 2}, 'item ["a"] is 2, expected 1'),
        ("dict[str, int]", {"a": 1}, {"b": 1}, 'expected {"a": 1}, got {"b": 1}'),
        (
            "list[int]",
            [1],
            Foreign("cyclic list", "a list that contains itself"),
            "it returned a cyclic list, which has no end",
        ),
        (
            "list[int]",
            [1],
            Foreign("Numbers", "a subclass of list, not list itself"),
            "it returned a Numbers, which is no plain value: a subclass of list, not list itself",
        ),
        (
            "int",
            1,
            Foreign("function", "a function: is a call () missing?"),
            "it returned a function, which is no plain value: a function: is a call () missing?",
        ),
        ("int", 5, Node(5), "return the value, not a node: 5 was expected"),
        ("float", 1.0, float("nan"), "expected 1.0, got nan"),
    ],
)
def test_each_wrong_kind_of_answer_gets_its_sentence(
    returns: str, expected: Any, wrong: Any, sentence: str
) -> None:
    """A person must know from it what to change."""
    assert message(expected, wrong, returns) == sentence


@pytest.mark.parametrize(
    ("expected", "wrong", "sentence"),
    [
        (["a", "b"], ["b", "a", "a"], '"a" is in the answer 2 times, expected once'),
        (["a", "a", "b"], ["a", "a", "a"], '"a" is in the answer 3 times, expected 2 times'),
        (["a", "b"], ["b", "c"], '"c" does not belong in the answer'),
        (["a", "b", "c"], ["b"], '"a" is missing from the answer (2 missing in all)'),
        (["a"], [1], "1 in the answer is an int where a str was expected"),
        ([1], [1.0], "1.0 in the answer is a float where an int was expected"),
        ([[1]], [(1,)], "(1,) in the answer is a tuple where a list was expected"),
        (["a"], [Foreign("map", "")], "<map> in the answer is a map where a str was expected"),
        ([], ["a"], '"a" does not belong in the answer'),
    ],
)
def test_free_order_names_the_item_that_is_wrong(
    expected: list[Any], wrong: list[Any], sentence: str
) -> None:
    """And how often it is there."""
    assert message(expected, wrong, "list", checker="any-order") == sentence


def test_a_string_that_looks_like_an_expected_one_is_told_apart() -> None:
    """Where order is free too: with the escapes of both, for a person sees no difference."""
    said = message(["b", "a\u0308"], ["b", "\xe4"], "list[str]", checker="any-order")
    assert said.startswith('"\xe4" does not belong in the answer; "a\u0308" does, and they differ')
    assert said.endswith(r"expected 'a\u0308', got '\xe4'")
    plain = message(["b", "a"], ["b", "c"], "list[str]", checker="any-order")
    assert plain == '"c" does not belong in the answer'


def test_what_a_terminal_shows_as_an_escape_is_told_apart_by_code_points() -> None:
    """One table says which characters people cannot see."""
    for character in sorted(INVISIBLE):
        assert "code points" in message("ab", f"a{character}b", "str"), ascii(character)


def test_a_hostile_string_is_not_looked_at_for_long() -> None:
    """Marks in the worst order, in a place where many strings were expected."""
    worst = "a" + "\u0301\u0323" * 900
    expected = [f"b{n}" for n in range(20_000)]
    began = time.process_time()
    said = message(expected, [worst, *expected[1:]], "list[str]", checker="any-order")
    assert "does not belong" in said
    assert "code points" not in message("a" + "\u0301" * 10**6, "a" + "\u0301" * (10**6 - 1), "str")
    assert time.process_time() - began < 5
