"""The checker of a package decides, and its failures are the author's."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from judge.errors import AuthorError, ProblemError
from judge.kinds.kind import Check
from judge.problems.author.call import PackageFile
from judge.problems.author.code import Strategies
from judge.problems.problem import Problem
from tests.answers import CALLS, DECODED, METHODS, check_answer, problem, unasked

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
    [
        (13, "it raises KeyError at line 4: 'unlucky' on the answer 7"),
        (14, "it returns what no checker may: False on the answer 7"),
    ],
)
def test_a_failing_checker_is_the_authors_fault(tmp_path: Path, n: int, words: str) -> None:
    """Never a wrong answer: the error names the file, the function and the answer."""
    with pytest.raises(ProblemError) as caught:
        check_answer(custom(tmp_path), lambda: {"n": n}, 7, 7)
    [fault] = caught.value.faults
    assert fault.path == str(tmp_path / "checker.py")
    assert fault.field == "check"
    assert words in str(fault)
    assert "7" not in fault.reason  # a log holds no answer


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


STRATEGIES_FILE = """
import os

def validate(arguments):
    if arguments["n"] == 13:
        raise KeyError("unlucky")
    if arguments["n"] == 14 and not os.path.exists(MARK):
        open(MARK, "w").close()
        os._exit(3)
    return None if arguments["n"] > 0 else "too small"
"""


def test_inputs_are_validated_together(tmp_path: Path) -> None:
    """A failure is raised where that input is asked about, and spoils no other."""
    path, mark = tmp_path / "strategies.py", tmp_path / "mark"
    path.write_text(STRATEGIES_FILE.replace("MARK", repr(str(mark))))
    strategies = Strategies(PackageFile("toy", path, "1"))
    inputs: list[dict[str, Any]] = [{"n": n} for n in (1, 0, 13, 2, 14, 3)]
    answers = strategies.validated(inputs)
    assert mark.exists()
    assert [answers[i]() for i in (0, 1, 3, 4, 5)] == [None, "too small", None, None, None]
    with pytest.raises(AuthorError, match="unlucky"):
        answers[2]()
    [unsendable] = strategies.validated([{"n": object()}])
    with pytest.raises(ValueError, match="unmarshallable"):
        unsendable()


def test_a_checker_may_remark_on_a_right_answer(tmp_path: Path) -> None:
    """It passes, and the note goes into the report."""
    remarks = (
        "def check(arguments, expected, actual):\n    return (None, 'a text') if actual else None\n"
    )
    asked = custom(tmp_path, remarks)
    assert check_answer(asked, lambda: {"n": 2}, 10, 12) == Check(True, note="a text")
    assert check_answer(asked, lambda: {"n": 2}, 10, 0) == Check(True)
