"""Right is right, wrong is wrong, and a wrong answer gets the sentence that mends it."""

import copy
import math
import random
import time
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.errors import ProblemError
from judge.kinds.kind import Check
from judge.problems.problem import Problem
from judge.values.escaping import INVISIBLE
from judge.values.interface import Method, Parameter, Shape
from judge.values.json_form import to_json
from judge.values.replies import Foreign, Linked, Node, Tree
from tests.answers import DECODED, check_answer, problem

RETURNS = (
    "int",
    "str",
    "bool",
    "float",
    "list[int]",
    "list[str]",
    "list[list[int]]",
    "str | None",
    "list[tuple[str, int]]",
    "dict[str, int]",
    "TreeNode",
)
CALLS = {"calls": ["Thing", "put", "get", "get"], "arguments": [[2], ["a", 1], ["a"], ["b"]]}
METHODS = (
    Method("put", (Parameter("key", "str"), Parameter("value", "int")), "None"),
    Method("get", (Parameter("key", "str"),), "int"),
)


def unasked() -> NoReturn:
    raise AssertionError("the arguments of a scale case are costly: nobody may ask for them here")


def message(expected: Any, value: Any, returns: str = "list[int]", **how: Any) -> str:
    """Return what is said of a wrong answer; empty for a right one."""
    check = check_answer(problem(returns, **how), unasked, expected, value)
    assert check.passed == (check.message == "")
    return check.message


# Laws


@given(st.sampled_from(RETURNS), st.sampled_from(["equal", "any-order"]), st.data())
def test_no_answer_makes_checking_raise(returns: str, checker: str, data: st.DataObject) -> None:
    """Whatever the decoder lets through gets a verdict and a message of bounded length."""
    expected, value = to_json(data.draw(DECODED)), data.draw(DECODED)
    for shape in Shape:
        check = check_answer(
            problem(returns, checker=checker, shape=shape), unasked, expected, value
        )
        assert check.passed == (check.message == "")
        assert len(check.message) < 1000


PLAIN_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=2)
    ),
    max_leaves=8,
)


@given(PLAIN_JSON, st.sampled_from(["equal", "any-order"]))
def test_the_references_own_answer_is_right(answer: Any, checker: str) -> None:
    """Under either checker."""
    assert check_answer(
        problem("Any", checker=checker), unasked, answer, copy.deepcopy(answer)
    ).passed


@given(PLAIN_JSON, PLAIN_JSON)
def test_equality_does_not_ask_which_side_is_expected(one: Any, other: Any) -> None:
    asked = problem("Any")
    forth = check_answer(asked, unasked, one, other)
    assert forth.passed == check_answer(asked, unasked, other, one).passed


ITEMS = st.lists(
    st.sampled_from(
        [0, 1, True, 1.0, None, "a", "b", "ab", [1], [True], [1, 2], [2, 1], [[1]], {"a": 1}]
    ),
    max_size=6,
)


@given(ITEMS, st.randoms(use_true_random=False))
def test_any_order_takes_every_order(items: list[Any], chance: random.Random) -> None:
    """Of items of any kind, also of such as have no hash."""
    shuffled = chance.sample(items, len(items))
    assert message(items, copy.deepcopy(shuffled), "list", checker="any-order") == ""


@given(ITEMS, ITEMS)
def test_any_order_is_exact_in_type_content_and_count(one: list[Any], other: list[Any]) -> None:
    """It agrees with pairing the items off one by one."""
    right = message(one, copy.deepcopy(other), "list", checker="any-order") == ""
    left = [(type(item), repr(item)) for item in other]
    for item in one:
        if (type(item), repr(item)) in left:
            left.remove((type(item), repr(item)))
        else:
            left.append((type(None), "missing"))
            break
    assert right == (left == [])


def test_any_order_looks_at_the_whole_of_long_items() -> None:
    """Two long items that differ at their end alone are two items."""
    one, other = ["x" * 5000 + "a", [0] * 5000 + [1]], [[0] * 5000 + [2], "x" * 5000 + "b"]
    assert "does not belong" in message(one, other, "list", checker="any-order")
    assert message(one, one[::-1], "list", checker="any-order") == ""


# Type and content


@pytest.mark.parametrize(
    ("returns", "expected", "right"),
    [
        ("int", 3, 3),
        ("list[tuple[str, int]]", [["a", 1]], [("a", 1)]),
        ("tuple", [1, 2], (1, 2)),
        ("dict[int, str]", {"dict": [[1, "a"]]}, {1: "a"}),
        ("dict[int, str]", {"1": "a"}, {1: "a"}),
        ("set[int]", {"set": [1, 2]}, {2, 1}),
        ("float", 2.0, 2.0),
        ("str | None", None, None),
        ("dict[str, int]", {"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ("list[float]", [0.0], [-0.0]),
        ("int", 2**5000, 2**5000),
    ],
)
def test_what_json_cannot_say_is_read_by_the_declared_type(
    returns: str, expected: Any, right: Any
) -> None:
    """The expected answer is stored as JSON; the declared type tells a tuple from a list."""
    assert message(expected, right, returns) == ""


@pytest.mark.parametrize(
    ("returns", "expected", "wrong"),
    [
        ("list[tuple[str, int]]", [["a", 1]], [["a", 1]]),
        ("dict[int, str]", {"1": "a"}, {"1": "a"}),
        ("int", 1, True),
        ("bool", True, 1),
        ("int", 1, 1.0),
        ("float", 1.0, 1),
        ("list[int]", [1], (1,)),
        ("list[int]", [1], [True]),
        ("str", "a", b"a"),
        ("float", 1.0, float("nan")),
        ("set[int]", [1], frozenset({1})),
        ("dict[str, int]", {"a": 1}, {"a": True}),
        ("int", 0, None),
        ("list[int]", [], None),
        ("list[int]", [1], Foreign("list", "a subclass")),
    ],
)
def test_equality_is_exact_in_type(returns: str, expected: Any, wrong: Any) -> None:
    """`True` is not 1, 5.0 is not 5, a list is not a tuple."""
    assert message(expected, wrong, returns) != ""
    assert message(expected, wrong, returns, checker="any-order") != ""


# The sentences, one by one


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
            2**9999,
            2**9999 + 1,
            (
                "expected an integer of about 3011 digits, and what it got "
                "looks alike but is not the same"
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


# Nodes, trees, linked lists


@pytest.mark.parametrize(
    ("shape", "expected", "right"),
    [
        (Shape.NODE, 5, Node(5)),
        (Shape.NODE, None, None),
        (Shape.TREE, [1, None, 2], Tree((1, None, 2))),
        (Shape.TREE, [], None),
        (Shape.TREE, [], Tree(())),
        (Shape.LINKED_LIST, [1], Linked((1,))),
        (Shape.LINKED_LIST, [], None),
    ],
)
def test_a_node_is_judged_by_its_value(shape: Shape, expected: Any, right: Any) -> None:
    """A copy is accepted, and no node at all is an empty tree or list."""
    assert message(expected, right, "TreeNode", shape=shape) == ""


@pytest.mark.parametrize(
    ("shape", "expected", "wrong", "sentence"),
    [
        (Shape.NODE, 5, 5, "return the node, not its value: it gave 5 (int)"),
        (Shape.NODE, 5, Node(6), "expected 5, got 6"),
        (
            Shape.NODE,
            5,
            None,
            (
                "it returned None where node 5 was expected: no return on this path, "
                "or the result was only made in place"
            ),
        ),
        (Shape.NODE, None, Node(6), "expected None, got node 6"),
        (Shape.NODE, None, 6, "return the node, not its value: it gave 6 (int)"),
        (
            Shape.NODE,
            1,
            Node(True),
            "return the node 1 of the tree: it gave a node whose value is True (bool)",
        ),
        (
            Shape.NODE,
            1,
            Node(Node(1)),
            "return the node 1 of the tree: it gave a node whose value is another node",
        ),
        (Shape.NODE, 1, (Node(1),), "return the node itself, not a tuple that holds it"),
        (Shape.TREE, [1], [1], "return the tree itself, not a list"),
        (
            Shape.TREE,
            [1, 2],
            Tree((1, None, 2)),
            (
                "the answer is too long: 3 items, expected 2; "
                "item [1] is None where an int was expected"
            ),
        ),
        (
            Shape.LINKED_LIST,
            [1],
            Tree((1,)),
            "return the linked list itself, not another kind of node",
        ),
        (
            Shape.LINKED_LIST,
            [1],
            Foreign("cyclic linked list", ""),
            "it returned a cyclic linked list, which has no end",
        ),
    ],
)
def test_a_wrong_node_is_told_from_a_value(
    shape: Shape, expected: Any, wrong: Any, sentence: str
) -> None:
    """Returning `root.val` is the commonest slip of all."""
    assert message(expected, wrong, "TreeNode", shape=shape) == sentence


# Class problems


def class_check(expected: Any, value: Any, **how: Any) -> Check:
    return check_answer(problem(methods=METHODS, **how), lambda: CALLS, expected, value)


def test_equal_results_of_calls_are_right_without_a_look_at_the_calls() -> None:
    """Scale cases hold a million calls."""
    assert check_answer(
        problem(methods=METHODS), unasked, [None, None, 1, -1], [None, None, 1, -1]
    ).passed


@pytest.mark.parametrize(
    ("results", "sentence"),
    [
        ([None, None, 1, 5], 'call 3, get("b"): expected -1, got 5'),
        ([None, None, 7, 5], 'call 2, get("a"): expected 1, got 7'),
        (
            [None, None, True, -1],
            (
                'call 2, get("a"): return an int: it gave True, which is a bool; use '
                "int(...) (the value is right, the type is not)"
            ),
        ),
        (
            [None, None, 1, None],
            (
                'call 3, get("b"): it returned None where -1 was expected: no return on '
                "this path, or the result was only made in place"
            ),
        ),
        (
            [None, None, Foreign("generator", ""), -1],
            'call 2, get("a"): it returned a generator; make a list of it: list(...)',
        ),
        ([None, None, 1], "the calls gave no list of 4 results: [None, None, 1]"),
        (Foreign("cyclic list", ""), "it returned a cyclic list, which has no end"),
        (3, "the calls gave no list of 4 results: 3"),
    ],
)
def test_the_first_call_that_differs_is_named(results: Any, sentence: str) -> None:
    """By its place, the constructor being 0, and as people write it."""
    assert class_check([None, None, 1, -1], results).message == sentence


def test_what_a_method_without_a_result_gives_back_is_nobodys_business() -> None:
    """`return self`, or the old value, is a habit that LeetCode does not punish."""
    assert class_check([None, None, 1, -1], [None, True, 1, -1]).passed
    assert class_check([None, None, 1, -1], [None, Foreign("Thing", ""), 1, -1]).passed
    assert not class_check([None, None, 1, -1], [None, True, 1, 1]).passed


def test_an_argument_that_an_earlier_call_gave_is_named_by_that_call() -> None:
    """Its value hangs on the submission."""
    calls = {"calls": ["Thing", "get", "get"], "arguments": [[], ["a"], [{"result": 1}]]}
    check = check_answer(problem(methods=METHODS), lambda: calls, [None, 1, 2], [None, 1, 3])
    assert check.message == "call 2, get(the result of call 1): expected 2, got 3"


def test_free_order_holds_within_one_call() -> None:
    """The calls themselves have an order."""
    methods = (Method("all", (), "list[int]"),)
    calls = {"calls": ["Thing", "all", "all"], "arguments": [[], [], []]}
    asked = problem(checker="any-order", methods=methods)
    assert check_answer(asked, lambda: calls, [None, [1, 2], [3]], [None, [2, 1], [3]]).passed
    swapped = check_answer(asked, lambda: calls, [None, [1, 2], [3]], [None, [3], [1, 2]])
    assert swapped.message == "call 1, all(): 3 does not belong in the answer"


@given(st.lists(DECODED, max_size=4) | DECODED)
def test_no_results_of_calls_make_checking_raise(results: Any) -> None:
    """Whatever they are and however many."""
    check = class_check([None, None, 1, -1], results)
    assert check.passed == (check.message == "")


# Checkers of packages

CHECKER = """
def check(arguments, expected, actual):
    if arguments["n"] == 13:
        raise KeyError("unlucky")
    if arguments["n"] == 14:
        return False
    return None if abs(actual - expected) <= arguments["n"] else "too far off"
"""


def custom(folder: Path, checker: str = CHECKER, **how: Any) -> Problem:
    (folder / "checker.py").write_text(checker)
    return problem(checker="custom", folder=folder, **how)


def test_a_package_may_check_by_itself(tmp_path: Path) -> None:
    """It sees the arguments, the reference's answer and the submission's."""
    asked = custom(tmp_path)
    assert check_answer(asked, lambda: {"n": 2}, 10, 12) == Check(True)
    assert check_answer(asked, lambda: {"n": 1}, 10, 12) == Check(
        False, "too far off", message_by="checker"
    )


@given(DECODED)
def test_a_checker_sees_values_of_the_declared_type_only(value: Any) -> None:
    """So that an author may count on it: anything else is wrong before the checker is asked."""
    if type(value) is list and set(map(type, value)) <= {int}:
        return
    check = check_answer(problem("list[int]", checker="custom"), unasked, [1], value)
    assert not check.passed
    assert check.message


@pytest.mark.parametrize(
    ("returns", "wrong", "sentence"),
    [
        (
            "list[str]",
            None,
            (
                "it returned None where a list[str] was expected: no return on this path, "
                "or the result was only made in place"
            ),
        ),
        ("list[str]", {"a"}, 'return a list: it gave a set ({"a"}); make it list(...)'),
        ("list[str]", ["a", 1], "item [1] is 1: an int where a str was expected"),
        ("list[str]", ["a", None], "item [1] is None where a str was expected"),
        (
            "list[tuple[str, int]]",
            [("a", 1.0)],
            "item [0][1] is 1.0: a float where an int was expected",
        ),
        (
            "list[tuple[str, int]]",
            [("a",)],
            ('item [0] is ("a",): a tuple where a tuple[str, int] was expected'),
        ),
        ("str | None", 3, "return a str | None: it gave 3, an int"),
    ],
)
def test_a_value_of_another_type_never_reaches_the_checker(
    returns: str, wrong: Any, sentence: str
) -> None:
    """And its sentence is the judge's own."""
    check = check_answer(problem(returns, checker="custom"), unasked, None, wrong)
    assert check.message == sentence


def test_a_pair_may_be_a_list_where_the_checker_says_so(tmp_path: Path) -> None:
    """Inside the answer the package decides between a tuple and a list."""
    asked = custom(
        tmp_path,
        "def check(arguments, expected, actual):\n"
        "    return None if [list(p) for p in actual] == expected else 'no'\n",
        returns="list[tuple[str, int]]",
    )
    for pair in (("a", 1), ["a", 1]):
        assert check_answer(asked, dict, [["a", 1]], [pair]).passed


@pytest.mark.parametrize(
    ("n", "words"),
    [(13, "it raises KeyError: 'unlucky' on the answer 7"), (14, "it returns False")],
)
def test_a_failing_checker_is_the_authors_fault(tmp_path: Path, n: int, words: str) -> None:
    """Never a wrong answer: the error names the file, the function and the answer."""
    with pytest.raises(ProblemError) as caught:
        check_answer(custom(tmp_path), lambda: {"n": n}, 7, 7)
    [fault] = caught.value.faults
    assert fault.path == str(tmp_path / "checker.py")
    assert fault.field == "check"
    assert words in fault.reason


def test_a_checker_of_calls_gets_results_of_the_declared_types(tmp_path: Path) -> None:
    """One for each call, None where nothing is returned."""
    asked = custom(
        tmp_path,
        "def check(arguments, expected, actual):\n"
        "    return None if actual[1] is None and actual[2] > 0 else 'no'\n",
        methods=METHODS,
    )
    assert check_answer(asked, lambda: CALLS, [None] * 4, [None, "anything", 4, 5]).passed
    assert check_answer(asked, lambda: CALLS, [None] * 4, [None, None, 0, 5]).message == "no"
    wrong = check_answer(asked, lambda: CALLS, [None] * 4, [None, None, 4, "5"])
    assert wrong.message == 'call 3, get("b"): return an int: it gave the string "5"'


@pytest.mark.parametrize("call", [0, 3])
def test_a_checker_may_name_the_call_that_is_wrong(tmp_path: Path, call: int) -> None:
    """By its index, apart from the sentence, which is shown as it is."""
    asked = custom(
        tmp_path,
        f"def check(arguments, expected, actual): return {call}, 'no'\n",
        methods=METHODS,
    )
    check = check_answer(asked, lambda: CALLS, [None] * 4, [None, None, 4, 5])
    assert check == Check(False, "no", call, message_by="checker")


@pytest.mark.parametrize("said", ["(True, 'no')", "(-1, 'no')", "('no', 1)", "(1,)", "(1.0, 'no')"])
def test_a_call_that_is_no_index_is_the_authors_fault(tmp_path: Path, said: str) -> None:
    """As any other value that a checker may not return."""
    asked = custom(tmp_path, f"def check(arguments, expected, actual): return {said}\n")
    with pytest.raises(ProblemError, match="it returns"):
        check_answer(asked, dict, 7, 7)


# Work

COLLIDING = 2**61 - 1  #: integers that are multiples of this one all have the hash 0


@pytest.mark.parametrize("checker", ["equal", "any-order"])
@pytest.mark.parametrize(
    ("expected", "value"),
    [
        pytest.param(lambda: [*range(400_000)], lambda: [*range(399_999), 7], id="last"),
        pytest.param(lambda: [*range(400_000)], lambda: [*range(399_999, -1, -1)], id="reversed"),
        pytest.param(lambda: ["a"], lambda: ["x"] * 4_000_000, id="long"),
        pytest.param(
            lambda: [*range(60_000)], lambda: [i * COLLIDING for i in range(60_000)], id="colliding"
        ),
        pytest.param(
            lambda: [[i] for i in range(60_000)],
            lambda: [[i * COLLIDING] for i in range(60_000)],
            id="colliding lists",
        ),
        pytest.param(lambda: "x" * 10**7, lambda: "x" * (10**7 - 1) + "y", id="text"),
        pytest.param(lambda: 1, lambda: 2**400_000, id="integer"),
        pytest.param(lambda: [[1]], lambda: [[[]] * 1_000_000], id="many lists"),
        pytest.param(lambda: [1], lambda: [{"a": 1}] * 300_000, id="mappings"),
    ],
)
def test_the_work_is_bounded_on_the_largest_answers(
    expected: Any, value: Any, checker: str
) -> None:
    """Sixteen MiB of answer, chosen to hurt, are judged in seconds."""
    asked, wanted, given = problem("Any", checker=checker), expected(), value()
    before = time.process_time()
    check = check_answer(asked, unasked, wanted, given)
    assert time.process_time() - before < 8
    assert len(check.message) < 1000


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ([], [math.nan]), (["a"], ["a", math.nan]), (["a", "b"], ["a", math.nan]),
        ([["a"]], [["a"], [math.nan]]), (["a"], ["a", [math.nan]]), (["a"], [math.nan]),
    ],
)  # fmt: skip
def test_any_order_takes_no_nan(expected: list[Any], actual: list[Any]) -> None:
    """It is equal to nothing, itself included, and so no count of items may lose it."""
    assert message(expected, actual, "list", checker="any-order") != ""


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
